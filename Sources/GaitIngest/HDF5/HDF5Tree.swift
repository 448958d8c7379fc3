import CHDF5

/// The groups and datasets of an HDF5 file by their paths; every method must be called within
/// `HDF5Library.exclusively`.
///
/// Only hard links are followed, one at a time, so that no path leads out of the file.
struct HDF5Tree: ~Copyable {
  private let root: HDF5Handle
  private let size: ExpandedSize
  let file: String
  /// Whether MATLAB wrote the file, in version 7.3 of its format.
  let isMATLAB: Bool

  /// Links of a group that are listed at most.
  private static let linkLimit = 1000
  /// Longest name of a link, and longest text of an attribute, in bytes.
  private static let nameLimit = 256
  private static let textLimit = 1 << 16

  init(
    path: String, byteCount: Int, limit: ExpansionLimit = ExpansionLimit(), isMATLAB: Bool = false
  ) throws(IngestError) {
    let root = try HDF5Library.open(path)
    self.root = root
    file = path
    self.isMATLAB = isMATLAB
    size = ExpandedSize(file: path, fileSize: byteCount, limit: limit)
  }

  /// The names in the group at `path`, in order; empty if there is none.
  func names(in path: [String] = []) -> [String] {
    withGroup(path) { group in
      let count = min(Self.linkLimit, rg_link_count(group))
      return (0..<max(0, count)).compactMap { index in
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Self.nameLimit) { buffer in
          guard let text = buffer.baseAddress, rg_link_name(group, index, text, buffer.count) >= 0 else { return nil }
          return String(cString: text)
        }
      }
    } ?? []
  }

  func isGroup(_ path: [String]) -> Bool { withGroup(path) { _ in true } ?? false }

  func isDataset(_ path: [String]) -> Bool {
    guard let name = path.last else { return false }
    return withGroup(Array(path.dropLast())) { Self.isHardLink(name, in: $0) && rg_object_kind($0, name) == 2 } ?? false
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
        guard Self.isHardLink(name, in: group) else { return nil }
        do throws(IngestError) {
          return .success(try body(try HDF5Dataset(name, in: group, place: place, size: size)))
        } catch {
          return .failure(error)
        }
      } ?? nil
    guard let result else {
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
      let lines: String? = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Self.textLimit) { buffer in
        guard let text = buffer.baseAddress, rg_string_array_attribute(group, attribute, text, buffer.count) == 0 else {
          return nil
        }
        return String(cString: text)
      }
      return (lines ?? "").split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
        String($0.trimmed { $0 == " " || $0 == "\0" })
      }
    } ?? []
  }

  /// A number that is attached to the group at `path`.
  func number(_ attribute: String, of path: [String] = []) -> Double? {
    withGroup(path) { group in
      var value = 0.0
      return rg_number_attribute(group, attribute, &value) == 0 ? value : nil
    } ?? nil
  }

  /// Whether `name` is a hard link in the group `location`. A name with a slash, as only an attribute can say it, is a
  /// path, whose parts may be links of any kind.
  private static func isHardLink(_ name: String, in location: hid_t) -> Bool {
    !name.contains("/") && rg_link_kind(location, name) == 1
  }

  /// Calls `body` with the group at `path`, or returns `nil` if there is none.
  private func withGroup<T>(_ path: [String], _ body: (hid_t) -> T) -> T? {
    withGroup(path[...], in: root.id, body)
  }

  private func withGroup<T>(_ path: ArraySlice<String>, in location: hid_t, _ body: (hid_t) -> T) -> T? {
    guard let name = path.first else { return body(location) }
    guard Self.isHardLink(name, in: location), rg_object_kind(location, name) == 1,
      let group = HDF5Handle(H5Gopen2(location, name, hid_t(H5P_DEFAULT)), .group)
    else { return nil }
    return withGroup(path.dropFirst(), in: group.id, body)
  }
}
