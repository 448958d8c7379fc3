import CHDF5

/// How the numbers of a dataset lie in its file.
struct DatasetLayout {
  /// As of `rg_number_type`.
  var type: Int
  /// The number of rows, columns and so on; empty for a single value.
  var shape: [Int]
  /// The shape of its chunks, if it has chunks.
  var chunk: [Int]?
  /// Filters of its chunks in the order in which they were applied.
  var filters: [CInt]
  /// Whether it is stored in a way that this program reads.
  var isKnown: Bool
  /// Bytes that it takes in the file.
  var stored: Int

  /// Bytes of one number.
  var width: Int { type & 15 }

  /// - Throws: `IngestError` if its data lie elsewhere or behind a filter that is not part of the library, or it does
  ///   not hold plain numbers.
  init(of dataset: hid_t, in process: HDF5Process, place: String) throws(IngestError) {
    func refusal(_ found: String, expected: String, advice: String) -> IngestError {
      IngestError(.unusable, file: process.file, place: place, found: found, expected: expected, advice: advice)
    }
    guard let bytes = process.ask(RG_DESCRIPTION, dataset)?.bytes, bytes.count == MemoryLayout<rg_description>.size
    else {
      try process.checkSound()
      throw refusal(
        "nothing that can be described (\(process.lastError))", expected: "a dataset",
        advice: "the file seems to be damaged or cut off; copy it again")
    }
    let found = bytes.withUnsafeBytes { $0.loadUnaligned(as: rg_description.self) }
    guard found.is_self_contained == 1 else {
      throw refusal(
        "data kept in other files or behind an unknown filter", expected: "data in the file itself, plain or with gzip",
        advice: "rewrite the file with h5repack -f GZIP=1")
    }
    guard found.type > 0 else {
      throw refusal(
        "no plain numbers", expected: "integers, or floating-point numbers of 2, 4 or 8 bytes",
        advice: "export the signals as numbers")
    }
    guard found.rank >= 0, found.rank <= RG_READER_RANK else {
      throw refusal(
        "no table", expected: "at most \(RG_READER_RANK) dimensions", advice: "export the signals as N × 3 tables")
    }
    func numbers(_ tuple: (UInt64, UInt64, UInt64, UInt64)) -> [Int] {
      [tuple.0, tuple.1, tuple.2, tuple.3].prefix(Int(found.rank)).map { Int(clamping: $0) }
    }
    type = Int(found.type)
    shape = numbers(found.shape)
    chunk = found.layout == 2 ? numbers(found.chunk) : nil
    filters = withUnsafeBytes(of: found.filters) { Array($0.bindMemory(to: CInt.self).prefix(Int(found.filter_count))) }
    isKnown = found.layout >= 0
    stored = Int(clamping: found.stored)
  }
}
