/// What every answer tells the browser not to do.
enum SecurityHeaders {
  /// Scripts, styles and requests from and to the viewer itself only; nothing inline, nothing framed.
  static let contentPolicy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'
    """

  static let all: [(HeaderName, String)] = [
    (HeaderName("Content-Security-Policy"), contentPolicy),
    (HeaderName("X-Content-Type-Options"), "nosniff"),
    (HeaderName("X-Frame-Options"), "DENY"),
    // With `no-referrer` browsers send forms with the origin `null`, which the check of origins refuses.
    (HeaderName("Referrer-Policy"), "same-origin"),
    (HeaderName("Cross-Origin-Resource-Policy"), "same-origin"),
    (HeaderName("Cross-Origin-Opener-Policy"), "same-origin"),
    // People's data do not stay behind on a shared computer.
    (.cacheControl, "no-store"),
  ]

  static func add(to response: ViewerResponse) -> ViewerResponse {
    var response = response
    for (header, value) in all { response.headers[header] = value }
    return response
  }
}
