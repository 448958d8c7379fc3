import CHDF5

/// An HDF5 file that is read; every method must be called within `HDF5Library.exclusively`.
struct HDF5File: ~Copyable {
  private let handle: HDF5Handle
  private let path: String
  private let byteCount: Int

  /// A number takes no less than a thousandth of its eight bytes: deflate packs 1032 to 1 at best.
  private static let largestExpansion = 1100
  /// Smallest size that is always allowed, in numbers.
  private static let alwaysAllowed = 1 << 22

  init(path: String, byteCount: Int) throws(IngestError) {
    guard let handle = HDF5Handle(rg_open(path), .file) else {
      let reason = HDF5Library.lastError()
      throw IngestError(
        .unusable, file: path, found: "a file that is not HDF5 or is cut off (\(reason))", expected: "an HDF5 file",
        advice: "copy or export it again")
    }
    self.handle = handle
    self.path = path
    self.byteCount = byteCount
  }

  /// Whether there is a group or dataset at `name` directly in this file.
  ///
  /// - Throws: `IngestError` for links that lead elsewhere, which are not followed.
  func holds(_ name: String) throws(IngestError) -> Bool {
    try Self.holds(name, in: handle.id, file: path, place: name)
  }

  func group(_ name: String) throws(IngestError) -> Group {
    guard let group = HDF5Handle(H5Gopen2(handle.id, name, hid_t(H5P_DEFAULT)), .group) else {
      throw IngestError(
        .unusable, file: path, place: "group /\(name)", found: "no group (\(HDF5Library.lastError()))",
        expected: "a group with the data of one sensor", advice: "see the documentation of plain HDF5")
    }
    return Group(handle: group, path: path, name: name, byteCount: byteCount)
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
    fileprivate let byteCount: Int

    func holds(_ dataset: String) throws(IngestError) -> Bool {
      try HDF5File.holds(dataset, in: handle.id, file: path, place: "\(name)/\(dataset)")
    }

    /// A number that is attached to the group.
    func number(_ attribute: String) -> Double? {
      var value = 0.0
      return rg_number_attribute(handle.id, attribute, &value) == 0 ? value : nil
    }

    /// The numbers of a dataset with `columns` columns, row by row, and its `units` attribute.
    func numbers(_ dataset: String, columns: Int) throws(IngestError) -> (values: [Double], units: String?) {
      let place = "dataset /\(name)/\(dataset)"
      guard let data = HDF5Handle(H5Dopen2(handle.id, dataset, hid_t(H5P_DEFAULT)), .dataset) else {
        throw IngestError(
          .unusable, file: path, place: place, found: "nothing that can be opened (\(HDF5Library.lastError()))",
          expected: "a dataset", advice: "see the documentation of plain HDF5")
      }
      guard rg_is_self_contained(data.id) == 1 else {
        throw IngestError(
          .unusable, file: path, place: place, found: "data kept in other files or behind an unknown filter",
          expected: "data in the file itself, plain or with gzip",
          advice: "rewrite the file with h5repack -f GZIP=1")
      }
      guard rg_is_numeric(data.id) == 1 else {
        throw IngestError(
          .unusable, file: path, place: place, found: "no numbers", expected: "integers or floating-point numbers",
          advice: "export the signals as numbers")
      }
      let shape = try shape(of: data.id, place: place)
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
      var values = [Double](repeating: 0, count: shape[0] * columns)
      guard values.isEmpty || H5Dread(data.id, rg_native_double(), 0, 0, hid_t(H5P_DEFAULT), &values) >= 0 else {
        throw IngestError(
          .unusable, file: path, place: place, found: "data that cannot be read (\(HDF5Library.lastError()))",
          expected: "a whole file", advice: "the file seems to be damaged or cut off; copy it again")
      }
      return (values, units(of: data.id))
    }

    private func shape(of dataset: hid_t, place: String) throws(IngestError) -> [Int] {
      let space = H5Dget_space(dataset)
      defer { H5Sclose(space) }
      let rank = Int(H5Sget_simple_extent_ndims(space))
      var dims = [hsize_t](repeating: 0, count: max(0, rank))
      if rank > 0 { H5Sget_simple_extent_dims(space, &dims, nil) }
      var total = 1
      for size in dims {
        let (product, overflow) = total.multipliedReportingOverflow(by: Int(clamping: size))
        total = overflow ? Int.max : product
      }
      let allowed = max(HDF5File.alwaysAllowed, byteCount / 8 * HDF5File.largestExpansion)
      guard total <= allowed else {
        throw IngestError(
          .unusable, file: path, place: place,
          found: "a declared size of \(total) numbers in a file of \(byteCount) bytes",
          expected: "no more than the file can hold", advice: "the file is damaged or not what it seems to be")
      }
      return dims.map { Int(clamping: $0) }
    }

    private func units(of dataset: hid_t) -> String? {
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
        guard let text = buffer.baseAddress, rg_string_attribute(dataset, "units", text, buffer.count) == 0 else {
          return nil
        }
        return String(cString: text)
      }
    }
  }
}
