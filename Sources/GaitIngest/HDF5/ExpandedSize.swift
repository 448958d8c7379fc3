/// How many bytes of numbers a file may give.
///
/// Packed data expand a thousandfold at worst, so that a file of a megabyte can fill the memory. Signals of a sensor
/// expand four- to sixteenfold.
public struct ExpansionLimit: Sendable, Equatable {
  /// The most bytes of numbers, if the user said so.
  public var bytes: Int?

  /// A limit of `bytes`, or one that follows from the size of the file.
  public init(bytes: Int? = nil) {
    self.bytes = bytes
  }

  /// How many times its own size a file may expand.
  static let largestRatio = 200
  /// Bytes that any file may expand to.
  static let alwaysAllowed = 1 << 26
  /// The most bytes that a file may expand to: twenty sensors for a day at 100 Hz.
  static let largest = 1 << 33

  /// The limit for a file of `fileSize` bytes.
  func allowed(fileSize: Int) -> Int {
    if let bytes { return bytes }
    let (expanded, overflow) = fileSize.multipliedReportingOverflow(by: Self.largestRatio)
    return min(Self.largest, max(Self.alwaysAllowed, overflow ? Self.largest : expanded))
  }
}

/// Counts the bytes of numbers that have been read from one file.
final class ExpandedSize {
  let file: String
  let fileSize: Int
  private let allowed: Int
  private var used = 0

  init(file: String, fileSize: Int, limit: ExpansionLimit) {
    self.file = file
    self.fileSize = fileSize
    allowed = limit.allowed(fileSize: fileSize)
  }

  /// Counts `counts` multiplied with each other and with `width`.
  ///
  /// - Throws: `IngestError` if that is more than the file may give.
  func add(_ counts: [Int], width: Int, place: String) throws(IngestError) {
    var total = width
    for count in counts {
      let (product, overflow) = total.multipliedReportingOverflow(by: count)
      total = overflow ? Int.max : product
    }
    let (sum, overflow) = used.addingReportingOverflow(total)
    guard !overflow, sum <= allowed else {
      throw IngestError(
        .unusable, file: file, place: place,
        found: "\(total) bytes of numbers in a file of \(fileSize) bytes", expected: "at most \(allowed)",
        advice: "if the file is sound, allow more with --max-expanded")
    }
    used = sum
  }
}
