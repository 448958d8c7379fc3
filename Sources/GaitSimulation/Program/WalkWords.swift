import GaitModel

/// Words after a walk in a program's text: `tandem`, `stairs 17`, `fatigue 15`, `stumble 9`, `hesitate 7`, `length 1.1`,
/// `speed 0.9`.
struct WalkWords {
  /// All of them, for people.
  static let list =
    "tandem, stairs RISE_CM, fatigue PERCENT, stumble STEP, hesitate STEP, length METERS or speed METERS_PER_SECOND"

  /// Time in s by which a step comes late that hesitates: longer than any step, shorter than a stop.
  private static let hesitation = 0.8

  private let words: [Substring]

  init(_ words: ArraySlice<Substring>) {
    self.words = Array(words)
  }

  /// What the words say.
  private struct Changes {
    var isTandem = false
    var rise: Double?
    var fatigue: Double?
    var length: Double?
    var speed: Double?
    var irregular: [WalkProgram.IrregularStep] = []
  }

  /// The walk that the words describe; `nil` where one of them is unknown or its number impossible.
  func walk(
    _ direction: Direction, strides: Int, strideLength: Double?, speed: Double?
  ) -> WalkProgram.Walk? {
    guard let changes else { return nil }
    let length = changes.length ?? strideLength
    let pace = changes.speed ?? speed
    var walk: WalkProgram.Walk
    if changes.isTandem {
      guard changes.rise == nil, direction != .sideways else { return nil }
      walk = .tandem(direction, strides: strides)
    } else if let rise = changes.rise {
      walk = .stairs(direction, strides: strides, rise: rise / 100)
    } else {
      walk = .usual(direction, strides: strides)
    }
    walk.strideLength = length ?? walk.strideLength
    walk.speed = pace ?? walk.speed
    if let fatigue = changes.fatigue {
      walk.course = .init(lengthChange: -fatigue / 100, speedChange: -fatigue / 100)
    }
    walk.irregularSteps = changes.irregular
    guard changes.irregular.allSatisfy({ $0.isPossible(of: 2 * strides + 1) }) else { return nil }
    return walk
  }

  private var changes: Changes? {
    var changes = Changes()
    var rest = words[...]
    while let word = rest.popFirst()?.lowercased() {
      if word == "tandem" {
        changes.isTandem = true
        continue
      }
      guard let text = rest.popFirst(), let number = Double(text), number.isFinite else { return nil }
      switch word {
      case "stairs" where number != 0 && (-30...30).contains(number): changes.rise = number
      case "fatigue" where (-50...50).contains(number): changes.fatigue = number
      case "length" where (0.1...2.5).contains(number): changes.length = number
      case "speed" where (0.1...2.5).contains(number): changes.speed = number
      case "stumble":
        guard let step = Int(text) else { return nil }
        changes.irregular.append(.init(.stumble, step: step))
      case "hesitate":
        guard let step = Int(text) else { return nil }
        changes.irregular.append(.init(.hesitation(seconds: Self.hesitation), step: step))
      default: return nil
      }
    }
    return changes
  }
}
