/// A text file that no format claims: what is known of it, and what the user can do.
struct UnknownTable {
  let opening: TextOpening

  private static let expected =
    "column names with quantity, axis and unit, such as time_s, acc_x_m_s2 and gyr_x_deg_s, or the layout of a known "
    + "sensor or app"

  func refusal() -> IngestError {
    if let other = OtherFileFormat(text: opening) { return other.refusal(opening.file) }
    guard let table = DescribedTable(opening) else {
      let kind =
        opening.hasNoHeader
        ? "numbers without a line of column names above them, beginning with" : "an unknown layout that begins with"
      return refusal(found: "\(kind) \(opening.excerpt)", advice: Self.example)
    }
    if let reason = lacking(table) { return reason }
    let found = "the columns \(HeaderColumns.whole(table.header.names)), which leave something open"
    guard let proposal = MapProposal(table) else {
      return refusal(
        found:
          "an unknown layout that begins with \(opening.excerpt) (columns \(HeaderColumns.whole(table.header.names)))",
        advice: Self.example)
    }
    let guesses =
      proposal.guesses.isEmpty ? "" : "; guessed and to be checked: \(proposal.guesses.joined(separator: "; "))"
    return IngestError(
      .unusable, file: opening.file, place: "line \(table.header.line + 1)", found: found, expected: Self.expected,
      advice: "this reads the file: --map '\(proposal.text)'\(guesses)")
  }

  private static let example =
    "describe the columns, for instance --map 'time=1:ms acc=2,3,4:g gyr=5,6,7:deg/s'"

  private func refusal(found: String, advice: String) -> IngestError {
    IngestError(.unusable, file: opening.file, found: found, expected: Self.expected, advice: advice)
  }

  /// Why a table cannot be measured with, whatever is declared of it.
  private func lacking(_ table: DescribedTable) -> IngestError? {
    let sensors = table.groups.sensors
    guard !sensors.isEmpty, table.groups.repeated.isEmpty else { return nil }
    let columns = HeaderColumns.whole(table.header.names)
    if !sensors.contains(where: { $0.angularVelocity != nil }) {
      return IngestError(
        .unusable, file: opening.file, place: "line \(table.header.line + 1)",
        found: "acceleration and no angular velocity among the columns \(columns)",
        expected: "a gyroscope (rate of turn) beside the accelerometer, without which gait is not measured",
        advice: "record and export the gyroscope too, and give the folder if it is in a file of its own")
    }
    if !sensors.contains(where: { $0.acceleration != nil }) {
      return IngestError(
        .unusable, file: opening.file, place: "line \(table.header.line + 1)",
        found: "angular velocity and no acceleration among the columns \(columns)",
        expected: "acceleration with gravity beside the gyroscope",
        advice: "export the accelerometer too, and give the folder if it is in a file of its own")
    }
    return nil
  }
}
