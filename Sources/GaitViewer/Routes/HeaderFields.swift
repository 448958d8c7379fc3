/// The name of a header field, in lower case: such names are compared without regard to case.
struct HeaderName: Sendable, Hashable, ExpressibleByStringLiteral {
  let text: String

  init(_ text: String) { self.text = text.lowercased() }
  init(stringLiteral text: String) { self.init(text) }

  static let host: HeaderName = "Host"
  static let origin: HeaderName = "Origin"
  static let acceptLanguage: HeaderName = "Accept-Language"
  static let cookie: HeaderName = "Cookie"
  static let referer: HeaderName = "Referer"
  static let setCookie: HeaderName = "Set-Cookie"
  static let location: HeaderName = "Location"
  static let contentType: HeaderName = "Content-Type"
  static let contentLength: HeaderName = "Content-Length"
  static let contentDisposition: HeaderName = "Content-Disposition"
  static let transferEncoding: HeaderName = "Transfer-Encoding"
  static let cacheControl: HeaderName = "Cache-Control"
}

/// The header fields of a request or of an answer.
struct HeaderFields: Sendable, ExpressibleByDictionaryLiteral {
  private var values: [HeaderName: String] = [:]

  init(dictionaryLiteral fields: (HeaderName, String)...) {
    for (name, value) in fields { append(value, for: name) }
  }

  subscript(name: HeaderName) -> String? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Adds a field. One that comes twice is joined by a comma (RFC 9110, 5.3), so that a second `Host` makes both invalid.
  mutating func append(_ value: String, for name: HeaderName) {
    values[name] = values[name].map { "\($0), \(value)" } ?? value
  }

  /// All fields, in the order of their names.
  var all: [(name: HeaderName, value: String)] {
    values.sorted { $0.key.text < $1.key.text }.map { ($0.key, $0.value) }
  }
}
