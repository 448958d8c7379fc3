import ArgumentParser
import RetroGait

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output for results, standard error for everything else.
struct Console: Sendable {
  var isQuiet: Bool

  /// Whether standard error is a terminal that a line can be drawn over in.
  var isTerminal: Bool {
    isatty(STDERR_FILENO) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb"
  }

  /// A result that people read, on standard output.
  func result(_ text: String) { result(exactly: Self.harmless(text)) }

  /// A result that programs read, such as JSON or a path, on standard output. If it cannot be written whole, the program
  /// says so and ends with exit code 74: what is cut must not pass for the result.
  func result(exactly text: String) {
    guard let number = write(text + "\n", to: STDOUT_FILENO) else { return }
    error(
      "standard output: cannot be written whole (\(String(cString: strerror(number)))); what is there is cut; check the "
        + "space on its disk")
    exit(ExitCode.inputOutput.rawValue)
  }

  /// A message, on standard error, unless quiet.
  func message(_ text: String) {
    if !isQuiet { write(Self.harmless(text) + "\n", to: STDERR_FILENO) }
  }

  /// An error, on standard error, always.
  func error(_ text: String) {
    write("retrogait: \(Self.harmless(text))\n", to: STDERR_FILENO)
  }

  /// Text without a line break, on standard error, unless quiet.
  func draw(_ text: String) {
    if !isQuiet { write(text, to: STDERR_FILENO) }
  }

  /// The text without what would steer a terminal, but for the ends of its lines: names of files and what is in them may
  /// hold anything.
  static func harmless(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "\(PrintableText(String($0)))" }
      .joined(separator: "\n")
  }

  /// - Returns: The system's error number if not all could be written.
  @discardableResult
  private func write(_ text: String, to descriptor: Int32) -> Int32? {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return errno }
      bytes = bytes.dropFirst(written)
    }
    return nil
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Darwin)
    Darwin.write(descriptor, bytes, count)
  #else
    Glibc.write(descriptor, bytes, count)
  #endif
}
