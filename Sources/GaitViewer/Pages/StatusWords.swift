import GaitHistory
import GaitPages
import GaitReport
import GaitStatistics
import NumberText

/// The status of a person's walking speed, in words for a line of a list.
struct StatusWords {
  var status: CourseStatus

  /// `faster: +0.09 m/s`, or that the sessions show no change, with the reason.
  var change: String {
    let words = ChangeWords(status)
    return switch status.verdict {
    case .likelyReal: words.finding + (status.change.map { ": \(PlainNumbers.signed($0, 2)) m/s" } ?? "")
    case .withinError: words.finding
    case .cannotTell: status.n == 0 ? "run-in only" : words.text
    }
  }

  /// What calls for a look, one after the other; empty if nothing does.
  var look: Markup {
    let words = status.findings.map { finding -> Markup in
      switch finding {
      case .belowBand(let direction, let value, let band):
        """
        <strong>▼ below own band</strong>: \(direction.rawValue) \(PlainNumbers.fixed(value, 2)) m/s, \
        band from \(PlainNumbers.fixed(band, 2))
        """
      case .slower(let change):
        "<strong>▼ \(ChangeWay.speed(change))</strong>: backward \(PlainNumbers.signed(change, 2)) m/s"
      case .nothingMeasured(let session):
        "<strong>nothing measured</strong> in session \(session)"
      }
    }
    return words.joined("<br>")
  }
}
