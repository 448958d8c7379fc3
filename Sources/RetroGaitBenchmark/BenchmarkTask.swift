import Foundation

/// What the arguments ask for.
enum BenchmarkTask {
  case help
  /// Recordings to read and analyze; none for the heads of the columns.
  case recordings([String])
  /// A store to fill with so many sessions of so many strides.
  case history(store: String, sessions: Int, strides: Int)
  /// A file to read once.
  case reading(ReadingBenchmark.Step, path: String)

  static let usage = """
    Usage: RetroGaitBenchmark [RECORDING...]
           RetroGaitBenchmark --history STORE SESSIONS STRIDES
           RetroGaitBenchmark --read STEP FILE

    Prints for each RECORDING, a folder or a file, how fast it is read and analyzed, and the largest memory.

      --history   fills the file STORE with SESSIONS of about STRIDES each, and prints how it behaves as it grows
      --read      reads FILE once; STEP is \(ReadingBenchmark.Step.allCases.map(\.rawValue).joined(separator: ", "))
      -h, --help  prints this text

    Exit codes: 0 done, 64 arguments that are not understood, 66 an input that cannot be read.

    """

  /// - Parameter arguments: Without the program's name.
  init(_ arguments: [String]) throws(BenchmarkFault) {
    let options = arguments.filter { $0.hasPrefix("-") }
    guard let option = options.first else {
      self = .recordings(arguments)
      return
    }
    if options.contains("-h") || options.contains("--help") {
      self = .help
      return
    }
    guard option == arguments[0], options.count == 1 else { throw .usage("unexpected option '\(option)'") }
    switch option {
    case "--history":
      guard arguments.count == 4, let sessions = Self.count(arguments[2]), let strides = Self.count(arguments[3]) else {
        throw .usage("--history takes STORE SESSIONS STRIDES, the last two whole numbers above 0")
      }
      self = .history(store: arguments[1], sessions: sessions, strides: strides)
    case "--read":
      guard arguments.count == 3, let step = ReadingBenchmark.Step(rawValue: arguments[1]) else {
        throw .usage(
          "--read takes STEP FILE, where STEP is \(ReadingBenchmark.Step.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      self = .reading(step, path: arguments[2])
    default: throw .usage("unknown option '\(option)'")
    }
  }

  private static func count(_ text: String) -> Int? { Int(text).flatMap { $0 > 0 ? $0 : nil } }
}

/// Why nothing is measured.
enum BenchmarkFault: Error {
  case usage(String)
  /// What cannot be read, and why.
  case input(String)

  /// As in `sysexits.h`: EX_USAGE and EX_NOINPUT.
  var exitCode: Int32 {
    switch self {
    case .usage: 64
    case .input: 66
    }
  }

  /// One line.
  var words: String {
    switch self {
    case .usage(let found): "\(found); see --help"
    case .input(let found): found.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
  }

  /// Looks whether `path` is there.
  ///
  /// - Parameter isFile: Whether it must be a file, and not a folder.
  static func check(_ path: String, isFile: Bool) throws(BenchmarkFault) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .input("\(path): no such file or folder; give the path of one that exists")
    }
    if isFile, isFolder.boolValue { throw .input("\(path): found a folder, expected a file; give one file") }
  }
}
