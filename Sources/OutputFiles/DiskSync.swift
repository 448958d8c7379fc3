#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Puts on the disk what the system still holds in memory, so that it outlives a loss of power.
package enum DiskSync {
  /// Puts the names in a folder on the disk.
  ///
  /// - Throws: `OutputError` if the system refuses; a file system that cannot sync folders is not an error.
  package static func folder(_ path: String) throws(OutputError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .refused(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || [EINVAL, ENOTSUP, EBADF].contains(errno) else {
      throw .refused(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
