import GaitModel
import GaitSignal

/// A tenth of a second of a sensor's samples after the other, and how much it moves in each.
///
/// The force alone does not tell rest: in mid-swing a foot turns evenly, and its force, gravity and twice that of turning,
/// hardly changes. Force and turning are each compared with their own middle over all blocks, so that no unit matters.
struct MotionBlocks {
  struct Block {
    /// The samples of the block.
    var range: Range<Int>
    /// Variance of the force in (m/s²)², and mean square of the angular velocity in (rad/s)²; NaN where it is missing.
    var force: Double
    var turning: Double
    /// Mean force in m/s².
    var mean: Vector3
    /// How much the sensor moves: 2 where it moves as it does in the middle; infinite where samples are missing.
    var motion = Double.infinity
  }

  /// Length of a block in seconds: shorter than any stance.
  static let duration = 0.1

  private(set) var blocks: [Block] = []

  init(_ stream: SensorStream) {
    let width = max(3, Int((Self.duration * stream.timing.rate).rounded()))
    blocks.reserveCapacity(stream.count / width)
    for start in Swift.stride(from: 0, to: stream.count - width + 1, by: width) {
      var sum = Vector3.zero
      var (squares, turning) = (0.0, 0.0)
      for i in start..<(start + width) {
        let force = stream.acceleration[i]
        sum += force
        squares += force.squaredNorm
        turning += stream.angularVelocity[i].squaredNorm
      }
      let mean = sum / Double(width)
      blocks.append(
        Block(
          range: start..<(start + width), force: max(0, squares / Double(width) - mean.squaredNorm),
          turning: turning / Double(width), mean: mean))
      // max(0, NaN) is 0.
      if !squares.isFinite { blocks[blocks.count - 1].force = .nan }
    }
    let usualForce = median(of: blocks.map(\.force).filter(\.isFinite)) ?? 0
    let usualTurning = median(of: blocks.map(\.turning).filter(\.isFinite)) ?? 0
    for k in blocks.indices where blocks[k].force.isFinite {
      let force = usualForce > 0 ? blocks[k].force / usualForce : 0
      // A gyroscope that says nothing, or is missing here and there, leaves the choice to the force.
      let turning = usualTurning > 0 && blocks[k].turning.isFinite ? blocks[k].turning / usualTurning : 0
      blocks[k].motion = force + turning
    }
  }

  /// Share of the blocks that count as quiet.
  private static let quietShare = 0.1

  /// Of the blocks in which the sensor moves least: the median magnitude of the mean force in m/s², and the median of its
  /// standard deviation as a share of it.
  var quiet: (magnitude: Double, variation: Double)? {
    let known = blocks.filter(\.motion.isFinite)
    guard !known.isEmpty else { return nil }
    let quiet = known.sorted { ($0.motion, $0.range.lowerBound) < ($1.motion, $1.range.lowerBound) }
      .prefix(max(1, Int(Double(known.count) * Self.quietShare)))
    let magnitudes = quiet.map(\.mean.norm)
    guard let magnitude = median(of: magnitudes),
      let variation = median(of: zip(quiet, magnitudes).map { $0.force.squareRoot() / $1 })
    else { return nil }
    return (magnitude, variation)
  }
}
