/// The warnings of the chunks of a recording, each once.
package struct ChunkWarnings: Sendable {
  /// In the order in which they came up, with the number of chunks that have each.
  private var found: [(warning: GaitWarning, chunks: Int)] = []
  private var chunks = 0

  package init() {}

  /// Adds the warnings of the next chunk.
  package mutating func add(_ warnings: [GaitWarning]) {
    chunks += 1
    var added: Set<GaitWarning> = []
    for warning in warnings where added.insert(warning).inserted {
      if let k = found.firstIndex(where: { $0.warning == warning }) {
        found[k].chunks += 1
      } else {
        found.append((warning, 1))
      }
    }
  }

  /// The warnings, with the number of chunks of those that do not hold for all.
  package var all: [GaitWarning] {
    found.map { warning, count in count == chunks ? warning : .inChunks(count, of: chunks, warning) }
  }
}
