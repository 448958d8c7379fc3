import Foundation

/// A request as the routes see it, without a trace of the library that received it.
struct ViewerRequest: Sendable {
  enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    /// Any other; all are refused.
    case other = ""

    init(_ name: String) { self = Method(rawValue: name) ?? .other }
  }

  let method: Method
  /// Path and query as they were sent, still encoded.
  let target: String
  let headers: HeaderFields
  let body: RequestBody

  /// The target up to the question mark, still encoded.
  var path: String { String(target.prefix { $0 != "?" }) }
  /// The target after the question mark, still encoded; empty if there is none.
  var query: String { String(target.drop { $0 != "?" }.dropFirst()) }
}

/// The body of a request, which arrives in parts.
struct RequestBody: Sendable {
  /// Number of bytes that the request declares; `nil` if that is not known before all have arrived.
  let length: Int?
  /// To be iterated once.
  let parts: any AsyncSequence<Data, any Error> & Sendable

  init(length: Int?, parts: any AsyncSequence<Data, any Error> & Sendable) {
    self.length = length
    self.parts = parts
  }

  init(_ data: Data = Data()) {
    length = data.count
    parts = AsyncThrowingStream<Data, any Error> { stream in
      stream.yield(data)
      stream.finish()
    }
  }

  /// The whole body, which the caller has found short enough by its `length`.
  func whole() async throws -> Data {
    var data = Data()
    for try await part in parts { data.append(part) }
    return data
  }
}
