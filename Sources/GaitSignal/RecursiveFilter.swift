#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A recursive filter of first or second order, as numerator and denominator in the delay operator.
///
/// `y[i] = b0·x[i] + b1·x[i−1] + b2·x[i−2] − a1·y[i−1] − a2·y[i−2]`
public struct RecursiveFilter: Sendable, Equatable {
  public var b0: Double
  public var b1: Double
  public var b2: Double
  public var a1: Double
  public var a2: Double
  /// How long a step at the input is felt at the output, in samples.
  public var memory: Int

  /// A Butterworth low-pass filter of second order (bilinear transform, cutoff prewarped).
  ///
  /// - Parameters:
  ///   - cutoff: Frequency in Hz at which one pass lets half of the power through; kept below 0.45 times `rate`.
  ///   - rate: Samples per second.
  public static func lowPass(cutoff: Double, rate: Double) -> RecursiveFilter {
    let k = prewarped(cutoff, rate)
    let scale = 1 / (1 + 2.0.squareRoot() * k + k * k)
    return RecursiveFilter(
      b0: k * k * scale, b1: 2 * k * k * scale, b2: k * k * scale, a1: 2 * (k * k - 1) * scale,
      a2: (1 - 2.0.squareRoot() * k + k * k) * scale, memory: settling(cutoff, rate))
  }

  /// A Butterworth high-pass filter of second order; parameters as for `lowPass`.
  public static func highPass(cutoff: Double, rate: Double) -> RecursiveFilter {
    let k = prewarped(cutoff, rate)
    let scale = 1 / (1 + 2.0.squareRoot() * k + k * k)
    return RecursiveFilter(
      b0: scale, b1: -2 * scale, b2: scale, a1: 2 * (k * k - 1) * scale,
      a2: (1 - 2.0.squareRoot() * k + k * k) * scale, memory: settling(cutoff, rate))
  }

  /// A low-pass filter of first order, that is an integrator with a leak: far above the cutoff its output is the
  /// integral of its input times the angular cutoff frequency.
  public static func leakyIntegrator(cutoff: Double, rate: Double) -> RecursiveFilter {
    let kept = exp(-2 * Double.pi * cutoff / rate)
    return RecursiveFilter(b0: 1 - kept, b1: 0, b2: 0, a1: -kept, a2: 0, memory: settling(cutoff, rate))
  }

  private static func prewarped(_ cutoff: Double, _ rate: Double) -> Double {
    tan(Double.pi * min(cutoff / rate, 0.45))
  }

  /// One period of the cutoff frequency: by then a step has passed to within 2 %.
  private static func settling(_ cutoff: Double, _ rate: Double) -> Int {
    max(1, Int((rate / cutoff).rounded(.up)))
  }

  /// Filters `values` in place once forward and once backward, which squares the gain and leaves no delay.
  ///
  /// At both ends the signal is continued by its point reflection over `memory` samples (Gustafsson 1996,
  /// doi 10.1109/78.492552, discusses this and other choices), or as far as it goes.
  ///
  /// Each output waits for the one before it, so several signals side by side take hardly longer than one.
  @inlinable
  public func applyForwardAndBackward<Sample: FilterSample>(to values: inout [Sample]) {
    let n = values.count
    guard n > 1 else { return }
    let reach = min(memory, n - 1)
    values.withUnsafeMutableBufferPointer { x in
      // Forward: settle on the reflected start, filter the signal, keep the reflected end for the way back.
      let (first, last) = (x[0], x[n - 1])
      var state = steadyState(at: 2 * first - x[reach])
      for i in stride(from: reach, to: 0, by: -1) { _ = step(2 * first - x[i], &state) }
      let tail = (0..<reach).map { 2 * last - x[n - 2 - $0] }
      for i in 0..<n { x[i] = step(x[i], &state) }
      let filteredTail = tail.map { step($0, &state) }
      // Backward.
      state = steadyState(at: filteredTail.last ?? x[n - 1])
      for value in filteredTail.reversed() { _ = step(value, &state) }
      for i in stride(from: n - 1, through: 0, by: -1) { x[i] = step(x[i], &state) }
    }
  }

  @inlinable @inline(__always)
  func step<Sample: FilterSample>(_ x: Sample, _ state: inout (Sample, Sample)) -> Sample {
    let y = b0 * x + state.0
    // What does not wait for `y` comes first.
    state.0 = (b1 * x + state.1) - a1 * y
    state.1 = b2 * x - a2 * y
    return y
  }

  /// The state after a long time of the constant input `x`.
  @inlinable
  func steadyState<Sample: FilterSample>(at x: Sample) -> (Sample, Sample) {
    let y = (b0 + b1 + b2) / (1 + a1 + a2) * x
    let second = b2 * x - a2 * y
    return (b1 * x - a1 * y + second, second)
  }
}

/// What a signal is at one instant: a number, or the numbers of several signals side by side.
public protocol FilterSample {
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (factor: Double, a: Self) -> Self
}

extension Double: FilterSample {}
extension Vector3: FilterSample {}
extension SIMD8: FilterSample where Scalar == Double {}
