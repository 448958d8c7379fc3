import GaitModel

/// A programme written as text: `stand 3, forward 12, turn 180, backward 10, stand 2`.
///
/// `stand` takes seconds; `forward`, `backward` and `sideways` strides of each foot; `turn` degrees, positive to the
/// left.
public struct ProgrammeText: Sendable {
  /// What in a text is no part of a programme.
  public struct Fault: Error, Sendable, Equatable, CustomStringConvertible {
    public var part: String

    public var description: String {
      "found '\(part)'; expected stand SECONDS, forward STRIDES, backward STRIDES, sideways STRIDES or turn DEGREES"
    }
  }

  public var programme: WalkProgramme

  /// - Parameters:
  ///   - strideLength, speed: Of all walks, in m and m/s; `nil` for the usual ones of each direction.
  /// - Throws: `Fault` for the first part that cannot be read.
  public init(_ text: String, strideLength: Double? = nil, speed: Double? = nil) throws(Fault) {
    var parts: [WalkProgramme.Part] = []
    for item in text.split(separator: ",") {
      let words = item.split(separator: " ")
      let fault = Fault(part: words.joined(separator: " "))
      guard words.count == 2, let number = Double(words[1]), number.isFinite else { throw fault }
      switch words[0].lowercased() {
      case "stand":
        guard (0...3600).contains(number) else { throw fault }
        parts.append(.stand(number))
      case "turn":
        guard (-720...720).contains(number), number != 0 else { throw fault }
        // A step of a turn on the spot brings a foot around by about 60°, every other one the same foot.
        parts.append(.turn(degrees: number, steps: max(2, 2 * Int((abs(number) / 60).rounded(.up)))))
      case let word:
        guard let direction = Direction(rawValue: word), direction != .inPlace, let strides = Int(words[1]),
          (1...10_000).contains(strides)
        else { throw fault }
        parts.append(.walk(.usual(direction, strides: strides, strideLength: strideLength, speed: speed)))
      }
    }
    guard !parts.isEmpty else { throw Fault(part: text) }
    programme = WalkProgramme(parts)
  }
}
