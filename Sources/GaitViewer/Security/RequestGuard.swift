/// Decides whether a request may be answered at all.
///
/// The viewer has no accounts. What keeps others out is that it listens on the loopback address only, that it answers
/// only to its own name (a page elsewhere whose name is made to point here is refused: DNS rebinding), that changes
/// need the page's own origin and a token that only the page knows (cross-site request forgery), and that beyond the
/// loopback address nobody gets in without the token of the printed URL.
struct RequestGuard: Sendable {
  /// What the viewer is bound to.
  let host: HostName
  let port: UInt16
  /// Needed in the first URL, then kept as a cookie; `nil` on the loopback address.
  let accessToken: SecretToken?
  /// Needed in everything that changes something.
  let formToken: SecretToken

  /// The header in which the viewer's script sends the form token.
  static let formTokenHeader = HeaderName("X-RetroGait-Token")
  /// The field of forms that holds it.
  static let formTokenField = "token"
  static let longestTarget = 8_192  // bytes; the longest of our own URLs stays below 2,000
  static let longestForm = 65_536  // bytes

  init(host: String, port: UInt16) {
    self.host = HostName(host)
    self.port = port
    accessToken = self.host.isLoopback ? nil : SecretToken()
    formToken = SecretToken()
  }

  /// Why a request is refused.
  enum Refusal: Error, Equatable {
    case method
    case target
    case host
    case access
    case origin
    case formToken
    case noLength
    case tooLong(limit: Int)
  }

  /// Why `request` is refused before its body is read, or `nil` if it may be; what changes something needs a token too.
  ///
  /// - Parameter bodyLimit: The longest body in bytes that the route takes.
  func refusal(of request: ViewerRequest, bodyLimit: Int) -> Refusal? {
    guard request.method != .other else { return .method }
    guard request.target.utf8.count <= Self.longestTarget else { return .target }
    guard answers(to: request.headers[.host]) else { return .host }
    guard hasAccess(request) else { return .access }
    guard request.method == .post else { return nil }
    guard request.headers[.origin] == "http://\(request.headers[.host] ?? "")" else { return .origin }
    // A body of unknown length is never read.
    guard request.headers[.transferEncoding] == nil, let length = request.body.length else { return .noLength }
    guard length <= bodyLimit else { return .tooLong(limit: bodyLimit) }
    return nil
  }

  /// Why a request that changes something is refused for its token, which stands in a header, or in a field of a form
  /// that a browser sends without a script.
  func tokenRefusal(of request: ViewerRequest, form: QueryParameters) -> Refusal? {
    guard request.method == .post else { return nil }
    return formToken.matches(request.headers[Self.formTokenHeader] ?? form[Self.formTokenField]) ? nil : .formToken
  }

  /// Whether `header` names this viewer. A name that is no IP address can be made to point anywhere.
  private func answers(to header: String?) -> Bool {
    guard let header, let (name, port) = HostName.split(header), (port ?? 80) == self.port else { return false }
    if accessToken == nil { return name.isLoopback }
    return name == host || name.isIPv4 || name.isIPv6 || name.isLoopback
  }

  private func hasAccess(_ request: ViewerRequest) -> Bool {
    guard let accessToken else { return true }
    let cookies = (request.headers[.cookie] ?? "").split(separator: ";")
    return cookies.contains { cookie in
      let parts = cookie.split(separator: "=", maxSplits: 1)
      return parts.count == 2 && parts[0].drop { $0 == " " } == cookieName && accessToken.matches(String(parts[1]))
    }
  }

  /// Cookies do not tell ports apart.
  private var cookieName: String { "retrogait-\(port)" }

  /// The answer to a first visit with the token in its URL: the same page without it, and the cookie. `nil` for all
  /// other requests.
  func admission(of request: ViewerRequest) -> ViewerResponse? {
    guard let accessToken, request.method == .get, answers(to: request.headers[.host]),
      request.path == "/", accessToken.matches(QueryParameters(request.query)["token"])
    else { return nil }
    var headers: HeaderFields = [:]
    headers[.location] = PageLink.Path.people.rawValue
    headers[.setCookie] = "\(cookieName)=\(accessToken.text); HttpOnly; SameSite=Lax; Path=/"
    return ViewerResponse(statusCode: .seeOther, headers: headers)
  }
}
