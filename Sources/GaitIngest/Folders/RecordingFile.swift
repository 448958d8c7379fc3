import GaitModel

/// A file of a folder that may hold a sensor's samples, and what its name tells.
struct RecordingFile {
  /// The file's name.
  let name: String
  let label: PlacementLabel
  /// What is left of the name when the placement is taken out, in lower case; files that share it belong together.
  let key: String
  /// The same as it is written, for the name of the recording.
  let title: String

  /// - Parameter other: The name to take for it, if it is not its own.
  init(_ name: String, readAs other: String? = nil) {
    self.name = name
    label = PlacementLabel(RecordingPlace.stem(other ?? name))
    title = label.rest.joined(separator: "_")
    key = title.lowercased()
  }

  var placement: Placement? { label.placement }

  /// What a part of a sensor measures that an export may write to a file of its own.
  enum Quantity {
    case acceleration, angularVelocity, other
  }

  private static let quantityWords: [String: Quantity] = [
    "acc": .acceleration, "accel": .acceleration, "accelerometer": .acceleration, "acceleration": .acceleration,
    "gyr": .angularVelocity, "gyro": .angularVelocity, "gyroscope": .angularVelocity,
    "mag": .other, "magnetometer": .other, "magn": .other,
  ]

  /// The one quantity that the name says.
  var quantity: Quantity? {
    let found = label.rest.compactMap { Self.quantityWords[$0.lowercased()] }
    return found.count == 1 ? found[0] : nil
  }

  /// What is left of the key without the quantity.
  var titleWithoutQuantity: String {
    label.rest.filter { Self.quantityWords[$0.lowercased()] == nil }.joined(separator: "_")
  }

  /// What is left of the key without what differs between sensors of one recording: numbers of devices and times of
  /// day. A date stays, because recordings of two days are two.
  var keyWithoutNumbers: String {
    label.rest.map { $0.lowercased() }.filter { !Self.isTime($0) && !Self.isSerialNumber($0) }
      .map { Self.isTimeWithDate($0) ? String($0.prefix(8)) : $0 }.joined(separator: "_")
  }

  /// hhmmss, or seconds or milliseconds from 1970.
  private static func isTime(_ word: String) -> Bool {
    word.allSatisfy(\.isASCIIDigit) && [6, 10, 13].contains(word.count)
  }

  /// yyyymmddhhmm with or without seconds.
  private static func isTimeWithDate(_ word: String) -> Bool {
    word.allSatisfy(\.isASCIIDigit) && [12, 14].contains(word.count)
  }

  /// At least six hexadecimal digits, letters among them.
  private static func isSerialNumber(_ word: String) -> Bool {
    word.count >= 6 && word.allSatisfy(\.isHexDigit) && word.contains(where: \.isNumber)
      && word.contains(where: \.isLetter)
  }

  /// The name without the mark of a copy, or `nil` if it has none: `left_foot (1)`, `left_foot - Copy`,
  /// `Copy of left_foot`.
  static func original(ofStem stem: String) -> String? {
    var text = Substring(stem)
    if text.last == ")", let open = text.lastIndex(of: "("), open != text.startIndex {
      let number = text[text.index(after: open)...].dropLast()
      if !number.isEmpty, number.allSatisfy(\.isASCIIDigit) { text = text[..<open].trimmed { $0 == " " || $0 == "_" } }
    }
    for word in ["copy", "kopie", "copie", "copia", "kopia", "kopi"] {
      let lower = text.lowercased()
      let endings = [" - \(word)", " \(word)", "_\(word)", "-\(word)"]
      let beginnings = ["\(word) of ", "\(word) von ", "\(word) de ", "\(word) di "]
      if let ending = endings.first(where: lower.hasSuffix) {
        text = text.dropLast(ending.count)
      } else if let beginning = beginnings.first(where: lower.hasPrefix) {
        text = text.dropFirst(beginning.count)
      }
    }
    return text.count < stem.count && !text.isEmpty ? String(text) : nil
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
