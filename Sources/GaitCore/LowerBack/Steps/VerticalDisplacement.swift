import GaitModel
import GaitSignal

/// How far the trunk is below its mean height, from the vertical acceleration.
///
/// The direction of gravity is that of the specific force averaged over a few seconds. The acceleration along it is
/// freed of slow drift and integrated twice; because a filter that runs forward and backward squares its gain, one
/// leaky integrator in each direction makes minus the displacement without delay or distortion. Work is done in
/// blocks with margins, so that memory does not grow with the length of the recording.
package struct VerticalDisplacement: Sendable, Equatable, Codable {
  /// Cutoff below which the specific force is taken for gravity, in Hz: postures change more slowly than steps.
  package var gravityCutoff = 0.2
  /// Cutoff above which vertical movement counts, in Hz: half of the step rate of the slowest walkers.
  package var slowestMovement = 0.5
  /// Cutoff of the leaky integrators, in Hz: well below the slowest movement, so that they integrate.
  package var leak = 0.25
  /// Samples of a block without its margins, so that memory does not grow with the recording.
  package var blockSamples = 1 << 16
  /// Margin on both sides of a block, in seconds: the filters have forgotten what is farther away.
  package var margin = 12.0

  package init() {}

  /// Calls `body` for one block after another, in order, with the index of its first sample and the depth below mean
  /// height of each of its samples in meters.
  package func forEachBlock(of stream: EvenStream, _ body: (_ start: Int, _ depth: ArraySlice<Double>) -> Void) {
    let margin = stream.samples(in: self.margin)
    var start = 0
    while start < stream.count {
      let end = min(start + blockSamples, stream.count)
      let range = max(0, start - margin)..<min(stream.count, end + margin)
      let depth = depth(of: stream, in: range)
      body(start, depth[(start - range.lowerBound)..<(end - range.lowerBound)])
      start = end
    }
  }

  /// Meters below mean height for the samples of `range`.
  package func depth(of stream: EvenStream, in range: Range<Int>) -> [Double] {
    var depth = upwardAcceleration(of: stream, in: range)
    RecursiveFilter.highPass(cutoff: slowestMovement, rate: stream.rate).applyForwardAndBackward(to: &depth)
    RecursiveFilter.leakyIntegrator(cutoff: leak, rate: stream.rate).applyForwardAndBackward(to: &depth)
    let angular = 2 * Double.pi * leak
    let scale = 1 / (angular * angular)
    for i in depth.indices { depth[i] *= scale }
    return depth
  }

  /// Specific force along the direction of gravity less its mean, in m/s².
  private func upwardAcceleration(of stream: EvenStream, in range: Range<Int>) -> [Double] {
    let force = stream.acceleration.vectors(in: range)
    var gravity = force
    if Double(range.count) < stream.rate / gravityCutoff {
      // Too short to tell a change of posture from the ends of the recording.
      let mean = force.reduce(.zero, +) / Double(max(force.count, 1))
      gravity = [Vector3](repeating: mean, count: force.count)
    } else {
      RecursiveFilter.leakyIntegrator(cutoff: gravityCutoff, rate: stream.rate)
        .applyForwardAndBackward(to: &gravity)
    }
    var upward = zip(force, gravity).map { force, gravity in
      let norm = gravity.norm
      return norm > 0 ? force.dot(gravity) / norm : 0
    }
    let mean = upward.reduce(0, +) / Double(max(upward.count, 1))
    for i in upward.indices { upward[i] -= mean }
    return upward
  }
}
