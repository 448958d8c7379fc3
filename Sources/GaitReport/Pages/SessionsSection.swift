import GaitCharts
import GaitHistory
import GaitModel
import GaitStatistics

/// Every session with its speed and stride length.
struct SessionsSection {
  let report: PersonReport

  func html() -> String {
    let hasPain = report.course.sessions.contains { $0.pain != nil }
    var rows = ""
    for session in report.course.sessions {
      rows += "<tr><th scope=\"row\">\(SVGMarkup.escaped(report.label(of: session)))</th>"
      let walk = report.walk(of: session)
      for direction in [Direction.forward, .backward] {
        let found = walk?.directions[direction]
        rows += "<td class=\"number\">\(found.map { String($0.strides) } ?? "–")</td>"
        for id in ["speed_m_s", "stride_length_m"] {
          let estimate = found?.measures[id].map { Estimate(value: $0.mean, interval: $0.interval) }
          rows += "<td class=\"number\">\(estimate.map { PlainNumbers.cell($0, decimals: 2) } ?? "–")</td>"
        }
      }
      if hasPain {
        rows += "<td class=\"number\">\(session.pain.map { SVGMarkup.number($0, decimals: 1) } ?? "–")</td>"
      }
      rows += "</tr>\n"
    }
    let pain = hasPain ? "<th class=\"number\" scope=\"col\">pain, 0–10</th>" : ""
    let group = { (name: String) in "<th colspan=\"3\" scope=\"colgroup\">\(name)</th>" }
    let columns =
      "<th class=\"number\" scope=\"col\">strides</th><th class=\"number\" scope=\"col\">speed, m/s</th>"
      + "<th class=\"number\" scope=\"col\">stride length, m</th>"
    return """
      <section><h2>All sessions</h2><div class="scroll" tabindex="0" role="region" aria-label="All sessions"><table class="dates">
      <tr><th></th>\(group("forward"))\(group("backward"))\(hasPain ? "<th></th>" : "")</tr>
      <tr><th scope="col"></th>\(columns)\(columns)\(pain)</tr>
      \(rows)</table></div></section>
      """
  }
}
