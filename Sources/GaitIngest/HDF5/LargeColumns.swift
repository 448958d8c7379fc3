#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Columns of numbers that are filled in any order.
enum LargeColumns {
  /// Bytes of a column from which the operating system is asked for large pages.
  private static let large = 1 << 22

  /// `count` columns of `rows` numbers each, all of which `body` sets.
  ///
  /// - Throws: What `body` throws.
  static func filled(
    count: Int, rows: Int, _ body: ([UnsafeMutablePointer<Double>]) throws(IngestError) -> Void
  ) throws(IngestError) -> [[Double]] {
    var targets: [UnsafeMutablePointer<Double>] = []
    var columns: [[Double]] = []
    var failure: IngestError?
    // The columns are nested so that none is written twice: once for a start, and once with its numbers.
    func fill(_ remaining: Int) {
      guard remaining > 0 else {
        do throws(IngestError) { try body(targets) } catch { failure = error }
        return
      }
      let column = [Double](unsafeUninitializedCapacity: rows) { buffer, initialized in
        guard let start = buffer.baseAddress else { return }
        useLargePages(UnsafeMutableRawBufferPointer(buffer))
        targets.append(start)
        fill(remaining - 1)
        initialized = failure == nil ? rows : 0
      }
      columns.append(column)
    }
    fill(count)
    if let failure { throw failure }
    return columns.reversed()
  }

  /// Asks for pages of 2 MB, each of which is cleared and mapped at once: with pages of 4 kB, getting them takes longer
  /// than reading the numbers.
  static func useLargePages(_ buffer: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      guard buffer.count >= large, let start = buffer.baseAddress else { return }
      let page = Int(getpagesize())
      let first = (UInt(bitPattern: start) + UInt(page - 1)) / UInt(page) * UInt(page)
      let length = buffer.count - Int(first - UInt(bitPattern: start))
      if let address = UnsafeMutableRawPointer(bitPattern: first) { madvise(address, length, MADV_HUGEPAGE) }
    #endif
  }
}
