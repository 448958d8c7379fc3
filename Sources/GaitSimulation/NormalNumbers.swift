import GaitStatistics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension SplitMix64 {
  /// A standard normal number (Box & Muller 1958, doi 10.1214/aoms/1177706645).
  mutating func nextNormal() -> Double {
    let u = Double.random(in: Double.leastNonzeroMagnitude..<1, using: &self)
    let v = Double.random(in: 0..<1, using: &self)
    return (-2 * log(u)).squareRoot() * cos(2 * .pi * v)
  }
}
