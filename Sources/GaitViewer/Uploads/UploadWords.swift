import Foundation
import GaitModel
import PageLanguage

/// What the script of the upload page says, in the language of the page. `{1}` stands for what the script puts there.
struct UploadWords {
  /// The words by the names that `viewer.js` has for them.
  let all: [String: String]

  init(_ language: Language) {
    let place = "{1}"
    all = [
      "leftOut": language("Not sent, because the viewer does not read files of this kind: \(place)"),
      "placement": language("Where the sensor of \(place) was worn"),
      "remove": language("remove \(place)"),
      "unreadable": language("What was dropped cannot be read: \(place)"),
      "refused": language("The viewer refused it (\(place)). Load the page again."),
      "unanswered": language("The viewer does not answer. Is it still running?"),
      "nothing": language("Choose the files of a recording first."),
      "sending": language("Sending \(place)."),
      "sent": language("Sent"),
      "analyzed": language("Analyzed"),
    ]
  }

  /// As an attribute of the page has them: a script may not stand in it.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(all)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

extension Placement {
  /// `left foot`.
  func words(in language: Language) -> String { language.text(rawValue.replacing("_", with: " ")) }
}
