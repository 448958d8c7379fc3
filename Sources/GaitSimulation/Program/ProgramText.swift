import GaitModel

/// A program written as text: `stand 3, forward 12, turn 180, backward 10, stand 2`.
///
/// `stand` takes seconds; `forward`, `backward` and `sideways` strides of each foot; `turn` degrees, positive to the
/// left. Words after a walk change it (`WalkWords`): `backward 20 stumble 9 fatigue 15`. `repeat 4 (forward 12, stand 20)`
/// repeats parts, as intervals do.
package struct ProgramText: Sendable {
  /// What in a text is no part of a program.
  package struct Fault: Error, Sendable, Equatable, CustomStringConvertible {
    package var part: String

    package var description: String {
      "found '\(part)'; expected stand SECONDS, forward STRIDES, backward STRIDES, sideways STRIDES, turn DEGREES "
        + "or repeat TIMES (PARTS); a walk may be followed by \(WalkWords.list)"
    }
  }

  package var program: WalkProgram

  /// Most rounds of a `repeat`, and most strides of one part.
  private static let rounds = 1...100
  private static let strides = 1...10_000

  /// - Parameters:
  ///   - strideLength, speed: Of all walks, in m and m/s; `nil` for the usual ones of each direction.
  /// - Throws: `Fault` for the first part that cannot be read.
  package init(_ text: String, strideLength: Double? = nil, speed: Double? = nil) throws(Fault) {
    var parts: [WalkProgram.Part] = []
    for item in try Self.items(of: text) {
      if let repeated = item.repeated {
        var round: [WalkProgram.Part] = []
        for inner in try Self.items(of: repeated.parts) {
          guard inner.repeated == nil else { throw Fault(part: inner.text) }
          round.append(try Self.part(inner.text, strideLength: strideLength, speed: speed))
        }
        guard !round.isEmpty else { throw Fault(part: item.text) }
        for _ in 0..<repeated.times { parts += round }
      } else {
        parts.append(try Self.part(item.text, strideLength: strideLength, speed: speed))
      }
    }
    guard !parts.isEmpty else { throw Fault(part: text) }
    program = WalkProgram(parts)
  }

  private struct Item {
    var text: String
    var repeated: (times: Int, parts: String)?
  }

  /// The parts of a text: what stands between commas, where those in brackets do not count.
  private static func items(of text: String) throws(Fault) -> [Item] {
    var items: [String] = [""]
    var depth = 0
    for character in text {
      switch character {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      guard (0...1).contains(depth) else { throw Fault(part: text) }
      if character == ",", depth == 0 { items.append("") } else { items[items.count - 1].append(character) }
    }
    guard depth == 0 else { throw Fault(part: text) }
    var found: [Item] = []
    for item in items {
      let words = item.split(separator: " ")
      guard !words.isEmpty else { continue }
      var part = Item(text: words.joined(separator: " "))
      if words[0].lowercased() == "repeat" {
        let halves = part.text.split(separator: "(", maxSplits: 1)
        let head = halves[0].split(separator: " ")
        guard halves.count == 2, halves[1].hasSuffix(")"), head.count == 2, let times = Int(head[1]),
          rounds.contains(times)
        else { throw Fault(part: part.text) }
        part.repeated = (times, String(halves[1].dropLast()))
      }
      found.append(part)
    }
    return found
  }

  private static func part(
    _ text: String, strideLength: Double?, speed: Double?
  ) throws(Fault) -> WalkProgram.Part {
    let words = text.split(separator: " ")
    let fault = Fault(part: text)
    guard words.count >= 2, let number = Double(words[1]), number.isFinite else { throw fault }
    switch words[0].lowercased() {
    case "stand":
      guard words.count == 2, (0...3600).contains(number) else { throw fault }
      return .stand(number)
    case "turn":
      guard words.count == 2, (-720...720).contains(number), number != 0 else { throw fault }
      // A step of a turn on the spot brings a foot around by about 60°, every other one the same foot.
      return .turn(degrees: number, steps: max(2, 2 * Int((abs(number) / 60).rounded(.up))))
    case let word:
      guard let direction = Direction(rawValue: word), direction != .inPlace, let count = Int(words[1]),
        strides.contains(count),
        let walk = WalkWords(words.dropFirst(2)).walk(
          direction, strides: count, strideLength: strideLength, speed: speed)
      else { throw fault }
      return .walk(walk)
    }
  }
}
