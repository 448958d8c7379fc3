import CHDF5

/// A dataset of numbers in an HDF5 file; every method must be called within `HDF5Library.exclusively`.
///
/// Where its numbers lie, how they are packed, and how many they are is looked at before any of them is read.
struct HDF5Dataset: ~Copyable {
  private let handle: HDF5Handle
  private let size: ExpandedSize
  private let type: Int
  /// How the dataset is called in messages.
  let place: String
  /// The number of rows, columns and so on; empty for a single value.
  let shape: [Int]

  private static let largestRank = 4
  private static let mostFilters = 8

  /// Opens the dataset `name` in the file or group `location`.
  ///
  /// - Throws: `IngestError` if there is none, its data lie elsewhere or behind a filter that is not part of the
  ///   library, or it does not hold plain numbers.
  init(_ name: String, in location: hid_t, place: String, size: ExpandedSize) throws(IngestError) {
    let (type, shape): (Int, [Int])
    guard let data = HDF5Handle(H5Dopen2(location, name, hid_t(H5P_DEFAULT)), .dataset) else {
      throw IngestError(
        .unusable, file: size.file, place: place, found: "nothing that can be opened (\(HDF5Library.lastError()))",
        expected: "a dataset", advice: "see the documentation of plain HDF5")
    }
    guard rg_is_self_contained(data.id) == 1 else {
      throw IngestError(
        .unusable, file: size.file, place: place, found: "data kept in other files or behind an unknown filter",
        expected: "data in the file itself, plain or with gzip", advice: "rewrite the file with h5repack -f GZIP=1")
    }
    type = Int(rg_number_type(data.id))
    guard type > 0 else {
      throw IngestError(
        .unusable, file: size.file, place: place, found: "no plain numbers",
        expected: "integers or floating-point numbers of 4 or 8 bytes", advice: "export the signals as numbers")
    }
    let space = H5Dget_space(data.id)
    let rank = space < 0 ? -1 : Int(H5Sget_simple_extent_ndims(space))
    var dims = [hsize_t](repeating: 0, count: max(0, min(rank, Self.largestRank)))
    if rank > 0, rank <= Self.largestRank { H5Sget_simple_extent_dims(space, &dims, nil) }
    let kind = space < 0 ? H5S_NO_CLASS : H5Sget_simple_extent_type(space)
    if space >= 0 { H5Sclose(space) }
    guard rank >= 0, rank <= Self.largestRank, kind == H5S_SIMPLE || kind == H5S_SCALAR else {
      throw IngestError(
        .unusable, file: size.file, place: place, found: "no table", expected: "at most \(Self.largestRank) dimensions",
        advice: "export the signals as N × 3 tables")
    }
    shape = dims.map { Int(clamping: $0) }
    self.place = place
    self.size = size
    self.type = type
    self.shape = shape
    handle = data
  }

  /// The text of an attribute.
  func text(_ attribute: String) -> String? { HDF5Library.text(attribute, of: handle.id) }

  /// Counts all numbers of the dataset.
  ///
  /// - Throws: `IngestError` if they are more than the file may give.
  func countNumbers() throws(IngestError) {
    try size.add(shape, width: MemoryLayout<Double>.size, place: place)
  }

  /// The number of rows of a chunk; 1 where there are no chunks.
  var chunkRows: Int {
    guard let layout = layout(), layout.isChunked, let rows = layout.chunk.first else { return 1 }
    return max(1, rows)
  }

  private func layout() -> (isChunked: Bool, chunk: [Int], filters: [CInt])? {
    var chunk = [hsize_t](repeating: 0, count: max(1, shape.count))
    var filters = [CInt](repeating: 0, count: Self.mostFilters)
    var filterCount: CInt = 0
    let layout = rg_layout(handle.id, CInt(shape.count), &chunk, &filters, CInt(Self.mostFilters), &filterCount)
    guard layout >= 0 else { return nil }
    return (layout == 2, chunk.map { Int(clamping: $0) }, Array(filters.prefix(Int(filterCount))))
  }

  /// All numbers, row by row.
  ///
  /// - Throws: `IngestError` if they are more than the file may give, or damaged.
  func numbers() throws(IngestError) -> [Double] {
    try numbers(ofRows: 0..<(shape.first ?? 1))
  }

  /// The numbers of `rows`, row by row.
  ///
  /// - Throws: `IngestError` if they are more than the file may give, or damaged.
  func numbers(ofRows rows: Range<Int>) throws(IngestError) -> [Double] {
    let part = shape.isEmpty ? [] : [rows.count] + shape.dropFirst()
    try size.add(part, width: MemoryLayout<Double>.size, place: place)
    let count = part.reduce(1, *)
    guard count > 0 else { return [] }
    guard let layout = layout() else { throw damaged("a layout that is unknown") }
    if layout.isChunked {
      return try ChunkedNumbers(
        dataset: handle.id, type: type, shape: shape, rows: rows, chunk: layout.chunk, filters: layout.filters,
        place: place, size: size
      ).read(count: count)
    }
    // Numbers that were never written have no storage; a layout that gives too little would be read past its end.
    let stored = Int(clamping: H5Dget_storage_size(handle.id))
    if stored == 0 { return [Double](repeating: .nan, count: count) }
    guard stored == shape.reduce(1, *) * (type & 15) else { throw damaged("a layout that is unknown") }
    var values = [Double](repeating: 0, count: count)
    guard rg_read_rows(handle.id, hsize_t(rows.lowerBound), hsize_t(rows.count), &values) >= 0 else {
      throw damaged("data that cannot be read (\(HDF5Library.lastError()))")
    }
    return values
  }

  private func damaged(_ found: String) -> IngestError {
    IngestError(
      .unusable, file: size.file, place: place, found: found, expected: "a whole file",
      advice: "the file seems to be damaged or cut off; copy it again")
  }
}
