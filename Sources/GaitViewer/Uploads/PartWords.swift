import PageLanguage

/// What is missing or wrong in what a form says of one quantity of a sensor.
struct PartWords {
  /// Else it is of the rate of turn.
  let isAcceleration: Bool
  /// The number of the sensor where a table has several.
  let sensor: Int?
  let language: Language

  /// `acceleration of sensor 2`, as it stands in a sentence after `the`.
  private var part: String {
    switch (isAcceleration, sensor) {
    case (true, nil): language("acceleration")
    case (true, let sensor?): language("acceleration of sensor \(sensor)")
    case (false, nil): language("rate of turn")
    case (false, let sensor?): language("rate of turn of sensor \(sensor)")
    }
  }

  func noColumn(of axes: String) -> String { language("Choose the column of \(axes) of the \(part).") }
  var sameColumns: String { language("The three columns of the \(part) must differ.") }
  var noUnit: String { language("Choose the unit of the \(part).") }

  func wrongCounts(_ counts: String) -> String {
    language("The counts per unit of the \(part) are '\(counts)'; expected a number such as 2048.")
  }
}
