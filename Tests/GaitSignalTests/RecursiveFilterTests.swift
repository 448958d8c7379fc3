import Testing

@testable import GaitSignal

@Suite("Filters")
struct RecursiveFilterTests {
  private func sine(_ frequency: Double, rate: Double = 100, count: Int = 2000) -> [Double] {
    (0..<count).map { Phasor(angle: 2 * Double.pi * frequency * Double($0) / rate).imaginary }
  }

  private func gain(_ filter: RecursiveFilter, at frequency: Double) -> Double {
    let input = sine(frequency)
    var output = input
    filter.applyForwardAndBackward(to: &output)
    // Projection on the input: the gain, if there is no delay.
    let middle = 500..<1500
    return middle.reduce(0) { $0 + input[$1] * output[$1] } / middle.reduce(0) { $0 + input[$1] * input[$1] }
  }

  @Test("forward and backward, half of the amplitude is left at the cutoff and no delay anywhere")
  func cutoff() {
    let low = RecursiveFilter.lowPass(cutoff: 5, rate: 100)
    #expect(abs(gain(low, at: 5) - 0.5) < 1e-3)
    #expect(gain(low, at: 0.5) > 0.999)
    #expect(gain(low, at: 30) < 1e-3)
    let high = RecursiveFilter.highPass(cutoff: 5, rate: 100)
    #expect(abs(gain(high, at: 5) - 0.5) < 1e-3)
    #expect(gain(high, at: 0.5) < 1e-3)
    #expect(gain(high, at: 30) > 0.999)
    var output = sine(5)
    low.applyForwardAndBackward(to: &output)
    // What is left of the sine is a sine: a quarter period on it is at its top.
    #expect(abs(output[1005] - 0.5) < 1e-3)
  }

  @Test("a leaky integrator run both ways integrates twice")
  func integrator() {
    let filter = RecursiveFilter.leakyIntegrator(cutoff: 0.5, rate: 100)
    let ratio = 2.0 / 0.5
    #expect(abs(gain(filter, at: 2) * (1 + ratio * ratio) - 1) < 0.01)
  }

  @Test("a constant passes a low-pass filter from the first sample to the last, and no high-pass filter")
  func constant() {
    var low = [Double](repeating: 7, count: 50)
    RecursiveFilter.lowPass(cutoff: 1, rate: 100).applyForwardAndBackward(to: &low)
    #expect(low.allSatisfy { abs($0 - 7) < 1e-9 })
    var high = [Double](repeating: 7, count: 50)
    RecursiveFilter.highPass(cutoff: 1, rate: 100).applyForwardAndBackward(to: &high)
    #expect(high.allSatisfy { abs($0) < 1e-9 })
  }

  @Test("signals side by side come out as each of them alone")
  func sideBySide() {
    let filter = RecursiveFilter.lowPass(cutoff: 5, rate: 100)
    let signals = (1...8).map { sine(Double($0), count: 300) }
    var together = signals[0].indices.map { i in SIMD8(signals.map { $0[i] }) }
    filter.applyForwardAndBackward(to: &together)
    for (k, signal) in signals.enumerated() {
      var alone = signal
      filter.applyForwardAndBackward(to: &alone)
      #expect(together.map { $0[k] } == alone)
    }
    var vectors = signals[0].indices.map { Vector3(signals[0][$0], signals[1][$0], signals[2][$0]) }
    filter.applyForwardAndBackward(to: &vectors)
    #expect(vectors == together.map { Vector3($0[0], $0[1], $0[2]) })
  }

  @Test("short signals are left alone or filtered, never lost")
  func short() {
    for count in 0...3 {
      var values = [Double](repeating: 1, count: count)
      RecursiveFilter.lowPass(cutoff: 1, rate: 100).applyForwardAndBackward(to: &values)
      #expect(values.count == count)
      #expect(values.allSatisfy { abs($0 - 1) < 1e-9 })
    }
  }
}
