import Foundation

/// An answer as the routes give it.
struct ViewerResponse: Sendable {
  /// The status codes that the viewer answers with (RFC 9110, 15).
  enum Status: Int, Sendable {
    case ok = 200
    case seeOther = 303
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case conflict = 409
    case lengthRequired = 411
    case payloadTooLarge = 413
    case uriTooLong = 414
    case misdirectedRequest = 421
    case internalServerError = 500
    case serviceUnavailable = 503
  }

  var statusCode: Status
  var headers: HeaderFields = [:]
  var body = Data()
}
