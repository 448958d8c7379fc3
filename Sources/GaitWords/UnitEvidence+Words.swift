import GaitModel

extension UnitEvidence {
  /// How the units are known, a sentence without its end.
  public var words: String {
    switch self {
    case .definition(let acceleration, let angularVelocity):
      Self.units(acceleration, angularVelocity) + " by the definition of the format"
    case .convention(let acceleration, let angularVelocity, let toolbox):
      Self.units(acceleration, angularVelocity) + " by the convention of \(toolbox)"
    case .declared(let acceleration, let angularVelocity): Self.units(acceleration, angularVelocity) + " as declared"
    case .columnNames: "units are in the column names"
    case .lineBelowNames: "units are in the line below the column names"
    case .words(let column): "units are in the words of column \(column)"
    case .attribute: "units are in the attribute 'units' of each dataset"
    case .file(let name): "units are in \(name)"
    case .invertedSign: "the sign of acceleration follows iOS and is inverted"
    }
  }

  private static func units(_ acceleration: String, _ angularVelocity: String) -> String {
    "acceleration in \(acceleration) and angular velocity in \(angularVelocity)"
  }
}

extension GravityEvidence {
  /// Where the magnitude of gravity is from.
  public var words: String {
    switch self {
    case .rest: "rest"
    case .quietestTenth: "quietest tenth"
    }
  }
}
