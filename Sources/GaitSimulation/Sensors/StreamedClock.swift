import GaitStatistics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Stamps of samples that a sensor sends by radio in packets: they say when the receiver got them.
public struct StreamedClock: Sendable, Equatable {
  /// Samples that are sent at once.
  public var samplesPerPacket = 3
  /// Seconds between the stamps of one packet.
  public var spacing = 0.0003
  /// Mean delay of a packet in seconds; delays are distributed exponentially.
  public var meanDelay = 0.01
  /// Share of the packets before which the link stalls, and for how many seconds at most.
  public var stallShare = 0.01
  public var longestStall = 0.3
  /// By how much the receiver's clock runs faster than the sensor's, as a share.
  public var drift = 1e-4

  public init() {}

  /// The stamps of samples that were taken at `times`, which never decrease.
  func stamps(of times: [Double], random: inout SplitMix64) -> [Double] {
    var stamps: [Double] = []
    stamps.reserveCapacity(times.count)
    var start = 0
    while start < times.count {
      let end = min(times.count, start + max(1, samplesPerPacket))
      var delay = -meanDelay * log(1 - Double.random(in: 0..<1, using: &random))
      if Double.random(in: 0..<1, using: &random) < stallShare {
        delay += longestStall * Double.random(in: 0..<1, using: &random)
      }
      let arrival = times[end - 1] * (1 + drift) + delay
      for k in start..<end { stamps.append(max(arrival + Double(k - start) * spacing, stamps.last ?? -.infinity)) }
      start = end
    }
    return stamps
  }
}
