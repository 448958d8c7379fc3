import CHDF5
import Synchronization

/// The one door to libhdf5.
///
/// Debian's library is not thread-safe, so all calls go through one lock, a whole file at a time. Its own printing of
/// errors is off, and filters from plug-ins are not loaded.
enum HDF5Library {
  private static let lock = Mutex(())

  /// Calls `body` while no other thread uses the library.
  static func exclusively<T>(_ body: () throws(IngestError) -> T) throws(IngestError) -> T {
    let result: Result<T, IngestError> = lock.withLock { _ in
      rg_silence()
      do throws(IngestError) {
        return .success(try body())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The files that the library got through.
  private static let sound = Mutex<Set<[Int64]>>([])

  /// Opens the file at `path`; called within `exclusively`.
  ///
  /// Before, another process looks through it, because libhdf5 1.10 crashes on some damaged files.
  ///
  /// - Throws: `IngestError` if it is no HDF5 file, or one that the library crashes on.
  static func open(_ path: String) throws(IngestError) -> HDF5Handle {
    let identity = rg_identity_of(path)
    let numbers = [identity.device, identity.inode, identity.size, identity.seconds, identity.nanoseconds]
    if sound.withLock({ !$0.contains(numbers) }) {
      guard rg_probe(path) != 0 else {
        throw IngestError(
          .unusable, file: path, found: "a file that the HDF5 library cannot get through",
          expected: "a whole HDF5 file",
          advice: "the file is damaged; copy or export it again")
      }
      sound.withLock { _ = $0.insert(numbers) }
    }
    guard let handle = HDF5Handle(rg_open(path), .file) else {
      throw IngestError(
        .unusable, file: path, found: "a file that is not HDF5 or is cut off (\(lastError()))",
        expected: "an HDF5 file",
        advice: "copy or export it again")
    }
    return handle
  }

  /// Longest text of an attribute in bytes.
  private static let longestText = 4096

  /// The text of an attribute of `object` without spaces that fill it up, or `nil` if there is none or it is no text of at most 4 kB.
  static func text(_ attribute: String, of object: hid_t) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: longestText) { buffer in
      guard let text = buffer.baseAddress, rg_string_attribute(object, attribute, text, buffer.count) == 0 else {
        return nil
      }
      return String(String(cString: text)[...].trimmed { $0 == " " })
    }
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

/// An open file, group or dataset, closed when it goes out of scope.
struct HDF5Handle: ~Copyable {
  enum Kind { case file, group, dataset }

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
    case .dataset: H5Dclose(id)
    }
  }
}
