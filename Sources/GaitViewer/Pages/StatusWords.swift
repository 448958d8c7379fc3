import GaitHistory
import GaitPages
import GaitReport
import GaitStatistics
import PageLanguage

/// The status of a person's walking speed, in words for a line of a list.
struct StatusWords {
  var status: CourseStatus
  var language: Language = .english

  /// A change of speed with its sign and unit.
  private func signed(_ change: Double) -> String {
    "\(language.signed(change, language.speedUnit)) \(language.speedUnit.text)"
  }

  /// `faster: +0.09 m/s`, or that the sessions show no change, with the reason.
  var change: String {
    let words = ChangeWords(status, in: language)
    return switch status.verdict {
    case .likelyReal: words.finding + (status.change.map { ": \(signed($0))" } ?? "")
    case .withinError: words.finding
    case .cannotTell: status.n == 0 ? language("run-in only") : words.text
    }
  }

  /// What calls for a look, one after the other; empty if nothing does.
  var look: Markup {
    let words = status.findings.map { finding -> Markup in
      switch finding {
      case .belowBand(let direction, let value, let band):
        """
        <strong>▼ \(language("below own band"))</strong>: \(language.text(direction.rawValue)) \(language.speed(value)), \
        \(language("band from \(language.fixed(band, language.speedUnit))"))
        """
      case .slower(let change):
        "<strong>▼ \(ChangeWay.speed(change, in: language))</strong>: \(language("backward")) \(signed(change))"
      case .nothingMeasured(let session):
        "<strong>\(language("nothing measured"))</strong> \(language("in session \(session)"))"
      }
    }
    return words.joined("<br>")
  }
}
