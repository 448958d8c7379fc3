import ArgumentParser
import GaitViewer
import RetroGait

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the store in a web browser.",
    usage: "retrogait serve [--store <file>] [--port <port>] [--host <address>]",
    discussion: """
      Prints an address to open: the people in the store, each person's course,
      sessions with their strides, comparisons, exports, and a page to add
      recordings by drag and drop. Ends with Ctrl-C.

      Only programs on this machine can reach it. With --host 0.0.0.0 (or another
      address of this machine) others in the network can, if they know the token
      in the printed address. What is sent is not encrypted: do so only in a
      network that you trust.

      Exit codes: 65 the store cannot be used, 74 it cannot be read or the port
      cannot be had, 130 ended with Ctrl-C.

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
    var opened: HistoryStore?
    try catchingHistoryErrors { () throws(HistoryError) in
      opened = try HistoryStore(path: options.store, access: .writing)
    }
    guard let store = opened else { return }
    do throws(Viewer.Failure) {
      try await serve(try Viewer(store: store, host: host, port: port), console: console)
    } catch {
      console.error(error.description)
      switch error {
      case .host: throw ExitCode.validationFailure
      case .cannotListen: throw ExitCode.inputOutput
      }
    }
    throw ExitCode.interrupted
  }

  /// Serves until the user ends it.
  private func serve(_ viewer: Viewer, console: Console) async throws(Viewer.Failure) {
    let work = Task { () async -> Result<Void, Viewer.Failure> in
      do throws(Viewer.Failure) {
        try await viewer.run {
          console.result(viewer.url)
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
    let result = await work.value
    withExtendedLifetime(interruption) {}
    try result.get()
  }
}
