import GaitModel
import GaitSignal

/// The strides of each foot, cut where the person turned, stopped or changed direction.
struct StraightPieces {
  /// What a straight piece of walking begins or ends at.
  enum Boundary {
    case standing, turn, otherDirection

    var reasonAfter: LeftOutReason {
      switch self {
      case .standing: .starting
      case .turn: .besideTurn
      case .otherDirection: .besideOtherDirection
      }
    }

    var reasonBefore: LeftOutReason {
      switch self {
      case .standing: .stopping
      case .turn: .besideTurn
      case .otherDirection: .besideOtherDirection
      }
    }
  }

  /// Strides of one foot, one after the other, straight and in one direction.
  struct Piece {
    var foot: Side
    var direction: Direction
    /// Places in the recording's strides, ascending.
    var strides: [Int]
    var before: Boundary
    var after: Boundary
  }

  private(set) var all: [Piece] = []
  /// For each stride whether it belongs to a turn, or turns by itself.
  private(set) var isTurning: [Bool]

  /// - Parameter strides: Of one recording, sorted by end.
  init(_ strides: [Stride], turns: TurnDetector, longestInterval: Double) {
    let found = turns.found(in: strides)
    isTurning = strides.map(turns.isCurved)
    for turn in found { for k in turn.strides { isTurning[k] = true } }
    let cuts = Cuts(
      turns: found.map(\.strides),
      stops: WalkingRhythm(strides, isTurning: isTurning).stops(longestInterval: longestInterval), count: strides.count)
    for foot in Side.allCases { cut(strides, of: foot, at: cuts) }
  }

  private mutating func cut(_ strides: [Stride], of foot: Side, at cuts: Cuts) {
    var current: Piece?
    var before = Boundary.standing
    func end(at boundary: Boundary) -> Piece? {
      defer { (current, before) = (nil, boundary) }
      current?.after = boundary
      return current
    }
    var previous: Int?
    for k in strides.indices where strides[k].foot == foot {
      let last = previous
      previous = k
      if strides[k].start == nil || cuts.hasStop(between: last, and: k) {
        if let piece = end(at: .standing) { all.append(piece) }
      }
      if cuts.isInTurn[k] || cuts.hasTurn(between: last, and: k) {
        if let piece = end(at: .turn) { all.append(piece) }
        if cuts.isInTurn[k] { continue }
      }
      // Where the direction is not sure, the walk goes on as before.
      guard let direction = strides[k].sureDirection ?? current?.direction else { continue }
      if direction == .inPlace {
        if let piece = end(at: .standing) { all.append(piece) }
      } else if current?.direction == direction {
        current?.strides.append(k)
      } else {
        if current != nil, let piece = end(at: .otherDirection) { all.append(piece) }
        current = Piece(foot: foot, direction: direction, strides: [k], before: before, after: .standing)
      }
    }
    if let piece = end(at: .standing) { all.append(piece) }
  }
}

/// Where a walk is cut, looked up by the places of strides.
private struct Cuts {
  let isInTurn: [Bool]
  /// Numbers of stops before each stride or earlier ones, of turns that begin with it or earlier, and that end before it.
  private var stops: [Int]
  private var begun: [Int]
  private var ended: [Int]

  init(turns: [ClosedRange<Int>], stops places: [Int], count: Int) {
    var isInTurn = [Bool](repeating: false, count: count)
    stops = [Int](repeating: 0, count: count + 1)
    begun = stops
    ended = stops
    for turn in turns {
      for k in turn { isInTurn[k] = true }
      begun[turn.lowerBound] += 1
      ended[turn.upperBound + 1] += 1
    }
    for place in places { stops[place] += 1 }
    for k in 0..<count {
      stops[k + 1] += stops[k]
      begun[k + 1] += begun[k]
      ended[k + 1] += ended[k]
    }
    self.isInTurn = isInTurn
  }

  func hasStop(between last: Int?, and k: Int) -> Bool {
    stops[k] > (last.map { stops[$0] } ?? 0)
  }

  /// Whether the other foot turned while this one stood.
  func hasTurn(between last: Int?, and k: Int) -> Bool {
    ended[k] > (last.map { begun[$0] } ?? 0)
  }
}
