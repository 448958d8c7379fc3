import GaitModel
import GaitSignal

/// Finds when each step of a sequence happens, more exactly than the lowest point of the trunk tells.
///
/// The lowest point is found in every step but is flat, so its time scatters. The whole movement around it is much
/// alike in every second step: the mean of accelerations and rotations over the steps of one foot is the template to
/// which each of these steps is shifted, over a few rounds, so that they fit best (Woody 1967,
/// doi 10.1007/BF02474247). Each foot and each direction has a template of its own. Within the window of a step only
/// what changes counts: the rotation of a turn and the lean in it are not part of the step.
package struct StepTiming: Sendable, Equatable, Codable {
  /// Part of the template before the lowest point, in seconds.
  package var before = 0.25
  /// Part of the template after the lowest point, in seconds.
  package var after = 0.20
  /// Largest shift, in seconds: half of the shortest step.
  package var largestShift = 0.15
  /// Shift in seconds that costs the share `cost` of the signal's variance: without a strong reason steps stay.
  package var costlyShift = 0.05
  /// Share of the signal's variance that a shift of `costlyShift` costs: without a strong reason steps stay.
  package var cost = 0.15
  /// Smallest share of the usual drop that a step's lowest point is taken to have. The flatter it is, the less exact is
  /// its time: its variance grows with the inverse square of the drop, so the cost of a shift falls with the square. In
  /// turns the trunk hardly rises and falls.
  package var smallestDrop = 0.1
  /// Cutoff of the low-pass filter, in Hz: impacts on other floors and in other shoes differ above.
  package var cutoff = 10.0
  /// Samples per second that suffice for shifts.
  package var rate = 100.0
  /// Samples per second that suffice for the comparison at each shift: twice `cutoff` and more.
  package var comparisonRate = 25.0
  /// Rounds of shifting steps to their template and forming it anew (Woody 1967, doi 10.1007/BF02474247).
  package var rounds = 3
  /// Steps that share a template: people change the way they walk within minutes.
  package var stepsPerTemplate = 256

  package init() {}

  /// Moves the position of each step of `walks` from its lowest point to where the whole movement around it fits best.
  package func refine(_ walks: inout [DirectedWalk]) {
    var batch: [Piece] = []
    func finish() {
      for ((walk, step), position) in aligned(batch) { walks[walk].positions[step] = position }
      batch.removeAll(keepingCapacity: true)
    }
    for (index, walk) in walks.enumerated() {
      let usualDrop = median(of: walk.motion.sequence.drops) ?? 0
      var start = 0
      while start < walk.sides.count {
        // A remainder of less than half a batch joins the piece before.
        let rest = walk.sides.count - start
        let end = rest < stepsPerTemplate * 3 / 2 ? walk.sides.count : start + stepsPerTemplate
        batch.append(piece(start..<end, of: walk, index: index, usualDrop: usualDrop))
        if batch.reduce(0, { $0 + $1.steps.count }) >= stepsPerTemplate { finish() }
        start = end
      }
    }
    finish()
  }

  /// A part of a walk with its signals.
  private struct Piece {
    var walk: Int
    var steps: Range<Int>
    /// Low-passed, thinned and scaled.
    var signals: [SixAxes]
    /// For each step its sample among the signals, and the position between samples of the lowest point less that
    /// of this sample in the stream.
    var centers: [Int]
    var remainders: [Double]
    /// For each step the weight of its lowest point against the template: 1 at the walk's usual drop and above.
    var weights: [Double]
    var kinds: [Kind]
    /// Samples of the stream per sample of the signals, and of both per second.
    var thinning: Int
    var rate: Double
    /// Position in the stream of the first sample of the signals.
    var origin: Int
  }

  /// Steps of one kind share a template.
  private struct Kind: Hashable {
    var side: Side
    var direction: Direction

    static let all = Side.allCases.flatMap { side in Direction.allCases.map { Kind(side: side, direction: $0) } }
  }

  /// - Parameter usualDrop: The middle drop of the whole walk, in m.
  private func piece(_ steps: Range<Int>, of walk: DirectedWalk, index: Int, usualDrop: Double) -> Piece {
    let stream = walk.stream
    let sequence = walk.motion.sequence
    let thinning = max(1, Int((stream.rate / self.rate).rounded(.down)))
    let margin = stream.samples(in: before + largestShift) + thinning
    let first = max(0, sequence.steps[steps.lowerBound] - margin)
    let range = first..<min(stream.count, sequence.steps[steps.upperBound - 1] + margin + 1)
    let centers = steps.map { (sequence.steps[$0] - first) / thinning }
    return Piece(
      walk: index, steps: steps,
      signals: signals(of: stream, in: range, thinning: thinning), centers: centers,
      remainders: zip(steps, centers).map { walk.positions[$0] - Double(first + $1 * thinning) },
      weights: steps.map { k in
        let share = usualDrop > 0 ? min(max(sequence.drops[k] / usualDrop, smallestDrop), 1) : 1
        return share * share
      },
      kinds: steps.map { Kind(side: walk.sides[$0], direction: walk.directions[$0].direction) },
      thinning: thinning, rate: stream.rate / Double(thinning), origin: first)
  }

  private func aligned(_ pieces: [Piece]) -> [(step: (walk: Int, step: Int), position: Double)] {
    // All walks of a recording are thinned alike.
    guard let rate = pieces.first?.rate else { return [] }
    let spacing = max(1, Int(rate / comparisonRate))
    let window = Array(
      Swift.stride(from: -Int(before * rate), through: Int(after * rate), by: spacing))
    guard let earliest = window.first, let latest = window.last else { return [] }
    let reach = Int(largestShift * rate)
    var result: [(step: (walk: Int, step: Int), position: Double)] = []
    let alignment = TemplateAlignment(window: window, costs: costs(upTo: reach, rate: rate), rounds: self.rounds)
    for kind in Kind.all {
      var occurrences: [TemplateAlignment.Occurrence] = []
      var steps: [Int] = []
      for (p, piece) in pieces.enumerated() {
        let last = piece.signals.count - 1
        for (k, center) in piece.centers.enumerated() where piece.kinds[k] == kind {
          guard center + earliest - reach >= 0, center + latest + reach <= last else { continue }
          occurrences.append(.init(signal: p, center: center, weight: piece.weights[k]))
          steps.append(k)
        }
      }
      guard occurrences.count > 1 else { continue }
      let shifts = alignment.shifts(of: occurrences, in: pieces.map(\.signals))
      // The template stays where the lowest points of its steps are in the median.
      let offset = median(of: zip(occurrences, steps).map { pieces[$0.signal].remainders[$1] }) ?? 0
      for ((occurrence, step), shift) in zip(zip(occurrences, steps), shifts) {
        let piece = pieces[occurrence.signal]
        let position = Double(piece.origin) + (Double(occurrence.center) + shift) * Double(piece.thinning) + offset
        result.append(((piece.walk, piece.steps.lowerBound + step), position))
      }
    }
    return result
  }

  /// Of shifts by 0, 1, 2 … samples of the signals.
  private func costs(upTo reach: Int, rate: Double) -> [Double] {
    (0...reach).map { distance in
      let shift = Double(distance) / rate / costlyShift
      return cost * shift * shift
    }
  }

  /// The low-passed signals less their means, scaled so that the variances of force and rotation each add up to 3.
  ///
  /// With one scale for three axes, sums of squares do not depend on how the sensor is mounted.
  private func signals(of stream: EvenStream, in range: Range<Int>, thinning: Int) -> [SixAxes] {
    var values = stream.sixAxes(in: range)
    RecursiveFilter.lowPass(cutoff: self.cutoff, rate: stream.rate).applyForwardAndBackward(to: &values)
    if thinning > 1 { values = Swift.stride(from: 0, to: values.count, by: thinning).map { values[$0] } }
    let count = Double(max(values.count, 1))
    let mean = values.reduce(.zero, +) / count
    var squares = SixAxes.zero
    for i in values.indices {
      values[i] -= mean
      squares += values[i] * values[i]
    }
    func scale(_ squares: Double) -> Double { squares > 0 ? (3 * count / squares).squareRoot() : 0 }
    let (forceScale, rateScale) = (
      scale(squares[0] + squares[1] + squares[2]), scale(squares[3] + squares[4] + squares[5])
    )
    let scales = SixAxes(forceScale, forceScale, forceScale, rateScale, rateScale, rateScale, 0, 0)
    for i in values.indices { values[i] *= scales }
    return values
  }
}
