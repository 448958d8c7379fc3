import FlyingFox

/// What every answer tells the browser not to do.
enum SecurityHeaders {
  /// Scripts, styles and requests from and to the viewer itself only; nothing inline, nothing framed.
  static let contentPolicy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'
    """

  static let all: [(HTTPHeader, String)] = [
    (HTTPHeader("Content-Security-Policy"), contentPolicy),
    (HTTPHeader("X-Content-Type-Options"), "nosniff"),
    (HTTPHeader("X-Frame-Options"), "DENY"),
    // With `no-referrer` browsers send forms with the origin `null`, which the check of origins refuses.
    (HTTPHeader("Referrer-Policy"), "same-origin"),
    (HTTPHeader("Cross-Origin-Resource-Policy"), "same-origin"),
    (HTTPHeader("Cross-Origin-Opener-Policy"), "same-origin"),
    // People's data do not stay behind on a shared computer.
    (.cacheControl, "no-store"),
  ]

  static func add(to response: HTTPResponse) -> HTTPResponse {
    var response = response
    for (header, value) in all { response.headers.setValues([value], for: header) }
    return response
  }
}
