/// Labels of people or sessions for a BIDS data set: ASCII letters and digits only, and no two alike.
struct BIDSLabels {
  private var labels: [String: String] = [:]
  private var used: Set<String> = []

  /// The label of `name`, the same whenever it is asked for.
  ///
  /// - Parameter fallback: The label of a name without a letter or digit.
  mutating func label(of name: String, or fallback: String) -> String {
    if let label = labels[name] { return label }
    let plain = String(
      String.UnicodeScalarView(
        name.unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) }))
    let stem = plain.isEmpty ? fallback : plain
    var label = stem
    var number = 2
    // Some file systems ignore case.
    while !used.insert(label.lowercased()).inserted {
      label = "\(stem)x\(number)"
      number += 1
    }
    labels[name] = label
    return label
  }
}
