import NIOConcurrencyHelpers
import NIOCore

/// All connections that are open, of which the longest waiting makes room for a new one.
///
/// So clients that open connections and send nothing take the places of each other, not of those who ask for a page.
final class OpenConnections: Sendable {
  /// What a connection is at.
  enum Phase: Int, Sendable, Comparable {
    case awaitingRequest
    case receivingBody
    case sendingAnswer
    /// The routes work on it; it is never closed to make room.
    case answering

    static func < (a: Phase, b: Phase) -> Bool { a.rawValue < b.rawValue }
  }

  private struct Connection {
    let channel: any Channel
    var phase: Phase
    /// Place in the order in which connections entered their phases.
    var since: Int
  }

  private struct State {
    var connections: [ObjectIdentifier: Connection] = [:]
    var entries = 0

    mutating func next() -> Int {
      entries += 1
      return entries
    }
  }

  private let most: Int
  // A lock of pthread, which ThreadSanitizer sees; of Synchronization's Mutex it does not see that a waiting thread was
  // handed the lock.
  private let state = NIOLockedValueBox(State())

  init(most: Int) {
    self.most = most
  }

  /// Takes in a connection and closes another if there are too many; itself if all others are being answered.
  func open(_ channel: any Channel) {
    let surplus = state.withLockedValue { state -> (any Channel)? in
      var surplus: (any Channel)?
      if state.connections.count >= most {
        let others = state.connections.filter { $0.value.phase < .answering }
        guard let oldest = others.min(by: { ($0.value.phase, $0.value.since) < ($1.value.phase, $1.value.since) })
        else { return channel }
        state.connections[oldest.key] = nil
        surplus = oldest.value.channel
      }
      state.connections[ObjectIdentifier(channel)] = Connection(
        channel: channel, phase: .awaitingRequest, since: state.next())
      return surplus
    }
    surplus?.close(promise: nil)
  }

  func enter(_ phase: Phase, _ channel: any Channel) {
    state.withLockedValue { state in
      let since = state.next()
      state.connections[ObjectIdentifier(channel)]?.phase = phase
      state.connections[ObjectIdentifier(channel)]?.since = since
    }
  }

  func closed(_ channel: any Channel) {
    state.withLockedValue { $0.connections[ObjectIdentifier(channel)] = nil }
  }

  /// Closes those that wait for a request at once and the others after a while, in which answers can be sent.
  func closeAll(after grace: Duration) {
    close { $0 < .sendingAnswer }
    Task {
      try? await Task.sleep(for: grace)
      close { _ in true }
    }
  }

  private func close(where isChosen: (Phase) -> Bool) {
    let chosen = state.withLockedValue { state in state.connections.values.filter { isChosen($0.phase) }.map(\.channel)
    }
    for channel in chosen { channel.close(promise: nil) }
  }
}
