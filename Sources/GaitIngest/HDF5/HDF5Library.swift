import CHDF5
import Synchronization

/// The one door to libhdf5 in this process, which writes files with it and reads none.
///
/// Debian's library is not thread-safe, so all calls go through one lock, a whole file at a time. Its own printing of
/// errors is off, and filters from plug-ins are not loaded.
enum HDF5Library {
  private static let lock = Mutex(())

  /// Calls `body` while no other thread uses the library.
  static func exclusively<T, Failure>(_ body: () throws(Failure) -> T) throws(Failure) -> T {
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

  /// What the library said about the last call that failed.
  static func lastError() -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let text = buffer.baseAddress else { return "" }
      rg_last_error(text, buffer.count)
      return String(cString: text)
    }
  }
}

/// A file or group that is being written, closed when it goes out of scope.
struct HDF5Handle: ~Copyable {
  enum Kind { case file, group }

  let id: hid_t
  private let kind: Kind

  /// - Returns: `nil` if `id` is no valid identifier.
  init?(_ id: hid_t, _ kind: Kind) {
    guard id >= 0 else { return nil }
    self.id = id
    self.kind = kind
  }

  deinit {
    switch kind {
    case .file: H5Fclose(id)
    case .group: H5Gclose(id)
    }
  }
}
