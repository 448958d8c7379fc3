import CHDF5

/// An HDF5 file whose groups hold one sensor's data each.
struct HDF5File: ~Copyable {
  private let process: HDF5Process
  private let size: ExpandedSize

  init(_ process: HDF5Process, byteCount: Int, limit: ExpansionLimit = ExpansionLimit()) {
    self.process = process
    size = ExpandedSize(file: process.file, fileSize: byteCount, limit: limit)
  }

  /// Whether there is a group or dataset at `name` directly in this file.
  ///
  /// - Throws: `IngestError` for links that lead elsewhere, which are not followed.
  func holds(_ name: String) throws(IngestError) -> Bool {
    try Self.holds(name, in: process.root, of: process, place: name)
  }

  /// The group at `name` directly in this file.
  ///
  /// - Throws: `IngestError` if there is none, or a link leads elsewhere.
  func group(_ name: String) throws(IngestError) -> Group {
    _ = try holds(name)
    guard let group = HDF5Object(name, in: process.root, of: process, .group) else {
      try process.checkSound()
      throw IngestError(
        .unusable, file: process.file, place: "group /\(name)", found: "no group (\(process.lastError))",
        expected: "a group with the data of one sensor", advice: "see the documentation of plain HDF5")
    }
    return Group(object: group, path: process.file, name: name, size: size)
  }

  fileprivate static func holds(
    _ name: String, in location: hid_t, of process: HDF5Process, place: String
  ) throws(IngestError) -> Bool {
    switch process.link(name, in: location) {
    case .none: return false
    case .hard: return true
    case .elsewhere:
      try process.checkSound()
      throw IngestError(
        .unusable, file: process.file, place: "/\(place)", found: "a link to somewhere else",
        expected: "the data themselves",
        advice: "copy the data into the file (h5repack or h5copy)")
    }
  }

  /// A group that holds one sensor's data.
  struct Group: ~Copyable {
    fileprivate let object: HDF5Object
    let path: String
    let name: String
    fileprivate let size: ExpandedSize

    func holds(_ dataset: String) throws(IngestError) -> Bool {
      try HDF5File.holds(dataset, in: object.id, of: object.process, place: "\(name)/\(dataset)")
    }

    /// A number that is attached to the group.
    func number(_ attribute: String) -> Double? { object.process.number(attribute, of: object.id) }

    /// The dataset `dataset`, which has `columns` columns.
    ///
    /// - Throws: `IngestError` if there is none, it has another shape, or a link leads elsewhere.
    func dataset(_ dataset: String, columns: Int) throws(IngestError) -> HDF5Dataset {
      let place = "dataset /\(name)/\(dataset)"
      _ = try holds(dataset)
      let data = try HDF5Dataset(dataset, in: object.id, of: object.process, place: place, size: size)
      let shape = data.shape
      let isRight =
        columns == 1
        ? shape.count == 1 || (shape.count == 2 && shape[1] == 1)
        : shape.count == 2 && shape[1] == columns
      guard isRight else {
        let found = shape.map(String.init).joined(separator: " × ")
        throw IngestError(
          .unusable, file: path, place: place, found: "the shape \(found.isEmpty ? "of a single value" : found)",
          expected: columns == 1 ? "N" : "N × \(columns)",
          advice: shape.first == columns ? "transpose the dataset" : "store one row per sample")
      }
      return data
    }
  }
}
