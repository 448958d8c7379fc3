/// What was said of the chunks of a recording, each sentence once.
package struct ChunkRemarks: Sendable {
  /// In the order in which they came up, with the number of chunks of which each was said.
  private var sentences: [(text: String, chunks: Int)] = []
  private var chunks = 0

  package init() {}

  /// Adds what was said of the next chunk.
  package mutating func add(_ texts: [String]) {
    chunks += 1
    var said: Set<String> = []
    for text in texts where said.insert(text).inserted {
      if let k = sentences.firstIndex(where: { $0.text == text }) {
        sentences[k].chunks += 1
      } else {
        sentences.append((text, 1))
      }
    }
  }

  /// The sentences; those that do not hold for all chunks say for how many they do.
  package var all: [String] {
    sentences.map { text, count in
      count == chunks ? text : "In \(count) of \(chunks) chunks: \(text)"
    }
  }
}
