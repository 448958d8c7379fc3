import RetroGait
import Synchronization

/// Shows how far a batch is: a bar that is drawn over on a terminal, a line per recording elsewhere.
final class ProgressLines: Sendable {
  private let total: Int
  private let console: Console
  private let isVerbose: Bool
  private let state: Mutex<State>

  private struct State {
    var finished = 0
    /// Of recordings in work, by their place in the list.
    var shares: [Int: Double] = [:]
    var seconds = 0.0
    let start = ContinuousClock.now
  }

  init(total: Int, console: Console, isVerbose: Bool) {
    self.total = total
    self.console = console
    self.isVerbose = isVerbose
    state = Mutex(State())
  }

  /// Takes in how far a recording in work is, 0 to 1.
  func progressed(_ index: Int, _ share: Double) {
    state.withLock { state in
      state.shares[index] = share
      if console.isTerminal && !isVerbose { console.draw("\r\u{1B}[K" + live(state)) }
    }
  }

  func finished(_ outcome: BatchAnalysis.Outcome) {
    state.withLock { state in
      state.finished += 1
      state.shares[outcome.index] = nil
      state.seconds += outcome.row.seconds ?? 0
      let isLive = console.isTerminal
      if outcome.failure != nil {
        if isLive { console.draw("\r\u{1B}[K") }
        console.error(outcome.row.message)
      }
      if isLive, !outcome.warnings.isEmpty { console.draw("\r\u{1B}[K") }
      for warning in outcome.warnings { console.message("\(outcome.row.recording): warning: \(warning)") }
      if isLive && !isVerbose {
        console.draw("\r\u{1B}[K" + live(state))
      } else if outcome.failure == nil {
        console.message(plain(outcome.row, count: state.finished))
      }
    }
  }

  /// Ends the line that is drawn over.
  func close() {
    state.withLock { state in
      if console.isTerminal && !isVerbose && state.finished > 0 { console.draw("\n") }
    }
  }

  /// Columns of the bar; the whole line stays below 80. Signs and no colors, so that NO_COLOR has nothing to forbid.
  private static let barWidth = 20

  private func live(_ state: State) -> String {
    let elapsed = seconds(.now - state.start)
    let done = Double(state.finished) + state.shares.values.reduce(0, +)
    let left = done > 0 ? elapsed / done * (Double(total) - done) : 0
    let filled = min(Self.barWidth, Int(Double(Self.barWidth) * done / Double(max(1, total))))
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.barWidth - filled)
    let speed = elapsed > 0 ? Int(min((state.seconds / elapsed).rounded(), 1e9)) : 0
    let walked = Int((state.seconds / 60).rounded())
    let percent = state.shares.isEmpty ? "" : " (\(Int((100 * done / Double(max(1, total))).rounded(.down))) %)"
    return "[\(bar)] \(state.finished)/\(total)\(percent), \(walked) min recorded, \(speed) x real time, "
      + "\(Int(left.rounded(.up))) s left"
  }

  private func plain(_ row: ManifestRow, count: Int) -> String {
    var text = "[\(count)/\(total)] \(row.recording): \(row.status.rawValue)"
    if let strides = row.strides {
      let (forward, backward) = (row.forward ?? 0, row.backward ?? 0)
      let isUnsure = strides > 0 && forward + backward == 0
      text += ", \(strides) strides ("
      text += isUnsure ? "none surely forward or backward)" : "\(forward) forward, \(backward) backward)"
    }
    return text
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
