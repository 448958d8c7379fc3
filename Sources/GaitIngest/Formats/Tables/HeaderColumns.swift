/// The names of a table's columns, by which formats find what they need.
struct HeaderColumns {
  /// In lower case.
  let names: [String]
  private let original: [String]

  init(_ header: [String]) {
    original = header
    names = header.map { $0.lowercased() }
  }

  /// The one column of this name in lower case, or `nil` if there is none or more than one.
  func position(_ name: String) -> Int? {
    let hits = names.indices.filter { names[$0] == name }
    return hits.count == 1 ? hits[0] : nil
  }

  /// The columns of these names, or `nil` if one is missing or stands twice.
  func axes(_ names: [String]) -> [Int]? {
    let positions = names.compactMap(position)
    return positions.count == names.count ? positions : nil
  }

  /// The one column whose name `isWanted`, or `nil` if there is none or more than one.
  func position(where isWanted: (String) -> Bool) -> Int? {
    let hits = names.indices.filter { isWanted(names[$0]) }
    return hits.count == 1 ? hits[0] : nil
  }

  /// The first names, for a message.
  var shown: String {
    let start = original.prefix(8).map { $0.count > 40 ? $0.prefix(40) + "…" : $0[...] }.joined(separator: ", ")
    return original.count > 8 ? start + ", …" : start
  }

  /// All names of a header, the start of it if it is longer than any message should be.
  static func whole(_ names: [String]) -> String {
    let all = names.map { $0.contains(",") ? "'\($0)'" : $0 }.joined(separator: ", ")
    return all.count > longestHeader ? all.prefix(longestHeader) + "…" : all
  }

  /// Characters of a header in a message.
  static let longestHeader = 2000
}
