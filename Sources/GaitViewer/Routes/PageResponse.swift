import Foundation
import GaitPages
import PageLanguage

/// Answers of each kind that the viewer gives.
enum PageResponse {
  static func page(_ markup: Markup, status: ViewerResponse.Status = .ok) -> ViewerResponse {
    content(Data(markup.html.utf8), type: "text/html; charset=utf-8", status: status)
  }

  static func content(_ data: Data, type: String, status: ViewerResponse.Status = .ok) -> ViewerResponse {
    ViewerResponse(statusCode: status, headers: [.contentType: type], body: data)
  }

  /// A file to be saved under a name of ours; names from the store stay out of headers.
  static func file(_ data: Data, type: String, name: String) -> ViewerResponse {
    var response = content(data, type: type)
    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return response
  }

  static func json(_ value: some Encodable, status: ViewerResponse.Status = .ok) -> ViewerResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = (try? encoder.encode(value)) ?? Data("{}".utf8)
    return content(data, type: "application/json", status: status)
  }

  static func message(
    _ title: String, _ message: String, status: ViewerResponse.Status, in language: Language
  ) -> ViewerResponse {
    page(MessagePage(title: title, message: message, language: language).html(), status: status)
  }

  /// Sends the browser to another page of the viewer, which it asks for with GET.
  static func redirect(to link: PageLink) -> ViewerResponse {
    ViewerResponse(statusCode: .seeOther, headers: [.location: link.description])
  }

  /// The words for a request that is refused.
  static func refusal(_ refusal: RequestGuard.Refusal, in language: Language) -> ViewerResponse {
    switch refusal {
    case .method:
      message(
        language("Refused"), language("This viewer answers GET, HEAD and POST only."), status: .methodNotAllowed,
        in: language)
    case .target:
      message(language("Refused"), language("The address is too long."), status: .uriTooLong, in: language)
    case .host:
      message(
        language("Refused"),
        language("The request names another computer. Open the address that 'retrogait serve' printed."),
        status: .misdirectedRequest, in: language)
    case .access:
      message(
        language("Refused"), language("Open the whole address that 'retrogait serve' printed, with its token."),
        status: .forbidden, in: language)
    case .origin, .formToken:
      message(
        language("Refused"), language("The request came from another page. Load the page again."), status: .forbidden,
        in: language)
    case .noLength:
      message(
        language("Refused"), language("The request has no length. Load the page again."), status: .lengthRequired,
        in: language)
    case .tooLong(let limit):
      message(
        language("Refused"), language("The upload is longer than \(limit / 1_000_000) MB."), status: .payloadTooLarge,
        in: language)
    }
  }
}
