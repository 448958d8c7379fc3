import CHDF5

/// An HDF5 file that is read; every method must be called within `HDF5Library.exclusively`.
struct HDF5File: ~Copyable {
  private let handle: HDF5Handle
  private let path: String
  private let size: ExpandedSize

  init(path: String, byteCount: Int, limit: ExpansionLimit = ExpansionLimit()) throws(IngestError) {
    let handle = try HDF5Library.open(path)
    self.handle = handle
    self.path = path
    size = ExpandedSize(file: path, fileSize: byteCount, limit: limit)
  }

  /// Whether there is a group or dataset at `name` directly in this file.
  ///
  /// - Throws: `IngestError` for links that lead elsewhere, which are not followed.
  func holds(_ name: String) throws(IngestError) -> Bool {
    try Self.holds(name, in: handle.id, file: path, place: name)
  }

  /// The group at `name` directly in this file.
  ///
  /// - Throws: `IngestError` if there is none, or a link leads elsewhere.
  func group(_ name: String) throws(IngestError) -> Group {
    _ = try holds(name)
    guard let group = HDF5Handle(H5Gopen2(handle.id, name, hid_t(H5P_DEFAULT)), .group) else {
      throw IngestError(
        .unusable, file: path, place: "group /\(name)", found: "no group (\(HDF5Library.lastError()))",
        expected: "a group with the data of one sensor", advice: "see the documentation of plain HDF5")
    }
    return Group(handle: group, path: path, name: name, size: size)
  }

  fileprivate static func holds(
    _ name: String, in location: hid_t, file: String, place: String
  ) throws(IngestError) -> Bool {
    switch rg_link_kind(location, name) {
    case 0: return false
    case 1: return true
    default:
      throw IngestError(
        .unusable, file: file, place: "/\(place)", found: "a link to somewhere else", expected: "the data themselves",
        advice: "copy the data into the file (h5repack or h5copy)")
    }
  }

  /// A group that holds one sensor's data.
  struct Group: ~Copyable {
    fileprivate let handle: HDF5Handle
    let path: String
    let name: String
    fileprivate let size: ExpandedSize

    func holds(_ dataset: String) throws(IngestError) -> Bool {
      try HDF5File.holds(dataset, in: handle.id, file: path, place: "\(name)/\(dataset)")
    }

    /// A number that is attached to the group.
    func number(_ attribute: String) -> Double? {
      var value = 0.0
      return rg_number_attribute(handle.id, attribute, &value) == 0 ? value : nil
    }

    /// The dataset `dataset`, which has `columns` columns.
    ///
    /// - Throws: `IngestError` if there is none, it has another shape, or a link leads elsewhere.
    func dataset(_ dataset: String, columns: Int) throws(IngestError) -> HDF5Dataset {
      let place = "dataset /\(name)/\(dataset)"
      _ = try holds(dataset)
      let data = try HDF5Dataset(dataset, in: handle.id, place: place, size: size)
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
