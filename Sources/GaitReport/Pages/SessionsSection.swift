import GaitHistory
import GaitModel
import GaitPages
import PageLanguage

/// Every session with its speed and stride length.
struct SessionsSection {
  let report: PersonReport
  private var language: Language { report.language }

  func html() -> Markup {
    let hasPain = report.course.sessions.contains { $0.pain != nil }
    let rows = report.course.sessions.map { session in
      let walk = report.walk(of: session)
      var cells = [Direction.forward, .backward].flatMap { direction in
        let found = walk?.directions[direction]
        let means = TrackedMeasure.speedAndLength.map { measure in
          let mean = found?.measures[measure.id]
          return Markup.estimate(mean?.mean, mean?.interval, measure.shown(in: language), in: language)
        }
        return [found.map { "\($0.strides)" } ?? .dash] + means
      }
      if hasPain { cells.append(session.pain.map { "\(language.short($0))" } ?? .dash) }
      return Markup.row("\(report.label(of: session))", cells.map(Markup.number))
    }
    let columns = [
      language("strides"), language("speed, \(language.speedUnit.text)"),
      language("stride length, \(language.lengthUnit.text)"),
    ]
    let heads = (columns + columns + (hasPain ? [language("pain, 0–10")] : [])).map(Markup.numberHead)
    let title = language("All sessions")
    let table = PageTable(
      .label(title), attributes: " class=\"dates\"",
      head: """
        <tr><th></th>\(.groupHead(language("forward"), columns: 3))\
        \(.groupHead(language("backward"), columns: 3))\
        \(if: hasPain, "<th></th>")</tr>
        <tr>\(.head(language("session")))\(heads.joined(""))</tr>
        """,
      body: "<tbody>\(rows.joined())</tbody>")
    return "<section><h2>\(title)</h2>\(table.markup)</section>"
  }
}
