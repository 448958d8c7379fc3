import Foundation

/// The built command, run as a process of its own.
enum Program {
  struct Result {
    var exitCode: Int32
    var output: String
    var errors: String
  }

  /// `retrogait` lies beside the bundle or the executable of the tests.
  static let path: String = {
    let inside = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = (inside + [beside]).map { $0.appending(path: "retrogait").path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "retrogait"
  }()

  /// Runs the command to its end.
  static func run(_ arguments: String...) throws -> Result {
    try start(arguments).finish()
  }

  private static let setpriv = "/usr/bin/setpriv"
  static let canRunAsNobody = getuid() == 0 && FileManager.default.isExecutableFile(atPath: setpriv)

  /// Runs the command as a user who owns nothing.
  static func runAsNobody(_ arguments: String...) throws -> Result {
    try start(["--reuid=65534", "--regid=65534", "--clear-groups", path] + arguments, program: setpriv).finish()
  }

  /// Starts the command and returns at once.
  static func start(_ arguments: [String], program: String = path) throws -> Running {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    // Files, because a pipe that nobody empties stops the process.
    let folder = try Folder()
    let output = try folder.file("output")
    let errors = try folder.file("errors")
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return Running(process: process, folder: folder, output: output, errors: errors)
  }

  struct Running {
    let process: Process
    let folder: Folder
    let output: URL
    let errors: URL

    func finish() throws -> Result {
      process.waitUntilExit()
      let code = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
      return Result(
        exitCode: code, output: try String(contentsOf: output, encoding: .utf8),
        errors: try String(contentsOf: errors, encoding: .utf8))
    }
  }
}

/// A folder that is gone when nobody uses it any more.
final class Folder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "retrogait-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  var path: String { url.path }

  /// The path of something in the folder.
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// An empty file.
  func file(_ name: String) throws -> URL {
    let file = url.appending(path: name)
    try Data().write(to: file)
    return file
  }

  /// Names of what is in a folder below this one, hidden ones too, sorted.
  func names(in name: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).sorted()
  }

  /// Sets who may read, write and enter something in the folder.
  func allow(_ permissions: Int, _ name: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path(name))
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  /// Every file below this folder by its path.
  func contents(of name: String = "") throws -> [String: Data] {
    let root = url.appending(path: name)
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      if let data = try? Data(contentsOf: root.appending(path: path)) { contents[path] = data }
    }
    return contents
  }
}
