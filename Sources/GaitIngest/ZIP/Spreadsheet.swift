/// The sheets of a spreadsheet in Office Open XML (ECMA-376, `.xlsx`), as text between tabs.
///
/// Values are read as they are stored: numbers to their last digit, whatever is shown of them. Formulas give the value that
/// was last computed. Dates are a spreadsheet's days.
struct Spreadsheet {
  struct Sheet {
    var name: String
    var text: [UInt8]
  }

  private let archive: ZIPArchive
  private let file: String

  private static let workbook = "xl/workbook.xml"
  /// Columns of a sheet that are read, of the 16,384 that there may be.
  private static let mostColumns = 1024
  /// A row far below the one before stands after rows that are empty.
  private static let mostSheets = 50

  /// - Returns: `nil` if the archive is not a spreadsheet.
  init?(_ archive: ZIPArchive, file: String) {
    guard archive.entries.contains(where: { $0.name == Self.workbook }) else { return nil }
    self.archive = archive
    self.file = file
  }

  /// The sheets that are not empty, in the order of the workbook.
  ///
  /// - Throws: `IngestError` if a part of the file is damaged.
  func sheets() throws(IngestError) -> [Sheet] {
    let shared = try sharedTexts()
    var sheets: [Sheet] = []
    for (name, path) in try parts().prefix(Self.mostSheets) {
      guard let entry = archive.entries.first(where: { $0.name == path }) else { continue }
      let text = Self.text(of: try archive.content(of: entry), shared: shared)
      if !text.isEmpty { sheets.append(Sheet(name: name, text: text)) }
    }
    return sheets
  }

  private func content(_ name: String) throws(IngestError) -> [UInt8]? {
    guard let entry = archive.entries.first(where: { $0.name == name }) else { return nil }
    return try archive.content(of: entry)
  }

  /// The names of the sheets and the parts of the archive that they are in.
  private func parts() throws(IngestError) -> [(name: String, path: String)] {
    var targets: [String: String] = [:]
    var relations = XMLScanner(try content("xl/_rels/workbook.xml.rels") ?? [])
    while let token = relations.next() {
      guard case .open("Relationship", let attributes, _) = token,
        let id = relations.attribute("Id", in: attributes), let target = relations.attribute("Target", in: attributes)
      else { continue }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    var parts: [(name: String, path: String)] = []
    var workbook = XMLScanner(try content(Self.workbook) ?? [])
    while let token = workbook.next() {
      guard case .open("sheet", let attributes, _) = token else { continue }
      let name = workbook.attribute("name", in: attributes) ?? "sheet \(parts.count + 1)"
      let id = workbook.attribute("r:id", in: attributes) ?? ""
      parts.append((name, targets[id] ?? "xl/worksheets/sheet\(parts.count + 1).xml"))
    }
    return parts
  }

  /// The texts that cells refer to by their number.
  private func sharedTexts() throws(IngestError) -> [String] {
    var texts: [String] = []
    var text = ""
    var isText = false
    var isReading = false
    var scanner = XMLScanner(try content("xl/sharedStrings.xml") ?? [])
    while let token = scanner.next() {
      switch token {
      case .open("si", _, let isEmpty):
        text = ""
        if isEmpty { texts.append("") }
      case .close("si"): texts.append(text)
      // How a word is spoken is not a part of it.
      case .open("rPh", _, let isEmpty): isReading = !isEmpty
      case .close("rPh"): isReading = false
      case .open("t", _, let isEmpty): isText = !isEmpty
      case .close("t"): isText = false
      case .text(let range): if isText && !isReading { text += scanner.text(range) }
      default: break
      }
    }
    return texts
  }

  private static func text(of sheet: [UInt8], shared: [String]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(sheet.count / 4)
    var cells: [String] = []
    var column = 0
    var kind = ""
    var value = ""
    var isValue = false
    var scanner = XMLScanner(sheet)
    func close() {
      guard column < mostColumns, !value.isEmpty else { return }
      while cells.count <= column { cells.append("") }
      cells[column] = kind == "s" ? Int(value).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? "" : value
    }
    while let token = scanner.next() {
      switch token {
      case .open("row", _, _):
        cells = []
        column = -1
      case .close("row"):
        let line = cells.map { cell in String(cell.map { $0 == "\t" || $0.isNewline ? " " : $0 }) }
        if line.contains(where: { !$0.isEmpty }) {
          text += line.joined(separator: "\t").utf8
          text.append(0x0A)
        }
      case .open("c", let attributes, _):
        column = scanner.attribute("r", in: attributes).flatMap(Self.column) ?? column + 1
        kind = scanner.attribute("t", in: attributes) ?? ""
        value = ""
      case .close("c"): close()
      case .open("v", _, let isEmpty), .open("t", _, let isEmpty): isValue = !isEmpty
      case .close("v"), .close("t"): isValue = false
      case .text(let range): if isValue { value += scanner.text(range) }
      default: break
      }
    }
    return text
  }

  /// The number, from 0, of the column of a cell such as `AB12`.
  private static func column(_ reference: String) -> Int? {
    let letters = reference.prefix { $0.isASCII && $0.isLetter }
    guard !letters.isEmpty, letters.count <= 3 else { return nil }
    return letters.uppercased().utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
  }
}
