import GaitModel

/// How one sensor's samples stand in a text file, and in what units.
struct TextLayout {
  var dialect: CSVDialect
  var clock: Clock
  /// The accelerometer, or `nil` if it is in another file.
  var acceleration: Axes?
  /// The gyroscope, or `nil` if it is in another file.
  var angularVelocity: Axes?
  /// What the numbers of `acceleration` hold.
  var content = AccelerationContent.specificForce
  /// What the file says of where the sensor was worn.
  var label: String?
  /// Samples per second that the file declares.
  var declaredRate: Double?
  /// A column that may count samples, where the clock is a rate alone: its skips are lost samples if it does.
  var possibleCounter: Int?
  /// When the recording began, by the file's header: good for a date, not for setting sensors against each other.
  var beginning = ClockOrigin.unknown
  /// How the units are known.
  var units: [UnitEvidence] = []
  /// What the user should know of this file.
  var warnings: [TableWarning] = []
  /// The rows that are read, where not all are: those that meet every condition.
  var rows: [RowCondition] = []

  /// That a column holds a word.
  struct RowCondition: Hashable {
    var position: Int
    var word: String
  }

  /// The columns that the samples and their times are in.
  var positions: Set<Int> {
    var positions = Set((acceleration?.positions ?? []) + (angularVelocity?.positions ?? []))
    switch clock {
    case .column(let position, _, _, _), .text(let position, _): positions.insert(position)
    case .rate(_, let counter, _, _): if let counter { positions.insert(counter) }
    }
    return positions
  }

  /// The names of these columns.
  var names: SignalSource.Columns {
    func names(_ positions: [Int]) -> [String] {
      positions.map { dialect.header.indices.contains($0) ? dialect.header[$0] : "\($0 + 1)" }
    }
    let time: Int?
    switch clock {
    case .column(let position, _, _, _), .text(let position, _): time = position
    case .rate(_, let counter, _, _): time = counter
    }
    return SignalSource.Columns(
      time: time.flatMap { names([$0]).first }, acceleration: names(acceleration?.positions ?? []),
      angularVelocity: names(angularVelocity?.positions ?? []))
  }

  /// Three columns in the order x, y, z, and the factors that make their numbers m/s² or rad/s.
  struct Axes: Equatable {
    var positions: [Int]
    var factor: Double
    /// The name of a `SignalUnit`.
    var unit: String
    /// -1 for an axis that points the other way.
    var signs = [1.0, 1, 1]

    /// Columns in m/s².
    static func metric(_ positions: [Int]) -> Axes { Axes(positions: positions, factor: 1, unit: "m_s2") }
    /// Columns in g.
    static func gravities(_ positions: [Int]) -> Axes {
      Axes(positions: positions, factor: PlainColumns.standardGravity, unit: "g")
    }
    /// Columns in rad/s.
    static func radians(_ positions: [Int]) -> Axes { Axes(positions: positions, factor: 1, unit: "rad_s") }
    /// Columns in °/s.
    static func degrees(_ positions: [Int]) -> Axes { Axes(positions: positions, factor: .pi / 180, unit: "deg_s") }

    /// Columns in a unit, or in counts of which `divisor` are one unit.
    static func of(_ positions: [Int], _ unit: SignalUnit, divisor: Double = 1) -> Axes {
      Axes(positions: positions, factor: unit.factor / divisor, unit: unit.name)
    }

    /// The columns with the opposite sign.
    var negated: Axes { Axes(positions: positions, factor: -factor, unit: unit, signs: signs) }
  }

  /// Where the time of a sample is from.
  enum Clock: Equatable {
    /// A column of numbers that are seconds when multiplied by `factor`.
    ///
    /// - wrap: The number at which a counter starts again at zero.
    /// - origin: What time zero is.
    case column(Int, factor: Double, wrap: Double? = nil, origin: ClockOrigin = .unknown)
    /// A column of dates and times as text; without a zone they are local times.
    case text(Int, order: ClockText.DayOrder? = nil)
    /// A column that counts samples, or rows if there is none, and a rate in Hz that the file declares.
    case rate(Double, counter: Int? = nil, wrap: Double? = nil, origin: ClockOrigin = .unknown)
  }
}

/// What an app calls acceleration.
enum AccelerationContent: Equatable {
  /// What an accelerometer measures, gravity included.
  case specificForce
  /// Gravity is removed; it may be in another file.
  case withoutGravity
  /// Gravity alone, to be added to what has none.
  case gravity
}

/// What time zero of a sensor's clock is.
enum ClockOrigin: Equatable {
  /// Nothing is known of it: sensors with such clocks cannot be set against each other.
  case unknown
  /// Seconds from 1970-01-01T00:00:00Z.
  case utc(Double)
  /// Seconds from 1970-01-01T00:00:00 in a time zone that the file does not name.
  case local(Double)
  /// Seconds on a clock of this name that the sensors of one system share.
  case shared(String, Double)

  /// The origin `seconds` later.
  func advanced(by seconds: Double) -> ClockOrigin {
    switch self {
    case .unknown: .unknown
    case .utc(let start): .utc(start + seconds)
    case .local(let start): .local(start + seconds)
    case .shared(let name, let start): .shared(name, start + seconds)
    }
  }
}

/// What was read of one sensor before it is made a stream: time in seconds from `origin`, signals in m/s² and rad/s.
struct SensorSignals {
  var time: [Double]
  var origin: ClockOrigin
  var acceleration: TriaxialSeries?
  var angularVelocity: TriaxialSeries?
  var accelerationUnit = "m_s2"
  var angularVelocityUnit = "rad_s"
  var content = AccelerationContent.specificForce
  var label: String?
  var declaredRate: Double?
  /// When the recording began, by the file's header, where `origin` does not say it.
  var beginning = ClockOrigin.unknown
  var warnings: [TableWarning] = []
  /// The names of the columns that were read.
  var columns = SignalSource.Columns()
  /// Names the place of a row in the file.
  var place: (_ row: Int) -> String = { "sample \($0 + 1)" }
}
