import CHDF5

/// Tables as one HDF5 file: a group per table, a dataset per column.
///
/// h5py, MATLAB and R read a column by its name without knowing the others. Columns are packed with gzip. Groups keep the
/// order of columns. No time stamps are stored, so the same tables give the same bytes.
public struct HDF5TableFile: Sendable {
  public var attributes: [HDF5Attribute]
  public var tables: [HDF5Table]

  public init(attributes: [HDF5Attribute] = [], tables: [HDF5Table]) {
    self.attributes = attributes
    self.tables = tables
  }

  /// Rows of a chunk: enough to compress well, few enough to read a part of a long table.
  private static let chunk: hsize_t = 16_384
  /// Bytes by which a file in memory grows.
  private static let increment = 1 << 20
  /// Longest text in bytes for which all cells of a column get the same room, which gzip takes back. A column with a longer
  /// one has cells of their own lengths, which are not packed.
  static let longestFixedText = 256

  /// The bytes of the file.
  ///
  /// - Throws: `HDF5Error` if columns differ in length, or the library cannot make the file.
  public func bytes() throws(HDF5Error) -> [UInt8] {
    try check()
    return try HDF5Library.exclusively { () throws(HDF5Error) in
      guard let file = HDF5Handle(rg_create_tables_in_memory(Self.increment), .file) else {
        throw failure("its beginning")
      }
      // At the beginning, by which the file is known.
      try write(attributes, to: file.id, place: "its attributes", isFixed: true)
      for table in tables { try write(table, to: file.id) }
      guard let bytes = HDF5Library.image(of: file.id) else { throw failure("its end") }
      return bytes
    }
  }

  private func check() throws(HDF5Error) {
    for table in tables {
      let rows = table.columns.first?.values.count ?? 0
      for column in table.columns where column.values.count != rows {
        throw .misfit(table: table.name, column: column.name, found: column.values.count, expected: rows)
      }
    }
  }

  private func write(_ table: HDF5Table, to file: hid_t) throws(HDF5Error) {
    guard let group = HDF5Handle(rg_create_table(file, table.name), .group) else { throw failure(table.name) }
    try write(table.attributes, to: group.id, place: table.name)
    var names: Set<String> = []
    for column in table.columns {
      let place = "\(table.name)/\(column.name)"
      let name = Self.linkName(column.name, without: &names)
      guard let dataset = HDF5Handle(write(column.values, name, to: group.id), .dataset) else { throw failure(place) }
      let given = name == column.name ? [] : [HDF5Attribute("name", column.name)]
      try write(given + column.attributes, to: dataset.id, place: place)
    }
  }

  /// A name that can stand in a path of HDF5, in which `/` parts groups, and that no column before has.
  private static func linkName(_ name: String, without names: inout Set<String>) -> String {
    var link = String(String.UnicodeScalarView(name.unicodeScalars.map { $0 == "/" || $0 == "\0" ? "_" : $0 }))
    if link.isEmpty || link == "." { link = "_" }
    while !names.insert(link).inserted { link += "_" }
    return link
  }

  private func write(_ values: HDF5Values, _ name: String, to group: hid_t) -> hid_t {
    let rows = hsize_t(values.count)
    switch values {
    case .numbers(let cells):
      return cells.withUnsafeBytes { rg_write_column(group, name, 0, 8, $0.baseAddress, rows, Self.chunk) }
    case .wholes(let cells):
      return cells.withUnsafeBytes { rg_write_column(group, name, 1, 8, $0.baseAddress, rows, Self.chunk) }
    case .truths(let cells):
      let bytes = cells.map { $0 ? UInt8(1) : 0 }
      return bytes.withUnsafeBytes { rg_write_column(group, name, 2, 1, $0.baseAddress, rows, Self.chunk) }
    case .texts(let cells):
      let longest = cells.lazy.map(\.utf8.count).max() ?? 0
      return longest > Self.longestFixedText
        ? writeOfAnyLength(cells, name, to: group) : writeFixed(cells, name, room: max(1, longest), to: group)
    }
  }

  /// Every cell with the same room, filled up with zeros.
  private func writeFixed(_ cells: [String], _ name: String, room: Int, to group: hid_t) -> hid_t {
    var bytes = [UInt8](repeating: 0, count: room * cells.count)
    for (row, cell) in cells.enumerated() {
      for (k, byte) in cell.utf8.enumerated() { bytes[row * room + k] = Self.letter(byte) }
    }
    return bytes.withUnsafeBytes {
      rg_write_column(group, name, 3, room, $0.baseAddress, hsize_t(cells.count), Self.chunk)
    }
  }

  /// Every cell with its own length. Rows that follow each other with the same text share it in memory.
  private func writeOfAnyLength(_ cells: [String], _ name: String, to group: hid_t) -> hid_t {
    var bytes: [UInt8] = []
    var places: [Int] = []
    for (row, cell) in cells.enumerated() {
      // Compared by bytes: letters that are written in two ways stay as they are.
      if row > 0, cell.utf8.elementsEqual(cells[row - 1].utf8) {
        places.append(places[row - 1])
      } else {
        places.append(bytes.count)
        bytes += cell.utf8.map(Self.letter) + [0]
      }
    }
    return bytes.withUnsafeBytes { buffer in
      let pointers = places.map { buffer.baseAddress?.advanced(by: $0) }
      return pointers.withUnsafeBytes {
        rg_write_column(group, name, 4, 0, $0.baseAddress, hsize_t(cells.count), Self.chunk)
      }
    }
  }

  /// A zero would end the text for most readers.
  private static func letter(_ byte: UInt8) -> UInt8 { byte == 0 ? UInt8(ascii: " ") : byte }

  private func write(
    _ attributes: [HDF5Attribute], to object: hid_t, place: String, isFixed: Bool = false
  ) throws(HDF5Error) {
    for attribute in attributes {
      let status =
        switch attribute.value {
        case .text(let text): rg_write_text_attribute(object, attribute.name, text, isFixed ? 1 : 0)
        case .number(let number): rg_write_number_attribute(object, attribute.name, number)
        }
      guard status == 0 else { throw failure("\(place), attribute \(attribute.name)") }
    }
  }

  private func failure(_ place: String) -> HDF5Error { .notWritten(place: place, reason: HDF5Library.lastError()) }
}
