import Foundation

/// The rows of a session's `strides.csv`, read without anything of the program.
struct WrittenStrides {
  /// A row: texts by the names of the columns.
  struct Row {
    var cells: [String: String]

    subscript(text column: String) -> String { cells[column] ?? "" }
    subscript(column: String) -> Double? { Double(cells[column] ?? "") }

    var direction: String { self[text: "direction"] }
    /// Whether its direction is sure, as Results.md defines it.
    var isSure: Bool { (self["direction_confidence"] ?? 0) >= 0.6 }
    /// Whether it enters means, as Results.md defines it.
    var counts: Bool { self[text: "valid"] == "true" && self[text: "steady"] == "true" && isSure }
  }

  /// `2026-11-02`
  var day: String
  var rows: [Row]

  init(_ folder: String, day: String) throws {
    self.day = day
    let text = try String(contentsOfFile: "\(folder)/\(day)/strides.csv", encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    rows = lines.dropFirst().map { Row(cells: Dictionary(uniqueKeysWithValues: zip(lines[0], $0))) }
  }

  func counted(_ direction: String) -> [Row] { rows.filter { $0.counts && $0.direction == direction } }

  /// The mean of a column over the strides that count, of both feet or of one.
  func mean(_ column: String, _ direction: String, foot: String? = nil) -> Double? {
    let values = counted(direction).filter { foot == nil || $0[text: "foot"] == foot }.compactMap { $0[column] }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The coefficient of variation of a column in percent.
  func variation(_ column: String, _ direction: String) -> Double? {
    let values = counted(direction).compactMap { $0[column] }
    guard values.count > 1, let mean = mean(column, direction) else { return nil }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return 100 * (squares / Double(values.count - 1)).squareRoot() / mean
  }

  /// Left less right, in percent of the mean of both.
  func asymmetry(_ column: String, _ direction: String) -> Double? {
    guard let left = mean(column, direction, foot: "left"), let right = mean(column, direction, foot: "right")
    else { return nil }
    return 200 * (left - right) / (left + right)
  }

  /// Percent of the sure contacts in which the toes came first, and their number.
  func toesFirst(_ direction: String) -> (percent: Double, n: Int)? {
    let contacts = counted(direction).filter { ($0["contact_confidence"] ?? 0) >= 0.6 }.map { $0[text: "contact_type"] }
    guard !contacts.isEmpty else { return nil }
    return (100 * Double(contacts.count { $0 == "toe" }) / Double(contacts.count), contacts.count)
  }
}

extension [WrittenStrides] {
  /// The change along the line after Theil and Sen, from the first to the last session.
  func change(_ value: (WrittenStrides) -> Double?) -> Double? {
    let points = enumerated().compactMap { k, session in value(session).map { (time: session.dayNumber, value: $0) } }
    guard points.count > 1, let first = points.first, let last = points.last else { return nil }
    var slopes: [Double] = []
    for (k, later) in points.enumerated() {
      for earlier in points[..<k] { slopes.append((later.value - earlier.value) / (later.time - earlier.time)) }
    }
    slopes.sort()
    let middle = slopes.count / 2
    let slope = slopes.count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2
    return slope * (last.time - first.time)
  }
}

extension WrittenStrides {
  /// Days since 1970.
  var dayNumber: Double {
    let format = ISO8601DateFormatter()
    format.formatOptions = .withFullDate
    return (format.date(from: day)?.timeIntervalSince1970 ?? .nan) / 86_400
  }
}
