import Foundation
import GaitHistory
import Testing

@testable import GaitViewer

@Suite("What keeps others out of the viewer")
struct SecurityTests {
  @Test(
    "a name that was made to point here gets no answer (DNS rebinding)",
    arguments: [
      "evil.example:8080", "127.0.0.1.evil.example:8080", "evil.example", "127.0.0.1", "127.0.0.1:80", "localhost:8081",
      "192.168.1.7:8080", "127.0.0.1:8080@evil.example", "[::1", "", "127.0.0.1:8080/", "127.evil:8080", "0.0.0.0:8080",
    ])
  func foreignHost(_ host: String) async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first")
    let answer = await fixture.answer("/", headers: ["Host": host])
    #expect(answer.statusCode == .misdirectedRequest)
    #expect(!String(decoding: answer.body, as: UTF8.self).contains("S01"))
  }

  @Test("a request with two hosts gets no answer")
  func twoHosts() {
    var headers: HeaderFields = [.host: "127.0.0.1:8080"]
    headers.append("127.0.0.1:8080", for: "HOST")
    let request = ViewerRequest(method: .get, target: "/", headers: headers, body: RequestBody())
    #expect(RequestGuard(host: "127.0.0.1", port: 8080).refusal(of: request, bodyLimit: 0) == .host)
  }

  @Test("a request without a host gets no answer")
  func noHost() async throws {
    let fixture = try ViewerFixture()
    #expect(await fixture.answer("/", headers: ["Host": nil]).statusCode == .misdirectedRequest)
  }

  @Test(
    "the viewer answers to all names of this machine's loopback",
    arguments: ["127.0.0.1:8080", "localhost:8080", "[::1]:8080", "LOCALHOST:8080"])
  func ownNames(_ host: String) async throws {
    let fixture = try ViewerFixture()
    #expect(await fixture.answer("/", headers: ["Host": host]).statusCode == .ok)
  }

  @Test(
    "a page elsewhere cannot change anything, even with the token",
    arguments: [
      "http://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8080", "http://localhost:8080", nil,
    ])
  func foreignOrigin(_ origin: String?) async throws {
    let fixture = try ViewerFixture()
    let answer = await fixture.answer("/upload/begin", method: .post, headers: ["Origin": origin])
    #expect(answer.statusCode == .forbidden)
  }

  @Test(
    "nothing is changed without the token of the page", arguments: [nil, "", "0", String(repeating: "0", count: 48)])
  func noFormToken(_ token: String?) async throws {
    let fixture = try ViewerFixture()
    let answer = await fixture.answer("/upload/begin", method: .post, headers: ["X-RetroGait-Token": token])
    #expect(answer.statusCode == .forbidden)
  }

  @Test("what changes something is not to be had by a link, nor a page by a form", arguments: PageLink.Path.allCases)
  func methods(_ path: PageLink.Path) async throws {
    let fixture = try ViewerFixture()
    let wrong: ViewerRequest.Method = path.changes ? .get : .post
    #expect(await fixture.answer(path.rawValue, method: wrong).statusCode == .methodNotAllowed)
    #expect(await fixture.answer(path.rawValue, method: .other).statusCode == .methodNotAllowed)
  }

  @Test(
    "every answer forbids scripts of others, framing and guessing of types, errors too",
    arguments: ["/", "/nothing", "/person?id=nobody", "/assets/viewer.js"])
  func headers(_ target: String) async throws {
    let fixture = try ViewerFixture()
    for host in ["127.0.0.1:8080", "evil.example"] {
      let headers = await fixture.answer(target, headers: ["Host": host]).headers
      let policy = try #require(headers[HeaderName("Content-Security-Policy")])
      #expect(policy.contains("default-src 'none'"))
      #expect(!policy.contains("unsafe"))
      #expect(policy.contains("frame-ancestors 'none'"))
      #expect(headers[HeaderName("X-Content-Type-Options")] == "nosniff")
      #expect(headers[HeaderName("Referrer-Policy")] == "same-origin")
      #expect(headers[.cacheControl] == "no-store")
    }
  }

  @Test("pages keep the policy: no script or style within them")
  func nothingInline() async throws {
    let fixture = try ViewerFixture()
    try fixture.add("S01", session: "first", day: "2026-09-07")
    for target in [
      "/", "/person?id=S01", "/session?person=S01&session=first&stride=left-1", "/compare?person=S01", "/upload",
      "/columns", "/person/edit?person=S01", "/person/plan?person=S01",
      "/session/edit?person=S01&session=first", "/changes?person=S01", "/removed", "/units",
    ] {
      let page = try await fixture.text(target)
      #expect(!page.contains("<style"))
      #expect(!page.contains(" style="))
      #expect(!page.contains(" onclick"))
      #expect(page.contains("<script src=\"/assets/viewer.js\" defer></script>"))
      #expect(page.components(separatedBy: "<script").count == 2)
      #expect(!page.replacing("http://www.w3.org", with: "").contains("//"))
    }
  }

  @Test("an upload longer than allowed is refused before it is read")
  func longBody() async throws {
    let fixture = try ViewerFixture()
    let form = await fixture.answer(
      "/upload/start?id=x", method: .post, body: Data(count: RequestGuard.longestForm + 1))
    #expect(form.statusCode == .payloadTooLarge)
    let details = await fixture.answer(
      "/upload/file?id=x&name=recording.json", method: .post, body: Data(count: UploadedFile.longestDetails + 1)
    )
    #expect(details.statusCode == .payloadTooLarge)
  }

  @Test("a body of unknown length and an endless address are refused")
  func unknownLength() async throws {
    let fixture = try ViewerFixture()
    let chunked = await fixture.answer("/upload/begin", method: .post, headers: ["Transfer-Encoding": "chunked"])
    #expect(chunked.statusCode == .lengthRequired)
    let long = await fixture.answer("/?q=" + String(repeating: "a", count: RequestGuard.longestTarget))
    #expect(long.statusCode == .uriTooLong)
  }

  @Test(
    "no path of the request is ever a path on the disk",
    arguments: [
      "/../../etc/passwd", "/assets/../../Package.swift", "/assets/%2e%2e/viewer.css", "//etc/passwd",
      "/%2Fetc%2Fpasswd",
    ])
  func paths(_ target: String) async throws {
    let fixture = try ViewerFixture()
    #expect(await fixture.answer(target).statusCode == .notFound)
  }
}

