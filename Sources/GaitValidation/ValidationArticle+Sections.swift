extension ValidationArticle {
  // MARK: Sections that stand only where their table was made

  var faultSection: String {
    guard let faults else { return "" }
    return """
      ## Faults of sensors

      \(faults.introduction)

      \(faults.table)


      """
  }

  var variabilitySection: String {
    guard let variability else { return "" }
    let rows = variability.rows.map { row -> [String] in
      [
        row.set, row.recording, row.sensors == .feet ? "feet" : "lower back", row.quantity.rawValue, "\(row.strides)",
        number(row.variation.found * 100, 1), number(row.variation.reference * 100, 1),
        row.asymmetry.map { number($0.found * 100, 1) } ?? "–",
        row.asymmetry.map { number($0.reference * 100, 1) } ?? "–",
      ]
    }
    let table = markdown(
      [
        "set", "recording", "sensors", "quantity", "strides", "CV found, %", "CV reference, %", "left − right found, %",
        "left − right reference, %",
      ], rows)
    return """
      ## Variability and asymmetry

      \(ValidationWording.variability)

      \(table)


      """
  }

  var peopleSection: String {
    guard let people else { return "" }
    let rows = people.rows.map { row -> [String] in
      let isTested = row.strides >= PeopleTable.fewestStrides
      let sure = row.verySure
      return [
        ValidationWording.title(row.kind), row.sensors == .feet ? "feet" : "lower back", "\(row.recordings)",
        "\(row.strides)",
      ]
        + (isTested
          ? [
            share(Double(row.right) / Double(row.strides)), "\(row.surelyWrong)",
            share(sure.count > 0 ? sure.predicted / Double(sure.count) : nil),
            share(sure.count > 0 ? Double(sure.right) / Double(sure.count) : nil),
          ] : ["untested", "–", "–", "–"])
    }
    let table = markdown(
      [
        "people", "sensors", "recordings", "strides", "direction right", "surely wrong", "predicted above 0.9",
        "observed",
      ], rows)
    return """
      ## By kind of people

      \(ValidationWording.people)

      \(table)


      """
  }
}
