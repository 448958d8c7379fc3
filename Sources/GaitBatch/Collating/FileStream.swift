#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The bytes of a file, a piece at a time, so that one of any size needs little memory.
final class FileStream {
  private let descriptor: Int32

  /// - Returns: `nil` if the file cannot be opened.
  init?(path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// The next bytes, at most `count`; `nil` at the end.
  func next(_ count: Int) -> [UInt8]? {
    let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, read(descriptor, buffer.baseAddress, count))
    }
    return piece.isEmpty ? nil : piece
  }

  /// Puts the file on the disk; whether the system did.
  func sync() -> Bool { fsync(descriptor) == 0 }
}
