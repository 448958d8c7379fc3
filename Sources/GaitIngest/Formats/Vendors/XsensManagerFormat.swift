/// Reads the text that Xsens MT Manager exports: comments that begin with `//`, then a table between tabs or
/// another delimiter.
///
/// Acceleration is in m/s² and angular velocity in rad/s (MT Manager user manual). `SampleTimeFine` is often empty; time
/// is `PacketCounter`, which has 16 bits, at the update rate that a comment says.
enum XsensManagerFormat: TextFormat {
  static let name = "Xsens MT Manager text"
  static let versionSeen = "MT Manager 2019.2 and 2021.0, firmware 4.0.2 and 4.3.4"
  static let lost = "orientation, magnetometer, UTC columns"

  /// The value after which the 16-bit counter starts again at zero.
  private static let counterWrap = 65_536.0

  static func reason(_ opening: TextOpening) -> String? {
    guard opening.lines.first?.hasPrefix("//") == true, let header = headerLine(opening) else { return nil }
    let names = HeaderColumns(opening.cells(ofLine: header)).names
    let known = ["packetcounter", "acc_x", "mat[1][1]", "quat_q0"]
    guard known.contains(where: names.contains) else { return nil }
    return "comments that begin with // above a header with PacketCounter or Acc_X"
  }

  static func layouts(_ opening: TextOpening) throws(IngestError) -> [TextLayout] {
    guard let line = headerLine(opening) else { return [] }
    let dialect = opening.dialect(headerLine: line, delimiter: opening.delimiter(ofLine: line))
    let columns = HeaderColumns(dialect.header)
    guard let acceleration = columns.axes(["acc_x", "acc_y", "acc_z"]),
      let rate = columns.axes(["gyr_x", "gyr_y", "gyr_z"])
    else {
      throw IngestError(
        .unusable, file: opening.file, place: "line \(line + 1)", found: "the columns \(columns.shown)",
        expected: "Acc_X … Acc_Z and Gyr_X … Gyr_Z",
        advice: "export again from MT Manager with inertial data (acceleration and rate of turn)")
    }
    let counter = columns.position("packetcounter")
    guard let update = updateRate(opening) else {
      // A mapping by numbers, with 100 Hz for the rate that is not known.
      let mapping = MapProposal.text(
        of: TextLayout(
          dialect: dialect, clock: .rate(100, counter: counter), acceleration: .metric(acceleration),
          angularVelocity: .radians(rate)))
      throw IngestError(
        .unusable, file: opening.file, found: "no update rate in the comments",
        expected: "a line such as // Update Rate: 100.0Hz",
        advice: "export again with the header, or give your rate in place of 100: --map '\(mapping)'")
    }
    return [
      TextLayout(
        dialect: dialect, clock: .rate(update, counter: counter, wrap: counter.map { _ in counterWrap }),
        acceleration: .metric(acceleration), angularVelocity: .radians(rate), declaredRate: update,
        units: [.definition(acceleration: "m/s²", angularVelocity: "rad/s")])
    ]
  }

  private static func headerLine(_ opening: TextOpening) -> Int? {
    opening.firstLine { !$0.hasPrefix("//") && !$0.allSatisfy(\.isWhitespace) }
  }

  private static func updateRate(_ opening: TextOpening) -> Double? {
    for line in opening.lines where line.hasPrefix("//") {
      guard let range = line.firstRange(of: "Update Rate:") else { continue }
      let digits = line[range.upperBound...].drop { $0 == " " }.prefix { $0.isNumber || $0 == "." }
      if let rate = Double(digits), rate > 0 { return rate }
    }
    return nil
  }
}
