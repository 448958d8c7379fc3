import GaitModel

/// The values of a recording's details by their keys, each read as what it must be.
struct DetailValues {
  let values: [String: JSONValue]
  let file: String
  /// Where in the file the values stand, if it is not the whole file.
  let place: String?

  /// Wearable sensors with gyroscopes are younger, and plans of a century ahead are slips.
  private static let years = 1990...2100

  init(_ values: [String: JSONValue], file: String, place: String?) {
    self.values = values
    self.file = file
    self.place = place
  }

  func text(_ key: String) throws(IngestError) -> String? {
    switch values[key] {
    case nil, .null: return nil
    case .string(let text): return text
    case .some(let value): throw fault(key, Self.shown(value), expected: "text in quotes")
    }
  }

  /// A number within `range`; a number that is missing in the file's origin (NaN) is missing here too.
  func number(_ key: String, in range: ClosedRange<Double>, _ expected: String) throws(IngestError) -> Double? {
    switch values[key] {
    case nil, .null: return nil
    case .number(let value):
      guard value.isFinite else { return nil }
      guard range.contains(value) else { throw fault(key, "'\(value)'", expected: expected) }
      return value
    case .some(let value): throw fault(key, Self.shown(value), expected: "a number: \(expected)")
    }
  }

  func choice(_ key: String, of names: [String]) throws(IngestError) -> String? {
    guard let text = try text(key) else { return nil }
    guard names.contains(text) else {
      let all = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
      throw fault(key, "'\(text.prefix(40))'", expected: all)
    }
    return text
  }

  /// The axes that point to the toes.
  func toes(_ key: String) throws(IngestError) -> ToeAxes? {
    guard let text = try text(key) else { return nil }
    guard let axes = ToeAxes(text) else {
      throw fault(key, "'\(text.prefix(40))'", expected: "an axis for both feet, such as x, or left=x,right=-x")
    }
    return axes
  }

  /// A date, or a date and a time, as ISO 8601 writes it; as it stands there.
  func time(_ key: String) throws(IngestError) -> String? {
    guard let text = try text(key) else { return nil }
    guard let time = ClockTime(text) else {
      throw fault(
        key, "'\(text.prefix(40))'", expected: "a day that exists, as ISO 8601 writes it: 2026-09-07T10:00:00+02:00")
    }
    guard Self.years.contains(time.day.year) else {
      throw fault(key, "the year \(time.day.year)", expected: "one from 1990 to 2100")
    }
    return text
  }

  private func fault(_ key: String, _ found: String, expected: String) -> IngestError {
    IngestError(
      .unusable, file: file, place: (place.map { "\($0), " } ?? "") + "key \(key)", found: found, expected: expected,
      advice: "correct the value or remove the key")
  }

  private static func shown(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let value): "the number \(value)"
    case .string(let text): "the text '\(text.prefix(40))'"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// Tells which known key a misspelt one may mean.
enum DetailKey {
  /// The known keys that `key` resembles: a letter or two are wrong, or the unit is missing or another.
  ///
  /// - Returns: `nil` if it resembles none.
  static func meant(by key: String, among known: [String]) -> [String]? {
    let plain = letters(key)
    guard !plain.isEmpty else { return nil }
    let near = known.filter { name in
      let other = letters(name)
      return distance(plain, other) <= (other.count > shortWord ? 2 : 1) || hasOtherUnit(key, name)
    }
    return near.isEmpty ? nil : near
  }

  /// Letters of a name up to which two changes make another word of it.
  private static let shortWord = 6

  /// Whether both begin with the same words, and only the unit differs: `height`, `belt_speed_kmh`.
  private static func hasOtherUnit(_ key: String, _ name: String) -> Bool {
    let units = ["_m_s", "_percent", "_hz", "_cm", "_m"]
    guard let unit = units.first(where: name.hasSuffix) else { return false }
    let stem = letters(String(name.dropLast(unit.count)))
    return letters(key) == stem || (key.lowercased().hasPrefix(name.dropLast(unit.count) + "_"))
  }

  private static func letters(_ text: String) -> [Character] {
    text.lowercased().filter { $0.isLetter || $0.isNumber }.map { $0 }
  }

  /// Letters that are wrong, missing, too many or exchanged with their neighbor (Damerau 1964,
  /// doi 10.1145/363958.363994).
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard abs(a.count - b.count) <= 2 else { return 3 }
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { rows[i][0] = i }
    for j in 0...b.count { rows[0][j] = j }
    for i in 0..<a.count {
      for j in 0..<b.count {
        let same = a[i] == b[j] ? 0 : 1
        rows[i + 1][j + 1] = min(rows[i][j + 1] + 1, rows[i + 1][j] + 1, rows[i][j] + same)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          rows[i + 1][j + 1] = min(rows[i + 1][j + 1], rows[i - 1][j - 1] + 1)
        }
      }
    }
    return rows[a.count][b.count]
  }
}
