import Foundation
import Testing

@Suite("The configuration of nginx")
struct ProxyConfigurationTests {
  @Test("in the article is the example that Scripts/check-proxy tries")
  func sameAsExample() throws {
    let root = Document.root
    let example = try String(
      contentsOf: root.appending(path: "Scripts/examples/nginx-retrogait.conf"), encoding: .utf8)
    let article = try String(contentsOf: Document.articles.appending(path: "Proxy.md"), encoding: .utf8)
    #expect(article.contains("```nginx\n\(example)```\n"))
  }
}
