#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What tells whether a file has been written to, or has been replaced, since it was opened.
struct FileStamp: Equatable {
  private let device: UInt64
  private let inode: UInt64
  private let size: Int64
  /// Seconds and nanoseconds of the last change of the content, and of anything about the file.
  private let written: [Int]
  private let changed: [Int]

  /// - Returns: `nil` if there is nothing at `path`.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int64(status.st_size)
    #if canImport(Darwin)
      let (content, all) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (content, all) = (status.st_mtim, status.st_ctim)
    #endif
    written = [Int(content.tv_sec), Int(content.tv_nsec)]
    changed = [Int(all.tv_sec), Int(all.tv_nsec)]
  }
}
