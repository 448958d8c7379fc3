/// Left and right over the sessions.
extension CourseTruth {
  /// Sentences that explain them and hold no figure of the person.
  private static let sideExplanations = [
    "A left step begins with the contact of the right foot", "A right step is the reverse.", "Step length is empty: ",
    "Shown: feet, overground.", "The difference is in percent of the mean of both sides.",
    "Above 0 the left side has the larger value.", "First, latest and change are of sessions that count.",
    "From five sessions on, the change is along the Theil–Sen line.", "Only the difference is judged.",
    "Stance is the time from a foot’s contact", "Swing is the rest.",
  ]
  /// Fewest steps of a foot, and of both in a difference, as Measures.md has them.
  private static let fewest = (foot: 5, both: 20)

  /// What a step of a foot has of a title.
  private func values(_ title: String, _ way: String, _ foot: String?, _ session: WrittenStrides) -> [Double] {
    session.counted(way).filter { foot == nil || $0[text: "foot"] == foot }.compactMap { row in
      switch title {
      case "step time": row["step_time_s"]
      case "swing": row["swing_s"]
      default: row["stance_s"].flatMap { stance in row["duration_s"].map { 100 * stance / $0 } }
      }
    }
  }

  /// The mean of a foot; `nil` of too few steps.
  private func side(_ title: String, _ way: String, _ foot: String, _ session: WrittenStrides) -> Double? {
    let own = values(title, way, foot, session)
    return own.count < Self.fewest.foot ? nil : own.reduce(0, +) / Double(own.count)
  }

  /// Left less right in percent of the mean of both; `nil` of too few steps.
  private func difference(_ title: String, _ way: String, _ session: WrittenStrides) -> Double? {
    guard values(title, way, nil, session).count >= Self.fewest.both, let left = side(title, way, "left", session),
      let right = side(title, way, "right", session)
    else { return nil }
    return 200 * (left - right) / (left + right)
  }

  /// Whether a sentence explains, or counts the sessions that have no value.
  func accountsForSides(_ sentence: String) -> Bool {
    if Self.sideExplanations.contains(where: sentence.hasPrefix) { return true }
    guard
      let found = sentence.wholeMatch(
        of:
          /(Step time|Stance|Swing)(, left less right,| of both feet| of one foot) is empty in (.+) sessions?: .*(5|20).*/
      )
    else { return false }
    let title = found.1.lowercased()
    let told = found.3.matches(of: /(\d+) (forward|backward)/)
    return !told.isEmpty
      && told.allSatisfy { one in
        let way = String(one.2)
        let empty = usual.count { session in
          let sides = ["left", "right"].count { side(title, way, $0, session) == nil }
          return switch found.2 {
          case " of both feet": sides == 2
          case " of one foot": sides == 1
          default: difference(title, way, session) == nil
          }
        }
        return Int(one.1) == empty
      }
  }

  /// `Step time, forward, in 11 sessions: left from 0.512 to 0.520; right from 0.601 to 0.598 s.`; `nil` of other charts.
  func accountsForSideChart(_ chart: String) -> Bool? {
    guard
      let found = chart.wholeMatch(
        of:
          /(Step time|Stance|Swing), (forward|backward|left less right), in (\d+) sessions?: (.+) (s|%|% of stride)\.(?: Marked: [^.]+\.)?/
      )
    else { return nil }
    let title = found.1.lowercased()
    let series = found.4.matches(of: /(left|right|forward|backward) from ([−\d.]+) to ([−\d.]+)/)
    let values = series.map { one in
      usual.map { session in
        found.2 == "left less right"
          ? difference(title, String(one.1), session) : side(title, String(found.2), String(one.1), session)
      }
    }
    let sessions = usual.indices.count { k in values.contains { $0[k] != nil } }
    return !series.isEmpty && Int(found.3) == sessions
      && zip(series, values).allSatisfy { one, all in
        let known = all.compactMap { $0 }
        return isNear(ReadReport.numbers(one.2).first, known.first, Self.decimals(one.2), slack: 0.005)
          && isNear(ReadReport.numbers(one.3).first, known.last, Self.decimals(one.3), slack: 0.005)
      }
  }

  /// Whether first and latest value of a row are those of sessions that count; `nil` of other rows.
  func accountsForSideRow(_ row: [String], under heading: String) -> Bool? {
    guard heading.hasPrefix("Left against right"), row.count == 6,
      let found = row[0].wholeMatch(of: /(swing, )?(left|right|left less right), (s|%|% of stride)/)
    else { return nil }
    let title =
      found.3 == "s" ? "step time" : found.3 == "% of stride" ? "stance" : found.1 == nil ? "step time" : "swing"
    return ["forward", "backward"].contains { way in
      let all = usual.compactMap { session in
        found.3 == "%" ? difference(title, way, session) : side(title, way, String(found.2), session)
      }
      let counted = all.dropFirst(2)
      let ends = row[1...2].map { cell in (ReadReport.numbers(cell).first, Self.decimals(cell.prefix { $0 != " " })) }
      // Only the difference is judged.
      let isJudged = found.3 == "%"
      let means =
        isJudged
        ? accountsForMeaning(
          row[4], change: ReadReport.numbers(row[3]), detectable: nil, counted: counted.compactMap { $0 })
        : row[4].isEmpty
      return means && Int(row[5]) == counted.count
        && zip(ends, [counted.first, counted.last]).allSatisfy { end, value in
          value == nil ? end.0 == nil : isNear(end.0, value, end.1, slack: 0.005)
        }
    }
  }
}
