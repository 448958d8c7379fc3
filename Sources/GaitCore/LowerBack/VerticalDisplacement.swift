import GaitModel
import GaitSignal

/// How far the trunk is below its mean height, from the vertical acceleration.
///
/// The direction of gravity is that of the specific force averaged over a few seconds. The acceleration along it is
/// freed of slow drift and integrated twice; because a filter that runs forward and backward squares its gain, one
/// leaky integrator in each direction makes minus the displacement without delay or distortion. Work is done in
/// blocks with margins, so that memory does not grow with the length of the recording.
package struct VerticalDisplacement: Sendable {
  package var settings: Settings

  package init(_ settings: Settings = Settings()) {
    self.settings = settings
  }

  package struct Settings: Sendable, Equatable, Codable {
    /// Cutoff below which the specific force is taken for gravity, in Hz: postures change more slowly than steps.
    package var gravityCutoff = 0.2
    /// Cutoff above which vertical movement counts, in Hz: half of the step rate of the slowest walkers.
    package var slowestMovement = 0.5
    /// Cutoff of the leaky integrators, in Hz: well below the slowest movement, so that they integrate.
    package var leak = 0.25
    /// Samples of a block without its margins.
    package var blockSamples = 1 << 16
    /// Margin on both sides of a block, in seconds: the filters have forgotten what is farther away.
    package var margin = 12.0

    package init() {}
  }

  /// Calls `body` for one block after another, in order, with the index of its first sample and the depth below mean
  /// height of each of its samples in metres.
  package func forEachBlock(of stream: EvenStream, _ body: (_ start: Int, _ depth: ArraySlice<Double>) -> Void) {
    let margin = stream.samples(in: settings.margin)
    var start = 0
    while start < stream.count {
      let end = min(start + settings.blockSamples, stream.count)
      let range = max(0, start - margin)..<min(stream.count, end + margin)
      let depth = depth(of: stream, in: range)
      body(start, depth[(start - range.lowerBound)..<(end - range.lowerBound)])
      start = end
    }
  }

  /// Metres below mean height for the samples of `range`.
  package func depth(of stream: EvenStream, in range: Range<Int>) -> [Double] {
    var depth = upwardAcceleration(of: stream, in: range)
    RecursiveFilter.highPass(cutoff: settings.slowestMovement, rate: stream.rate).applyForwardAndBackward(to: &depth)
    RecursiveFilter.leakyIntegrator(cutoff: settings.leak, rate: stream.rate).applyForwardAndBackward(to: &depth)
    let angular = 2 * Double.pi * settings.leak
    let scale = 1 / (angular * angular)
    for i in depth.indices { depth[i] *= scale }
    return depth
  }

  /// Specific force along the direction of gravity less its mean, in m/s².
  private func upwardAcceleration(of stream: EvenStream, in range: Range<Int>) -> [Double] {
    let filter = RecursiveFilter.leakyIntegrator(cutoff: settings.gravityCutoff, rate: stream.rate)
    let force = stream.acceleration
    var (gx, gy, gz) = (Array(force.x[range]), Array(force.y[range]), Array(force.z[range]))
    if Double(range.count) < stream.rate / settings.gravityCutoff {
      // Too short to tell a change of posture from the ends of the recording.
      makeConstant(&gx)
      makeConstant(&gy)
      makeConstant(&gz)
    } else {
      filter.applyForwardAndBackward(to: &gx)
      filter.applyForwardAndBackward(to: &gy)
      filter.applyForwardAndBackward(to: &gz)
    }
    var sum = 0.0
    force.x.withUnsafeBufferPointer { fx in
      force.y.withUnsafeBufferPointer { fy in
        force.z.withUnsafeBufferPointer { fz in
          for i in gx.indices {
            let (x, y, z, k) = (gx[i], gy[i], gz[i], range.lowerBound + i)
            let norm = (x * x + y * y + z * z).squareRoot()
            gx[i] = norm > 0 ? (fx[k] * x + fy[k] * y + fz[k] * z) / norm : 0
            sum += gx[i]
          }
        }
      }
    }
    let mean = sum / Double(max(range.count, 1))
    for i in gx.indices { gx[i] -= mean }
    return gx
  }

  private func makeConstant(_ values: inout [Double]) {
    let mean = values.reduce(0, +) / Double(max(values.count, 1))
    for i in values.indices { values[i] = mean }
  }
}
