import GaitHistory
import GaitModel
import NumberText

extension ComparableSessions.LeftOut.Reason {
  /// The reason in words, to stand after a colon or in brackets.
  package var words: String {
    switch self {
    case .noWalking: "no walking"
    case .otherConditions(let conditions): "other conditions: \(Self.labels(conditions))"
    case .partly(let conditions, let strides):
      "other conditions, in part: \(conditions.label) (\(Self.amounts(strides)))"
    case .noDate: "no date"
    }
  }

  /// `24 backward strides, 1 forward stride`.
  private static func amounts(_ strides: [Direction: Int]) -> String {
    [Direction.backward, .forward].compactMap { direction in
      strides[direction].map { PlainNumbers.count($0, "\(direction.rawValue) stride") }
    }.joined(separator: ", ")
  }

  private static func labels(_ conditions: [WalkConditions]) -> String {
    conditions.map(\.label).joined(separator: "; ")
  }
}

extension PersonExclusion {
  /// The reason in words, to stand after a colon.
  package var words: String {
    switch self {
    case .notBothWays(let conditions, let others):
      "not both ways in one session under these conditions\(Self.named(conditions))"
        + (others.isEmpty ? "" : "; walked under other conditions: \(others.map(\.label).joined(separator: "; "))")
    case .noDatedSession(let conditions): "no dated session under these conditions\(Self.named(conditions))"
    }
  }

  private static func named(_ conditions: WalkConditions?) -> String { conditions.map { " (\($0.label))" } ?? "" }
}

extension SessionComparison.Reason {
  /// The reason in words, to stand after a colon.
  package var words: String {
    switch self {
    case .differentConditions: "backward and forward walking were not under the same conditions"
    case .only(let direction): "there is only \(direction.rawValue) walking that counts"
    case .noWalking: "there is no walking that counts"
    }
  }
}
