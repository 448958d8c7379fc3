import GaitHistory
import GaitModel
import GaitPages
import NumberText

/// Every session with its speed and stride length.
struct SessionsSection {
  let report: PersonReport

  func html() -> Markup {
    let hasPain = report.course.sessions.contains { $0.pain != nil }
    let rows = report.course.sessions.map { session in
      let walk = report.walk(of: session)
      var cells = [Direction.forward, .backward].flatMap { direction in
        let found = walk?.directions[direction]
        let means = TrackedMeasure.speedAndLength.map { measure in
          let mean = found?.measures[measure.id]
          return Markup.estimate(mean?.mean, mean?.interval, 2)
        }
        return [found.map { "\($0.strides)" } ?? .dash] + means
      }
      if hasPain { cells.append(session.pain.map { "\(PlainNumbers.short($0))" } ?? .dash) }
      return Markup.row("\(report.label(of: session))", cells.map(Markup.number))
    }
    let columns = ["strides", "speed, m/s", "stride length, m"]
    let heads = (columns + columns + (hasPain ? ["pain, 0–10"] : [])).map(Markup.numberHead)
    let table = PageTable(
      .label("All sessions"), attributes: " class=\"dates\"",
      head: """
        <tr><th></th>\(.groupHead("forward", columns: 3))\(.groupHead("backward", columns: 3))\
        \(if: hasPain, "<th></th>")</tr>
        <tr>\(.head("session"))\(heads.joined(""))</tr>
        """,
      body: "<tbody>\(rows.joined())</tbody>")
    return "<section><h2>All sessions</h2>\(table.markup)</section>"
  }
}
