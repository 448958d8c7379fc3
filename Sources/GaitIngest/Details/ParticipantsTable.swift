import FileDigest
import GaitModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads `participants.tsv`, which stands beside the recordings of many people and gives the details of each in a row.
///
/// `participant_id` says whose row it is (BIDS 1.9, "Participants file"); the other columns have the names of the keys of
/// `recording.json`, or are kept as they are.
struct ParticipantsTable {
  static let name = "participants.tsv"
  /// Bytes that it may have: 300,000 people with 50 letters of details.
  static let limit = 1 << 24
  /// Folders above a recording in which it is looked for: a data set of BIDS has three.
  private static let highest = 4
  private static let missing: Set = ["", "n/a", "na", "nan"]

  let path: String
  private let header: [String]
  private let rows: [[String]]
  private let rowTexts: [String]
  private let headerText: String

  /// What a row says of a recording.
  struct Row {
    var details: DetailsFile
    var input: InputFile
  }

  /// The table nearest to a recording at `place`, in its folder or above.
  ///
  /// - Throws: `IngestError` if it is not UTF-8, or has no column `participant_id`.
  init?(near place: RecordingPlace) throws(IngestError) {
    var folder = URL(filePath: place.path).standardizedFileURL
    if !place.isFolder { folder.deleteLastPathComponent() }
    for _ in 0...Self.highest {
      let path = folder.appending(path: Self.name).path
      if FileManager.default.fileExists(atPath: path) {
        try self.init(path: path)
        return
      }
      guard folder.path != "/" else { return nil }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  private init(path: String) throws(IngestError) {
    self.path = path
    let bytes = try InputBytes(path: path).data
    // What is cut off could be people, or the last digits of a number.
    guard bytes.count <= Self.limit else {
      throw IngestError(
        .unusable, file: path, found: "\(bytes.count) bytes", expected: "at most \(Self.limit)",
        advice: "keep only the people of these recordings, or give their details in recording.json")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw IngestError(
        .unusable, file: path, found: "bytes that are not UTF-8", expected: "UTF-8", advice: "save the file as UTF-8")
    }
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    let first = lines.first?.trimmed { $0 == "\u{FEFF}" } ?? ""
    header = Self.cells(first)
    headerText = String(first)
    guard header.contains(where: { $0.lowercased() == "participant_id" }) else {
      throw IngestError(
        .unusable, file: path, place: "line 1", found: "the columns " + header.prefix(8).joined(separator: ", "),
        expected: "participant_id among them, between tabs", advice: "name the column of the people participant_id")
    }
    rows = lines.dropFirst().map(Self.cells)
    rowTexts = lines.dropFirst().map(String.init)
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0.trimmed { $0 == " " || $0 == "\"" }) }
  }

  /// The row of the person of a recording.
  ///
  /// - Parameters:
  ///   - subject: The person, if the recording says it.
  ///   - name: Name of the recording.
  /// - Returns: `nil` if no row is of them, or more than one.
  /// - Throws: `IngestError` if a value in it cannot be.
  func row(of place: RecordingPlace, subject: String?, name: String) throws(IngestError) -> Row? {
    let column = header.firstIndex { $0.lowercased() == "participant_id" } ?? 0
    let words = subject.map { [$0.lowercased()] } ?? words(of: place, name: name)
    let hits = rows.indices.filter { row in
      guard rows[row].indices.contains(column) else { return false }
      let id = rows[row][column].lowercased()
      return !id.isEmpty && words.contains { Self.withoutPrefix($0) == Self.withoutPrefix(id) }
    }
    guard hits.count == 1, let hit = hits.first else { return nil }
    var values: [(key: String, value: JSONValue)] = []
    for (name, cell) in zip(header, rows[hit]) where !Self.missing.contains(cell.lowercased()) {
      let key = name.lowercased() == "participant_id" ? "subject" : name
      let isText = ["subject", "session", "notes", "started_at"].contains(key)
      values.append((key, isText ? .string(cell) : Double(cell).map { .number($0) } ?? .string(cell)))
    }
    var hash = SHA256()
    for text in [headerText, rowTexts[hit]] {
      Array(text.utf8).withUnsafeBytes { hash.update(bufferPointer: $0) }
    }
    return Row(
      details: try DetailsFile(Self.withHeight(values), file: path, place: "line of \(rows[hit][column])"),
      input: InputFile(file: Self.name, sha256: hash.hexadecimal(), format: "row of a participant"))
  }

  /// BIDS has a column `height`, whose unit stands elsewhere; people's heights in meters and in centimeters do not overlap.
  private static func withHeight(_ values: [(key: String, value: JSONValue)]) -> [(key: String, value: JSONValue)] {
    guard !values.contains(where: { $0.key == "height_m" || $0.key == "height_cm" }) else { return values }
    return values.map { key, value in
      guard key.lowercased() == "height", let height = value.numericValue else { return (key, value) }
      return height < 3 ? ("height_m", value) : height > 50 ? ("height_cm", value) : (key, value)
    }
  }

  /// The words of the recording's name and of the folders between it and the table.
  private func words(of place: RecordingPlace, name: String) -> [String] {
    let own = URL(filePath: place.path).standardizedFileURL.path
    let folder = URL(filePath: path).deletingLastPathComponent().path
    let below = own.hasPrefix(folder) ? String(own.dropFirst(folder.count)) : own
    let texts = below.split(separator: "/").map(String.init) + [place.part ?? "", name]
    return texts.flatMap { text -> [String] in
      let stem = RecordingPlace.stem(text).lowercased()
      return [stem] + stem.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    }
  }

  private static func withoutPrefix(_ id: String) -> String { id.hasPrefix("sub-") ? String(id.dropFirst(4)) : id }
}
