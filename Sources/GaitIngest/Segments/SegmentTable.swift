import GaitModel

/// Reads the segments of a recording from a table: `start,end,label`, or `onset`, `duration` and `trial_type` of BIDS.
///
/// Times are seconds on the recording's clock. Cells are separated by tabs, semicolons or commas.
struct SegmentTable {
  /// Ascending by start, without overlap, each with a name of its own.
  private(set) var segments: [Segment] = []
  /// What the user should know of it.
  private(set) var warnings: [SegmentWarning] = []

  private let file: String
  private let isOfEvents: Bool

  /// Bytes: a thousand segments with long names.
  static let limit = 1 << 20
  /// More than a person does in a day of tests; a table of single steps has more.
  private static let mostSegments = 1000
  /// Characters of a name.
  private static let longestName = 200
  /// Seconds; a third of a year.
  private static let latestTime = 1e7

  private static let startNames: Set = ["start", "start_s", "onset", "onset_s"]
  private static let endNames: Set = ["end", "end_s"]
  private static let durationNames: Set = ["duration", "duration_s"]
  private static let labelNames: Set = ["label", "segment", "name", "trial_type"]
  private static let missing: Set = ["", "n/a", "na", "nan"]
  private static let delimiters: [Character] = ["\t", ";", ","]