@Suite("The viewer beyond the loopback address")
struct AccessTokenTests {
  private static let host = ["Host": "192.168.1.7:8080" as String?]

  @Test(
    "nobody gets in without the token of the printed address",
    arguments: [
      "/", "/?token=", "/?token=1234", "/person?id=S01", "/export/strides.csv?person=S01", "/assets/viewer.js",
    ])
  func noToken(_ target: String) async throws {
    let fixture = try ViewerFixture(host: "0.0.0.0")
    try fixture.add("S01", session: "first")
    #expect(await fixture.answer(target, headers: Self.host).statusCode == .forbidden)
    let wrong = Self.host.merging(["Cookie": "retrogait-8080=\(String(repeating: "0", count: 48))"]) { $1 }
    #expect(await fixture.answer(target, headers: wrong).statusCode == .forbidden)
  }

  @Test("the token in the address becomes a cookie that scripts cannot read, and leaves the address")
  func admission() async throws {
    let fixture = try ViewerFixture(host: "0.0.0.0")
    let token = try #require(fixture.viewer.routes.requestGuard.accessToken?.text)
    #expect(fixture.viewer.url.hasSuffix(":8080/?token=\(token)"))
    let first = await fixture.answer("/?token=\(token)", headers: Self.host)
    #expect(first.statusCode == .seeOther)
    #expect(first.headers[.location] == "/")
    let cookie = try #require(first.headers[.setCookie])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite"))
    let pair = String(cookie.prefix { $0 != ";" })
    let second = await fixture.answer("/", headers: Self.host.merging(["Cookie": "other=1; \(pair)"]) { $1 })
    #expect(second.statusCode == .ok)
  }

  @Test("a name made to point here gets no cookie for the token and no page for the cookie")
  func rebinding() async throws {
    let fixture = try ViewerFixture(host: "0.0.0.0")
    let token = try #require(fixture.viewer.routes.requestGuard.accessToken?.text)
    let headers: [String: String?] = ["Host": "evil.example:8080", "Cookie": "retrogait-8080=\(token)"]
    #expect(await fixture.answer("/?token=\(token)", headers: headers).statusCode == .misdirectedRequest)
    #expect(await fixture.answer("/", headers: headers).statusCode == .misdirectedRequest)
  }

  @Test("the printed address is one that the viewer answers to", arguments: ["0.0.0.0", "::", "127.0.0.1", "::1"])
  func printedAddress(_ host: String) async throws {
    let fixture = try ViewerFixture(host: host)
    let url = try #require(URL(string: fixture.viewer.url))
    let authority = fixture.viewer.url.dropFirst("http://".count).prefix { $0 != "/" }
    let target = "/" + (url.query.map { "?\($0)" } ?? "")
    let answer = await fixture.answer(target, headers: ["Host": String(authority)])
    #expect(answer.statusCode == (url.query == nil ? .ok : .seeOther), "\(fixture.viewer.url)")
  }

  @Test("on loopback no token is needed, and two viewers never share one")
  func tokens() throws {
    #expect(try ViewerFixture().viewer.routes.requestGuard.accessToken == nil)
    #expect(try ViewerFixture(host: "127.0.0.2").viewer.routes.requestGuard.accessToken == nil)
    #expect(try ViewerFixture(host: "::").viewer.routes.requestGuard.accessToken != nil)
    #expect(SecretToken().text != SecretToken().text)
    #expect(SecretToken().text.count == 48)
  }

  @Test(
    "a host that is no address is refused with words",
    arguments: ["example.org", "", "300.1.1.1", "127.0.0.1:80", "-1"])
  func host(_ host: String) {
    #expect(throws: Viewer.Failure.host(host)) { try ViewerFixture(host: host) }
  }
}
