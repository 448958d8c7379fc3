/// Count, sum and sum of squares of the values of one block that is drawn as a whole.
struct BlockMoments: Equatable {
  var count = 0.0
  var sum = 0.0
  var squares = 0.0

  init() {}

  init(_ values: some Sequence<Double>, about center: Double) {
    for value in values {
      count += 1
      sum += value - center
      squares += (value - center) * (value - center)
    }
  }

  mutating func add(_ other: BlockMoments) {
    count += other.count
    sum += other.sum
    squares += other.squares
  }

  /// Mean less the center.
  var mean: Double { sum / count }
  /// Sample variance.
  var variance: Double { count > 1 ? max(0, (squares - sum * sum / count) / (count - 1)) : 0 }
}

/// The values of one direction of walking, cut into blocks that are drawn with replacement.
struct ResampledSide {
  /// What is drawn as a whole.
  enum Block: String, Sendable {
    case bouts, strides
  }

  let block: Block
  /// Number of blocks that make a sample.
  let blocks: Int
  /// All values.
  let whole: BlockMoments
  /// Added to means of moments.
  let center: Double
  /// Degrees of freedom of the spread of block means.
  let freedom: Double
  private let choices: [BlockMoments]
  /// By how much the spread of sampled means falls short of that of means.
  private let widening: Double

  /// - Parameters:
  ///   - bouts: Values by walking bout, in order; none empty.
  ///   - fewestBouts: Fewest bouts to draw whole bouts from; with fewer, neighboring strides are drawn in blocks of about
  ///     the square root of their number, from all of them laid in a circle (Künsch 1989, doi 10.1214/aos/1176347265).
  /// - Returns: `nil` with fewer than two blocks.
  init?(bouts: [[Double]], fewestBouts: Int) {
    let values = bouts.flatMap { $0 }
    guard let mean = Spread(values)?.mean else { return nil }
    center = mean
    whole = BlockMoments(values, about: mean)
    if bouts.count >= fewestBouts {
      block = .bouts
      blocks = bouts.count
      choices = bouts.map { BlockMoments($0, about: mean) }
      freedom = Double(blocks - 1)
      widening = (Double(blocks) / freedom).squareRoot()
    } else {
      var length = 1
      while (length + 1) * (length + 1) <= values.count { length += 1 }
      block = .strides
      blocks = (values.count + length - 1) / length
      let circle = values + values
      choices = values.indices.map { BlockMoments(circle[$0..<($0 + length)], about: mean) }
      let count = Double(values.count)
      freedom = max(count / Double(length) - 1, 1)
      let correlation = NeighborCorrelation.ofStrides(values.map { $0 - mean })
      // Samples are of whole blocks, a little longer than the strides; blocks deviate less from a mean they are part of;
      // and ties between neighbors are cut at the ends of blocks.
      let lengthening = Double(blocks * length) / count
      let partOfMean = (freedom + 1) / freedom
      let cutTies = correlation.varianceOfMean(values.count) / correlation.varianceOfMean(length)
      widening = (lengthening * partOfMean * cutTies).squareRoot()
    }
    guard blocks >= 2 else { return nil }
  }

  /// A sample of whole blocks, its mean moved away from the center by `widening`.
  func sample(using random: inout SplitMix64) -> (mean: Double, variance: Double) {
    var total = BlockMoments()
    for _ in 0..<blocks { total.add(choices[Int.random(in: choices.indices, using: &random)]) }
    return (center + widening * total.mean, total.variance)
  }
}
