import Foundation
import Testing

@testable import GaitViewer

/// Forms as a browser without the page's script sends them.
extension ViewerFixture {
  /// The fields of the first form of a page that goes to `action`.
  func fields(_ page: String, action: String) throws -> [String: String] {
    let form = try #require(page.components(separatedBy: "action=\"\(action)\"").dropFirst().first)
    let html = try #require(form.components(separatedBy: "</form>").first)
    var fields: [String: String] = [:]
    for match in html.matches(of: /<input[^>]* name="([^"]*)"[^>]*>/) {
      let value = match.output.0.firstMatch(of: /\svalue="([^"]*)"/)?.output.1 ?? ""
      fields[String(match.output.1)] = String(value)
    }
    for match in html.matches(of: /<textarea name="([^"]*)"[^>]*>\n([^<]*)<\/textarea>/) {
      fields[String(match.output.1)] = String(match.output.2)
    }
    for match in html.matches(of: /<select name="([^"]*)"[^>]*>(.*?)<\/select>/) {
      let chosen = match.output.2.firstMatch(of: /<option value="([^"]*)" selected>/)?.output.1 ?? ""
      fields[String(match.output.1)] = String(chosen)
    }
    return fields
  }

  /// The token stands in the form.
  func send(_ action: String, _ fields: [String: String]) async -> ViewerResponse {
    let body = fields.map { "\($0.key)=\(QueryParameters.encoded($0.value))" }.joined(separator: "&")
    return await answer(action, method: .post, headers: ["X-RetroGait-Token": nil], body: Data(body.utf8))
  }
}
