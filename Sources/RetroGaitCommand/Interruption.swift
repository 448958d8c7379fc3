import ArgumentParser
@preconcurrency import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Calls a closure when the user interrupts the program, instead of ending it; a second time ends it at once.
final class Interruption: Sendable {
  private static let signals = [SIGINT, SIGTERM]

  private let flag: InterruptionFlag
  private let sources: [any DispatchSourceSignal]

  init(_ action: @escaping @Sendable () -> Void) {
    let flag = InterruptionFlag()
    self.flag = flag
    let heeded = DispatchSemaphore(value: 0)
    sources = Self.signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        // What is in work lies in hidden folders only, so nothing half-written is left in sight.
        if flag.raise() { _exit(ExitCode.interrupted.rawValue) }
        action()
      }
      source.setRegistrationHandler { heeded.signal() }
      source.resume()
      return source
    }
    // A signal that comes before is lost.
    for _ in sources { heeded.wait() }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in Self.signals { signal(number, SIG_DFL) }
  }

  /// Whether the program was interrupted.
  var happened: Bool { flag.isRaised }
}

private final class InterruptionFlag: Sendable {
  private let value = Atomic(false)

  /// Returns whether it was raised before.
  func raise() -> Bool { value.exchange(true, ordering: .acquiringAndReleasing) }
  var isRaised: Bool { value.load(ordering: .acquiring) }
}
