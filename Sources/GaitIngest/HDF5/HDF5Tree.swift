import CHDF5

/// The groups and datasets of an HDF5 file by their paths.
///
/// Only hard links are followed, one at a time, so that no path leads out of the file.
struct HDF5Tree: ~Copyable {
  private let process: HDF5Process
  private let size: ExpandedSize
  /// Whether MATLAB wrote the file, in version 7.3 of its format.
  let isMATLAB: Bool

  /// Links of a group that are listed at most.
  private static let linkLimit = 1000

  init(_ process: HDF5Process, byteCount: Int, limit: ExpansionLimit = ExpansionLimit(), isMATLAB: Bool = false) {
    self.process = process
    self.isMATLAB = isMATLAB
    size = ExpandedSize(file: process.file, fileSize: byteCount, limit: limit)
  }

  var file: String { process.file }

  /// The names in the group at `path`, in order; empty if there is none.
  func names(in path: [String] = []) -> [String] {
    withGroup(path) { process.names(in: $0, limit: Self.linkLimit) } ?? []
  }

  func isGroup(_ path: [String]) -> Bool { withGroup(path) { _ in true } ?? false }

  func isDataset(_ path: [String]) -> Bool {
    guard let name = path.last else { return false }
    return withGroup(Array(path.dropLast())) { isHardLink(name, in: $0) && process.isDataset(name, in: $0) } ?? false
  }

  /// The numbers of the dataset at `path`, row by row, and how many rows and columns there are.
  ///
  /// - Throws: `IngestError` if there is none, or its numbers cannot be read.
  func numbers(_ path: [String]) throws(IngestError) -> (values: [Double], shape: [Int]) {
    try withDataset(path) { (dataset) throws(IngestError) in (try dataset.numbers(), dataset.shape) }
  }

  /// The `count` columns of the dataset at `path`.
  ///
  /// - Throws: `IngestError` if there is none, it has another shape, or its numbers cannot be read.
  func columns(_ path: [String], count: Int) throws(IngestError) -> [[Double]] {
    try withDataset(path) { (dataset) throws(IngestError) in
      guard dataset.shape.count == 2, dataset.shape[1] == count else {
        throw IngestError(
          .unusable, file: file, place: dataset.place,
          found: "the shape " + dataset.shape.map(String.init).joined(separator: " × "), expected: "N × \(count)",
          advice: "export the recording again")
      }
      return try dataset.columns()
    }
  }

  private func withDataset<T>(
    _ path: [String], _ body: (borrowing HDF5Dataset) throws(IngestError) -> T
  ) throws(IngestError) -> T {
    let place = "dataset /" + path.joined(separator: "/")
    let size = size
    let name = path.last ?? ""
    let result: Result<T, IngestError>? =
      withGroup(Array(path.dropLast())) { group in
        guard isHardLink(name, in: group) else { return nil }
        do throws(IngestError) {
          return .success(try body(try HDF5Dataset(name, in: group, of: process, place: place, size: size)))
        } catch {
          return .failure(error)
        }
      } ?? nil
    guard let result else {
      try process.checkSound()
      throw IngestError(
        .unusable, file: file, place: place, found: "nothing, or a link to somewhere else", expected: "numbers",
        advice: "export the recording again")
    }
    return try result.get()
  }

  /// The text of an attribute of the group at `path`.
  func text(_ attribute: String, of path: [String] = []) -> String? {
    texts(attribute, of: path).first
  }

  /// The texts of an attribute of the group at `path`, without what fills them up.
  func texts(_ attribute: String, of path: [String] = []) -> [String] {
    withGroup(path) { group in
      let lines = process.ask(RG_TEXTS, group, name: attribute).map { String(decoding: $0.bytes, as: UTF8.self) }
      return (lines ?? "").split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
        String($0.trimmed { $0 == " " || $0 == "\0" })
      }
    } ?? []
  }

  /// A number that is attached to the group at `path`.
  func number(_ attribute: String, of path: [String] = []) -> Double? {
    withGroup(path) { process.number(attribute, of: $0) } ?? nil
  }

  /// Whether `name` is a hard link in the group `location`. A name with a slash, as only an attribute can say it, is a
  /// path, whose parts may be links of any kind.
  private func isHardLink(_ name: String, in location: hid_t) -> Bool {
    !name.contains("/") && process.link(name, in: location) == .hard
  }

  /// Calls `body` with the group at `path`, or returns `nil` if there is none.
  private func withGroup<T>(_ path: [String], _ body: (hid_t) -> T) -> T? {
    withGroup(path[...], in: process.root, body)
  }

  private func withGroup<T>(_ path: ArraySlice<String>, in location: hid_t, _ body: (hid_t) -> T) -> T? {
    guard let name = path.first else { return body(location) }
    guard isHardLink(name, in: location), process.isGroup(name, in: location),
      let group = HDF5Object(name, in: location, of: process, .group)
    else { return nil }
    return withGroup(path.dropFirst(), in: group.id, body)
  }
}
