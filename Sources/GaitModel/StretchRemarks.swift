/// What was said of the stretches of a recording, each sentence once.
package struct StretchRemarks: Sendable {
  /// In the order in which they came up, with the number of stretches of which each was said.
  private var sentences: [(text: String, stretches: Int)] = []
  private var stretches = 0

  package init() {}

  /// Adds what was said of the next stretch.
  package mutating func add(_ texts: [String]) {
    stretches += 1
    var said: Set<String> = []
    for text in texts where said.insert(text).inserted {
      if let k = sentences.firstIndex(where: { $0.text == text }) {
        sentences[k].stretches += 1
      } else {
        sentences.append((text, 1))
      }
    }
  }

  /// The sentences; those that do not hold for all stretches say for how many they do.
  package var all: [String] {
    sentences.map { text, count in
      count == stretches ? text : "In \(count) of \(stretches) stretches: \(text)"
    }
  }
}
