import GaitCharts
import GaitModel
import NumberText

/// The documentation's article about the agreement with references, and its charts.
package struct ValidationArticle: Sendable {
  package var feet: Validation
  package var back: Validation
  /// Sensors on the feet, in clips of a few seconds.
  package var clips: Validation

  /// Faults that were put into sensors on the feet, if that was tried.
  package var faults: FaultMatrix?

  /// Directions by kind of people, if that was counted.
  package var people: PeopleTable?

  /// Variability and asymmetry of recordings, if that was measured.
  package var variability: VariabilityTable?

  package init(
    feet: Validation, back: Validation, clips: Validation, faults: FaultMatrix? = nil, people: PeopleTable? = nil,
    variability: VariabilityTable? = nil
  ) {
    self.feet = feet
    self.back = back
    self.clips = clips
    self.faults = faults
    self.people = people
    self.variability = variability
  }

  /// A file of the documentation.
  package struct File: Sendable {
    /// Below the documentation's folder.
    package var path: String
    package var text: String
  }

  /// The article and its charts.
  package func files() -> [File] {
    let charts = charts
    return [File(path: "Validation.md", text: article(charts))]
      + charts.map { File(path: "Resources/\($0.name).svg", text: $0.chart.svg()) }
  }

  private typealias NamedChart = (name: String, chart: AgreementChart)

  private var charts: [NamedChart] {
    func chart(_ name: String, _ title: String, _ pairs: [Agreement.LengthPair], fine: Bool) -> NamedChart? {
      guard pairs.count >= 10 else { return nil }
      return (
        name,
        AgreementChart(
          title: title, unit: "m",
          summary: "\(pairs.count) strides: difference of the found length and the reference's over their mean.",
          points: pairs.map { (($0.found + $0.reference) / 2, $0.error) }, cell: (0.1, fine ? 0.02 : 0.05))
      )
    }
    let feet = feet.all.agreement.lengths
    let back = back.all.agreement.lengths
    return [
      chart("length-feet-forward", "Feet, forward", feet[.forward] ?? [], fine: true),
      chart("length-feet-backward", "Feet, backward", feet[.backward] ?? [], fine: true),
      chart("length-feet-sideways", "Feet, sideways", feet[.sideways] ?? [], fine: true),
      chart("length-back-forward", "Lower back, forward", back[.forward] ?? [], fine: false),
      chart("length-back-backward", "Lower back, backward", back[.backward] ?? [], fine: false),
    ].compactMap { $0 }
  }

  private func article(_ charts: [NamedChart]) -> String {
    """
    # Validation

    How well strides agree with those of other systems, by set of recordings and by direction.

    ## Overview

    \(ValidationWording.howMeasured)

    ## Sensors on the feet

    \(table(feet))

    ### Length of strides

    \(lengthTable(feet))

    \(distances(feet))

    \(images(charts, "feet"))

    ### Times of contacts

    \(timeTable(feet))

    \(ValidationWording.eventRules)

    \(ruleTable)

    ## A sensor on the lower back

    \(table(back))

    ### Length of strides

    \(lengthTable(back))

    \(distances(back))

    \(images(charts, "back"))

    ### Times of contacts

    \(timeTable(back))

    ## Clips of a few seconds

    \(ValidationWording.clips)

    \(table(clips))

    ## What the references resolve

    \(ValidationWording.sharedError)

    \(sharedErrorTable)

    ## What the confidences are worth

    \(ValidationWording.reliability)

    \(reliabilityTable)

    \(variabilitySection)\(peopleSection)\(faultSection)## Where it fails

    \(ValidationWording.failures)

    """
  }

  private func images(_ charts: [NamedChart], _ part: String) -> String {
    charts.filter { $0.name.contains("-\(part)-") }
      .map { "![\($0.chart.title): \($0.chart.summary)](Resources/\($0.name).svg)" }
      .joined(separator: "\n\n")
  }

  // MARK: Tables

  private func table(_ validation: Validation) -> String {
    let isFeet = validation.sensors == .feet
    let rows = (validation.rows + [validation.all]).map { row -> [String] in
      let a = row.agreement
      return [row.set, "\(row.recordings)", "\(a.references)", share(a.recall), share(a.precision)]
        + [Direction.forward, .backward, .sideways].map { called(a, $0) } + (isFeet ? [heelOrToe(a)] : [])
    }
    let header =
      [
        "set", "recordings", "strides", "found", "of those found, real", "forward right", "backward right",
        "sideways right",
      ]
      + (isFeet ? ["heel or toe right"] : [])
    return markdown(header, rows)
  }

  private func called(_ a: Agreement, _ direction: Direction) -> String {
    guard let counts = a.directions[direction] else { return "–" }
    return "\(counts[direction] ?? 0) of \(counts.values.reduce(0, +))"
  }

  private func heelOrToe(_ a: Agreement) -> String {
    let counts = [FirstContact.heel, .toe].compactMap { contact in a.contacts[contact].map { (contact, $0) } }
    guard !counts.isEmpty else { return "–" }
    return "\(counts.reduce(0) { $0 + ($1.1[$1.0] ?? 0) }) of \(counts.reduce(0) { $0 + $1.1.values.reduce(0, +) })"
  }

  private func lengthTable(_ validation: Validation) -> String {
    var rows: [[String]] = []
    for row in validation.rows + [validation.all] {
      for direction in Direction.allCases {
        let pairs = row.agreement.lengths[direction] ?? []
        guard let errors = Errors(pairs.map(\.error)) else { continue }
        let known = pairs.compactMap(\.isWithinInterval)
        let within = known.isEmpty ? nil : Double(known.count { $0 }) / Double(known.count)
        rows.append([
          row.set, direction.rawValue, "\(errors.n)", number(errors.mean * 100, 1),
          number(errors.meanAbsolute * 100, 1),
          limits(errors),
          number(errors.p95 * 100, 1), share(within),
        ])
      }
    }
    return markdown(
      [
        "set", "direction", "strides", "bias, cm", "mean absolute error, cm", "limits of agreement, cm",
        "95 % below, cm", "within the interval",
      ], rows)
  }

  /// Bias less and plus 1.96 standard deviations, in cm.
  private func limits(_ errors: Errors) -> String {
    guard let sd = errors.sd else { return "–" }
    return "\(number((errors.mean - 1.96 * sd) * 100, 1)) to \(number((errors.mean + 1.96 * sd) * 100, 1))"
  }

  /// What was found of walks of known length.
  private func distances(_ validation: Validation) -> String {
    guard let errors = Errors(validation.all.agreement.distanceErrors) else { return "" }
    return "The length of \(errors.n) walks was known. Half the sum of the strides of both feet "
      + "has a mean absolute error of \(number(errors.meanAbsolute, 2)) m and a mean error of \(number(errors.mean, 2)) m."
  }

  private func timeTable(_ validation: Validation) -> String {
    var rows: [[String]] = []
    for row in validation.rows {
      for direction in [Direction.forward, .backward, .sideways] {
        let initial = row.agreement.initialContacts[direction]
        let final = row.agreement.finalContacts[direction]
        guard let jitter = Errors(initial?.relative ?? []) else { continue }
        let finalJitter = Errors(final?.relative ?? [])
        rows.append([
          row.set, direction.rawValue, "\(jitter.n)", milliseconds(Errors(initial?.absolute ?? [])?.mean),
          milliseconds(Errors((initial?.relative ?? []).map(abs))?.median), milliseconds(jitter.meanAbsolute),
          milliseconds(Errors(final?.absolute ?? [])?.mean), milliseconds(finalJitter?.meanAbsolute),
        ])
      }
    }
    return markdown(
      [
        "set", "direction", "strides", "initial contact: bias, ms", "half of errors below, ms", "jitter, ms",
        "final contact: bias, ms", "jitter, ms",
      ], rows)
  }

  private var sharedErrorTable: String {
    let rows = feet.rows.compactMap { row -> [String]? in
      guard let other = back.rows.first(where: { $0.set == row.set }),
        let error = SharedError(row.agreement, other.agreement)
      else { return nil }
      return [
        row.set, "\(error.contacts)", milliseconds(error.first), milliseconds(error.second),
        number(error.correlation, 2), milliseconds(error.shared),
      ]
    }
    return markdown(
      ["set", "contacts", "feet: spread, ms", "back: spread, ms", "correlation", "shared: spread, ms"], rows)
  }

  private var ruleTable: String {
    var rows: [[String]] = []
    for rule in EventRule.allCases {
      for row in feet.rows {
        for direction in [Direction.forward, .backward] {
          guard let errors = row.rules[rule]?[direction], let ours = Errors(errors.fromOurs) else { continue }
          rows.append([
            ValidationWording.title(rule), row.set, direction.rawValue, "\(ours.n)",
            milliseconds(Errors(errors.fromReference)?.median), milliseconds(ours.median), milliseconds(ours.sd),
          ])
        }
      }
    }
    return markdown(
      ["rule", "set", "direction", "strides", "from the reference, ms", "from ours, ms", "spread, ms"], rows)
  }

  private var reliabilityTable: String {
    let (feet, back) = (feet.all.agreement, back.all.agreement)
    let columns = [
      feet.directionReliability, clips.all.agreement.directionReliability, feet.contactReliability,
      back.directionReliability,
    ]
    let rows = (0..<10).map { k -> [String] in
      ["\(number(Double(k) / 10, 1))–\(number(Double(k + 1) / 10, 1))"]
        + columns.flatMap { column -> [String] in
          let bin = column.bins[k]
          return ["\(bin.n)", share(bin.meanPredicted), share(bin.observed)]
        }
    }
    let text = markdown(
      [
        "confidence", "direction, feet: n", "predicted", "observed", "direction, clips: n", "predicted", "observed",
        "contact, feet: n", "predicted", "observed", "direction, back: n", "predicted", "observed",
      ], rows)
    let errors = columns.map { share($0.calibrationError) }
    return text + "\n\nMean difference of predicted and observed: \(errors.joined(separator: ", "))."
  }

  func markdown(_ header: [String], _ rows: [[String]]) -> String {
    let lines = [header, header.map { _ in "---" }] + rows
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  func share(_ value: Double?) -> String { value.map { number($0, 3) } ?? "–" }

  private func milliseconds(_ seconds: Double?) -> String { seconds.map { number($0 * 1000, 1) } ?? "–" }

  func number(_ value: Double, _ decimals: Int) -> String {
    DecimalText.fixed(value, decimals: decimals) ?? "–"
  }
}
