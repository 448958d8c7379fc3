#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why the system refused, in its own words where it has said something: `Permission denied`.
func systemReason(_ error: any Error) -> String {
  let cause = (error as? CocoaError)?.underlying ?? error
  guard let code = (cause as? POSIXError)?.code.rawValue else { return "\(cause)" }
  return String(cString: strerror(code))
}