  /// - Parameter isOfEvents: Whether rows may be events without a duration or a label, which are passed over.
  /// - Throws: `IngestError` if columns are missing, or a row cannot be a segment.
  init(_ bytes: some Collection<UInt8>, file: String, isOfEvents: Bool) throws(IngestError) {
    self.file = file
    self.isOfEvents = isOfEvents
    guard bytes.count <= Self.limit else {
      throw error(nil, "\(bytes.count) bytes", "at most \(Self.limit) bytes", "leave only the segments in the file")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw error(nil, "bytes that are not UTF-8", "UTF-8", "save the file as UTF-8")
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let filled = lines.indices.filter { !lines[$0].allSatisfy(\.isWhitespace) }
    guard let first = filled.first else {
      throw error(nil, "an empty file", "a line of names and a line for each segment", "write them or remove the file")
    }
    let header = lines[first].drop { $0 == "\u{FEFF}" }
    let delimiter = Self.delimiters.first { header.contains($0) } ?? ","
    let columns = try columns(Self.cells(of: header, delimiter), line: first + 1)
    var passedOver = 0
    for k in filled.dropFirst() {
      let cells = Self.cells(of: lines[k], delimiter)
      guard let segment = try segment(cells, columns, line: k + 1, hasDecimalCommas: delimiter != ",") else {
        passedOver += 1
        continue
      }
      segments.append(segment)
      guard segments.count <= Self.mostSegments else {
        throw error(
          "line \(k + 1)", "more than \(Self.mostSegments) segments", "at most \(Self.mostSegments)",
          "keep only the parts of the recording that you want to compare")
      }
    }
    if passedOver > 0 { warnings.append(.events(passedOver, file: Self.lastName(file))) }
    try order()
  }

  /// Positions of columns.
  private struct Columns {
    var start: Int
    var end: Int
    /// Whether `end` holds a duration.
    var isDuration: Bool
    var label: Int
    var names: [String]
  }

  private func columns(_ names: [String], line: Int) throws(IngestError) -> Columns {
    let known = names.map { $0.lowercased() }
    func position(_ wanted: Set<String>, _ what: String) throws(IngestError) -> Int? {
      let hits = known.indices.filter { wanted.contains(known[$0]) }
      guard hits.count < 2 else {
        throw error(
          "line \(line)", "two columns of \(what): \(hits.map { names[$0] }.joined(separator: " and "))", "one",
          "remove or rename the other")
      }
      return hits.first
    }
    let start = try position(Self.startNames, "the start")
    let label = try position(Self.labelNames, "the label")
    let ends = (try position(Self.endNames, "the end"), try position(Self.durationNames, "the duration"))
    guard ends.0 == nil || ends.1 == nil else {
      throw error("line \(line)", "an end and a duration", "one of them", "remove one of the two columns")
    }
    guard let start, let label, let end = ends.0 ?? ends.1 else {
      throw error(
        "line \(line)", "the columns \(names.prefix(8).joined(separator: ", "))",
        "start, end and label, or onset, duration and trial_type", "rename the columns, with times in seconds")
    }
    return Columns(start: start, end: end, isDuration: ends.0 == nil, label: label, names: names)
  }

  /// The segment of a row; `nil` if it is an event that is none.
  private func segment(
    _ cells: [String], _ columns: Columns, line: Int, hasDecimalCommas: Bool
  ) throws(IngestError) -> Segment? {
    guard cells.count == columns.names.count else {
      throw error(
        "line \(line)", "\(cells.count) cells", "\(columns.names.count), as in the line of names",
        "put a text that holds the separator in quotes")
    }
    let label = cells[columns.label]
    let isMissing = { (position: Int) in Self.missing.contains(cells[position].lowercased()) }
    if isOfEvents, isMissing(columns.label) || isMissing(columns.end) { return nil }
    guard !label.isEmpty else {
      throw error("line \(line)", "an empty label", "the name of the segment", "name it or remove the line")
    }
    guard label.count <= Self.longestName, !label.unicodeScalars.contains(where: Self.isUnprintable) else {
      throw error(
        "line \(line)", "a label of \(label.count) characters: '\(label.prefix(40))'",
        "at most \(Self.longestName) printable characters", "shorten it")
    }
    func time(_ position: Int) throws(IngestError) -> Double {
      let text = hasDecimalCommas ? cells[position].replacing(",", with: ".") : cells[position]
      guard text.utf8.allSatisfy(Self.isOfNumber), let value = Double(text), abs(value) <= Self.latestTime else {
        throw error(
          "line \(line), column \(columns.names[position])", "'\(cells[position].prefix(40))'",
          "seconds on the recording's clock, such as 92.5", "correct the time")
      }
      return value
    }
    let start = try time(columns.start)
    let value = try time(columns.end)
    let end = columns.isDuration ? start + value : value
    if isOfEvents, columns.isDuration, value == 0 { return nil }
    guard end > start else {
      let found = columns.isDuration ? "a duration of \(value) s" : "a start at \(start) s and an end at \(end) s"
      throw error(
        "line \(line)", found, columns.isDuration ? "a duration above 0" : "an end after the start", "correct the times"
      )
    }
    return Segment(name: label, start: start, end: end)
  }

  /// Sorts the segments, refuses those that overlap, and numbers those of one name.
  private mutating func order() throws(IngestError) {
    segments.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    for (a, b) in zip(segments, segments.dropFirst()) where b.start < a.end {
      throw error(
        nil, "'\(a.name)' (\(a.start) to \(a.end) s) and '\(b.name)' (\(b.start) to \(b.end) s), which overlap",
        "segments that do not overlap, so that each stride lies in one of them",
        "correct the times, or analyze with one table for each kind of segment")
    }
    let names = Dictionary(segments.map { ($0.name, 1) }, uniquingKeysWith: +)
    for (name, count) in names.filter({ $0.value > 1 }).sorted(by: { $0.key < $1.key }) {
      for number in 1...count where names["\(name) \(number)"] != nil {
        throw error(
          nil, "'\(name)' \(count) times and '\(name) \(number)' beside it", "labels that differ",
          "number the segments of one kind: '\(name) a', '\(name) b'")
      }
      var number = 0
      for k in segments.indices where segments[k].name == name {
        number += 1
        segments[k].name = "\(name) \(number)"
      }
      warnings.append(.repeatedLabel(name, count: count, file: Self.lastName(file)))
    }
  }

  /// Takes quotes off; a delimiter between quotes separates nothing.
  private static func cells(of line: Substring, _ delimiter: Character) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == delimiter, !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells.map { String($0.trimmed(of: \.isWhitespace)) }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "+-.eE".utf8.contains(byte)
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }

  private static func lastName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private func error(_ place: String?, _ found: String, _ expected: String, _ advice: String) -> IngestError {
    IngestError(.unusable, file: file, place: place, found: found, expected: expected, advice: advice)
  }
}

extension String {
  fileprivate func trimmed(of isOuter: (Character) -> Bool) -> Substring {
    guard let last = lastIndex(where: { !isOuter($0) }) else { return "" }
    return self[...last].drop(while: isOuter)
  }
}
