import ArgumentParser
import GaitViewer
import RetroGait

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the store in a web browser.",
    usage: "retrogait serve [--store <file>] [--port <port>] [--host <address>]",
    discussion: """
      Prints an address to open in a browser. The pages show the people in the
      store, each person's course, sessions with their strides, comparisons and
      exports. One page adds recordings by drag and drop: files or folders of every
      kind that 'analyze' reads. If the columns of a table are unknown, the page
      shows its first rows and asks what they are. The answer is kept for the next
      table with the same column names. Press Ctrl-C to stop.

      Only programs on this machine can connect. With --host 0.0.0.0 (or another
      address of this machine), other machines in the network can connect if they
      have the token in the printed address. Traffic is not encrypted: use this only
      in a network that you trust. For several machines with encryption and a login,
      put nginx before it: see Proxy.md in the documents.

      Exit codes: 65 the store cannot be used, 74 it cannot be read or the port is
      not available, 130 stopped with Ctrl-C.

      EXAMPLE
        retrogait serve --store clinic.sqlite
      """)

  @OptionGroup var options: StoreOptions

  @Option(help: ArgumentHelp("The port to listen on.", valueName: "port"))
  var port: UInt16 = Viewer.defaultPort

  @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
  var host: String = Viewer.defaultHost

  func validate() throws {
    guard port > 0 else { throw ValidationError("--port: found 0; expected 1 to 65535.") }
  }

  func run() async throws {
    let console = Console(isQuiet: false)
    // Before the store is made, which is to happen only for a viewer that can be had.
    try catchingViewerFailures(console) { () throws(Viewer.Failure) in try Viewer.check(host: host, port: port) }
    var opened: HistoryStore?
    try catchingHistoryErrors { () throws(HistoryError) in
      opened = try HistoryStore(path: options.store, access: .writing)
    }
    guard let store = opened else { return }
    var viewer: Viewer?
    try catchingViewerFailures(console) { () throws(Viewer.Failure) in
      viewer = try Viewer(store: store, host: host, port: port)
    }
    guard let viewer else { return }
    let result = await serve(viewer, console: console)
    try catchingViewerFailures(console) { () throws(Viewer.Failure) in try result.get() }
    throw ExitCode.interrupted
  }

  /// Runs `body`, and ends the command with one line and the failure's exit code if it fails.
  private func catchingViewerFailures(_ console: Console, _ body: () throws(Viewer.Failure) -> Void) throws {
    do throws(Viewer.Failure) {
      try body()
    } catch {
      console.error(error.description)
      switch error {
      case .host: throw ExitCode.validationFailure
      case .cannotListen: throw ExitCode.inputOutput
      }
    }
  }

  /// Serves until the user ends it.
  private func serve(_ viewer: Viewer, console: Console) async -> Result<Void, Viewer.Failure> {
    // Serving begins when Ctrl-C is heeded: one that came in between would be lost.
    let (heeded, heed) = AsyncStream<Void>.makeStream()
    let work = Task { () async -> Result<Void, Viewer.Failure> in
      for await _ in heeded {}
      do throws(Viewer.Failure) {
        try await viewer.run {
          console.result(exactly: viewer.url)
          if viewer.isOpenToNetwork {
            console.error("warning: other machines can reach this address, and what is sent is not encrypted")
          }
        }
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    let interruption = Interruption { work.cancel() }
    heed.finish()
    let result = await work.value
    withExtendedLifetime(interruption) {}
    return result
  }
}
