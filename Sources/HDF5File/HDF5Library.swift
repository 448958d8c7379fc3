import CHDF5
import Synchronization

/// The one door to libhdf5 in this process, which writes files with it and reads none.
///
/// Debian's library is not thread-safe, so all calls go through one lock, a whole file at a time. Its own printing of
/// errors is off, and filters from plug-ins are not loaded.
package enum HDF5Library {
  private static let lock = Mutex(())

  /// Calls `body` while no other thread uses the library.
  package static func exclusively<T, Failure>(_ body: () throws(Failure) -> T) throws(Failure) -> T {
    let result: Result<T, Failure> = lock.withLock { _ in
      rg_silence()
      do throws(Failure) {
        return .success(try body())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The bytes of a file in memory; `nil` if the library does not give them.
  package static func image(of file: hid_t) -> [UInt8]? {
    // A flush gives back room that was set aside, so that the next one finds a shorter file.
    var size = rg_file_image(file, nil, 0)
    for _ in 0..<mostFlushes {
      let next = rg_file_image(file, nil, 0)
      if next == size { break }
      size = next
    }
    guard size > 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, rg_file_image(file, buffer.baseAddress, size))
    }
    return bytes.count == size ? bytes : nil
  }

  /// Flushes after which the length of a file no longer changes; two were enough for all files tried.
  private static let mostFlushes = 8

  /// What the library said about the last call that failed.
  package static func lastError() -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let text = buffer.baseAddress else { return "" }
      rg_last_error(text, buffer.count)
      return String(cString: text)
    }
  }
}

/// A file, group or dataset that is being written, closed when it goes out of scope.
package struct HDF5Handle: ~Copyable {
  package enum Kind { case file, group, dataset }

  package let id: hid_t
  private let kind: Kind

  /// - Returns: `nil` if `id` is no valid identifier.
  package init?(_ id: hid_t, _ kind: Kind) {
    guard id >= 0 else { return nil }
    self.id = id
    self.kind = kind
  }

  deinit {
    switch kind {
    case .file: H5Fclose(id)
    case .group: H5Gclose(id)
    case .dataset: H5Dclose(id)
    }
  }
}
