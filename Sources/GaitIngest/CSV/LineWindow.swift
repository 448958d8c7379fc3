/// The whole lines of a file, some hundred kilobytes at a time, in memory of their own, so that nobody can cut off what is
/// being read.
final class LineWindow {
  private let pages: FilePages
  private var buffer: UnsafeMutableRawBufferPointer
  /// Where in the file the byte behind the window stands.
  private var next: Int
  /// Bytes of the window, and those of them that were given out.
  private var filled = 0
  private var given = 0

  /// Bytes that are read at once: few enough to stay in fast memory.
  private static let readAtOnce = 1 << 18
  /// Longest line that is read.
  private static let longestLine = 1 << 26

  /// - Parameter start: Where in the file the first line begins.
  init(_ pages: FilePages, from start: Int) {
    self.pages = pages
    next = start
    buffer = .allocate(byteCount: Self.readAtOnce, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// The lines behind those that were given before, valid until the next call; `nil` at the end of the file.
  ///
  /// - Returns: The lines, and whether they are the last.
  /// - Throws: `IngestError` if the file was cut meanwhile, or has a line that no table has.
  func nextLines() throws(IngestError) -> (lines: UnsafeBufferPointer<UInt8>, areLast: Bool)? {
    let rest = UnsafeRawBufferPointer(rebasing: buffer[given..<filled])
    UnsafeMutableRawBufferPointer(rebasing: buffer[..<rest.count]).copyMemory(from: rest)
    (filled, given) = (rest.count, 0)
    while true {
      let read = try pages.copy(from: next, to: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      next += read
      filled += read
      if next == pages.bytes.count {
        given = filled
      } else if let end = buffer[..<filled].lastIndex(of: 0x0A) {
        given = end + 1
      } else {
        try grow()
        continue
      }
      guard given > 0 else { return nil }
      let lines = UnsafeRawBufferPointer(rebasing: buffer[..<given]).bindMemory(to: UInt8.self)
      return (lines, next == pages.bytes.count)
    }
  }

  private func grow() throws(IngestError) {
    guard buffer.count < Self.longestLine else {
      throw IngestError(
        .unusable, file: pages.file, found: "a line of more than \(Self.longestLine >> 20) MB",
        expected: "a table with a row a line", advice: "export the recording again")
    }
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * buffer.count, alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
    buffer.deallocate()
    buffer = larger
  }
}
