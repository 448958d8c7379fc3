#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The probability that a standard normal variable is below `z`.
package func normalProbability(below z: Double) -> Double {
  0.5 * erfc(-z / 2.0.squareRoot())
}
