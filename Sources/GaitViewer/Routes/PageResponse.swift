import Foundation
import GaitPages

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

  static func message(_ title: String, _ message: String, status: ViewerResponse.Status) -> ViewerResponse {
    page(MessagePage(title: title, message: message).html(), status: status)
  }

  /// Sends the browser to another page of the viewer, which it asks for with GET.
  static func redirect(to link: PageLink) -> ViewerResponse {
    ViewerResponse(statusCode: .seeOther, headers: [.location: link.description])
  }

  /// The words for a request that is refused.
  static func refusal(_ refusal: RequestGuard.Refusal) -> ViewerResponse {
    switch refusal {
    case .method:
      message("Refused", "This viewer answers GET, HEAD and POST only.", status: .methodNotAllowed)
    case .target:
      message("Refused", "The address is too long.", status: .uriTooLong)
    case .host:
      message(
        "Refused", "The request names another computer. Open the address that 'retrogait serve' printed.",
        status: .misdirectedRequest)
    case .access:
      message(
        "Refused", "Open the whole address that 'retrogait serve' printed, with its token.", status: .forbidden)
    case .origin, .formToken:
      message("Refused", "The request came from another page. Load the page again.", status: .forbidden)
    case .noLength:
      message("Refused", "The request has no length. Load the page again.", status: .lengthRequired)
    case .tooLong(let limit):
      message("Refused", "The upload is longer than \(limit / 1_000_000) MB.", status: .payloadTooLarge)
    }
  }
}
