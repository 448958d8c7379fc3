/// Why a mixed model cannot be fitted.
public enum MixedModelError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A column, or the list of persons, has another length than the values.
  case unequalLengths(name: String, found: Int, expected: Int)
  case notFinite(name: String, row: Int)
  case noColumns
  /// Fewer than two persons, or no more values than coefficients.
  case tooFew(persons: Int, values: Int, coefficients: Int)
  /// The column is a combination of others: its effect cannot be told from theirs.
  case dependentColumn(name: String)
  /// The values lie on the fixed effects exactly.
  case noScatter
  case notConverged

  public var description: String {
    switch self {
    case .unequalLengths(let name, let found, let expected):
      "column \(name): found \(found) rows, expected \(expected); give one for each value"
    case .notFinite(let name, let row):
      "column \(name), row \(row): found a value that is not finite; remove rows that were not measured"
    case .noColumns: "found no fixed or no random column; give at least a column of ones for each"
    case .tooFew(let persons, let values, let coefficients):
      "found \(persons) persons, \(values) values for \(coefficients) coefficients; a mixed model needs two persons and more "
        + "values than coefficients"
    case .dependentColumn(let name):
      "column \(name) is a combination of others, so that its effect cannot be separated from theirs; remove it"
    case .noScatter: "the values lie on the fixed effects exactly; there is nothing to estimate"
    case .notConverged: "found no best random effects; use fewer random columns"
    }
  }
}

/// A linear mixed model fitted by restricted maximum likelihood: each person deviates from the coefficients of all by random
/// effects that may be correlated, and each session of a person by one of its own (Laird & Ware 1982, doi 10.2307/2529876;
/// computed after Bates et al. 2015, doi 10.18637/jss.v067.i01).
public struct LinearMixedModel: Sendable, Equatable {
  /// A column of the design.
  public struct Column: Sendable, Equatable {
    public var name: String
    public var values: [Double]

    public init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// A fixed effect.
  public struct Coefficient: Sendable, Equatable {
    public var name: String
    public var value: Double
    public var standardError: Double
    /// Degrees of freedom of `t` after Satterthwaite (Kuznetsova, Brockhoff & Christensen 2017,
    /// doi 10.18637/jss.v082.i13); where persons differ in the effect, no more than their number less one, also if they
    /// seem not to differ in this sample.
    public var freedom: Double
    /// `value` over `standardError`.
    public var t: Double
    /// Two-sided p of `t`.
    public var p: Double
    /// 95 % confidence interval.
    public var interval: ClosedRange<Double>
  }

  public var coefficients: [Coefficient]
  /// Names of the random effects.
  public var randomNames: [String]
  /// Standard deviations between persons, of each random effect.
  public var randomSD: [Double]
  /// Correlations between random effects, row by row; `nil` where one of the two does not vary.
  public var randomCorrelation: [[Double?]]
  /// Standard deviation between the sessions of a person; `nil` where no two values share a session.
  public var sessionSD: Double?
  /// Standard deviation of single values about their person's line.
  public var residualSD: Double
  /// −2 log of the restricted likelihood.
  public var criterion: Double
  /// Whether a variance is 0 or a correlation ±1: the persons tell less than the model asks.
  public var isSingular: Bool
  /// Persons in the order in which they first appear.
  public var persons: [String]
  /// Each person's expected deviation from the coefficients, by random effect.
  public var randomEffects: [[Double]]
  /// Number of values.
  public var observations: Int

  /// The coefficient called `name`.
  public subscript(name: String) -> Coefficient? { coefficients.first { $0.name == name } }

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - values: One for each row.
  ///   - persons: Whose row it is.
  ///   - fixed: Columns of effects that all persons share, among them as a rule one of ones.
  ///   - random: Columns of effects that differ from person to person, as a rule ones, and time.
  ///   - sessions: In which of the person's sessions each value was measured; empty if no two values share one.
  ///   - isCorrelated: Whether the random effects of a person may be correlated.
  ///   - mostFreedom: Greatest degrees of freedom of fixed effects by name, such as of those that only differences between
  ///     persons tell.
  public init(
    _ values: [Double], persons names: [String], fixed: [Column], random: [Column], sessions: [String] = [],
    isCorrelated: Bool = true, mostFreedom: [String: Double] = [:]
  ) throws(MixedModelError) {
    try Self.check(values, names, fixed, random)
    guard sessions.isEmpty || sessions.count == values.count else {
      throw .unequalLengths(name: "sessions", found: sessions.count, expected: values.count)
    }
    let rows: [[[Int]]]
    (persons, rows) = Self.rows(of: names, sessions: sessions)
    guard rows.count >= 2, values.count > fixed.count else {
      throw .tooFew(persons: rows.count, values: values.count, coefficients: fixed.count)
    }
    // Columns of size 1, and residuals in place of values, keep rounding small; both are undone below.
    let x = ScaledColumns(fixed)
    let z = ScaledColumns(random)
    let start = try Self.startingPoint(values, x, fixed)
    let problem = ProfiledDeviance(
      rows: rows, x: x.columns, z: z.columns, y: start.residuals, isCorrelated: isCorrelated)
    let found = NelderMead().minimum(of: { problem.solution($0)?.deviance ?? .infinity }, from: problem.start)
    guard found.hasConverged, let solution = problem.solution(found.point) else { throw .notConverged }

    let count = values.count
    let sigma = (solution.residualSquares / Double(count - fixed.count)).squareRoot()
    guard let covariance = solution.information.inverse else { throw .notConverged }
    let freedoms = SatterthwaiteFreedom(problem, theta: found.point, sigma: sigma)
    let personal = Set(random.map(\.name))
    coefficients = fixed.indices.map { j in
      let scale = start.scale / x.scales[j]
      let own = Double(personal.contains(fixed[j].name) ? rows.count - 1 : count - fixed.count)
      let most = min(own, mostFreedom[fixed[j].name] ?? own)
      return Coefficient(
        name: fixed[j].name, value: start.coefficients[j] / x.scales[j] + solution.beta[j] * scale,
        error: sigma * covariance[j * fixed.count + j].squareRoot() * scale,
        freedom: min(freedoms.freedom(ofCoefficient: j) ?? Double(rows.count - 1), most))
    }
    observations = count
    residualSD = sigma * start.scale
    sessionSD = problem.hasSessions ? problem.sessionFactor(found.point) * sigma * start.scale : nil
    criterion =
      solution.deviance + 2 * x.logScales + Double(count - fixed.count) * 2 * logarithm(start.scale)
    randomNames = random.map(\.name)
    let relative = RelativeCovariance(problem.factor(found.point), order: random.count)
    randomSD = random.indices.map { relative.sd[$0] * sigma * start.scale / z.scales[$0] }
    randomCorrelation = relative.correlation
    isSingular = relative.isSingular
    randomEffects = problem.randomEffects(found.point, beta: solution.beta).map { effects in
      effects.indices.map { effects[$0] * start.scale / z.scales[$0] }
    }
  }

  private static func check(
    _ values: [Double], _ names: [String], _ fixed: [Column], _ random: [Column]
  ) throws(MixedModelError) {
    guard !fixed.isEmpty, !random.isEmpty else { throw .noColumns }
    guard names.count == values.count else {
      throw .unequalLengths(name: "persons", found: names.count, expected: values.count)
    }
    for column in [Column("values", values)] + fixed + random {
      guard column.values.count == values.count else {
        throw .unequalLengths(name: column.name, found: column.values.count, expected: values.count)
      }
      if let row = column.values.firstIndex(where: { !$0.isFinite }) { throw .notFinite(name: column.name, row: row) }
    }
  }

  /// The persons in the order in which they first appear, and the rows of each by session, in the same order.
  private static func rows(of names: [String], sessions: [String]) -> (persons: [String], rows: [[[Int]]]) {
    var persons: [String] = []
    var places: [String: Int] = [:]
    var known: [[String: Int]] = []
    var rows: [[[Int]]] = []
    for (row, name) in names.enumerated() {
      let person = places[name] ?? rows.count
      if person == rows.count {
        places[name] = person
        persons.append(name)
        known.append([:])
        rows.append([])
      }
      let session = sessions.isEmpty ? nil : known[person][sessions[row]]
      if let session {
        rows[person][session].append(row)
      } else {
        if !sessions.isEmpty { known[person][sessions[row]] = rows[person].count }
        rows[person].append([row])
      }
    }
    return (persons, rows)
  }

  /// The least-squares fit, and what it leaves, divided by its root mean square.
  private static func startingPoint(
    _ values: [Double], _ x: ScaledColumns, _ fixed: [Column]
  ) throws(MixedModelError) -> (coefficients: [Double], residuals: [Double], scale: Double) {
    for end in 1...fixed.count {
      let rank = leastSquares(columns: Array(x.columns.prefix(end)), values)?.rank ?? 0
      if rank < end { throw .dependentColumn(name: fixed[end - 1].name) }
    }
    guard let fit = leastSquares(columns: x.columns, values) else { throw .notConverged }
    let residuals = values.indices.map { row in
      values[row] - fixed.indices.reduce(0) { $0 + x.columns[$1][row] * fit.solution[$1] }
    }
    let size = { (v: [Double]) in (v.reduce(0) { $0 + $1 * $1 } / Double(v.count)).squareRoot() }
    let scale = size(residuals)
    // What is left after rounding of the values themselves.
    guard scale > 1e-13 * size(values) else { throw .noScatter }
    return (fit.solution, residuals.map { $0 / scale }, scale)
  }
}

extension LinearMixedModel.Coefficient {
  fileprivate init(name: String, value: Double, error: Double, freedom: Double) {
    let student = StudentT(freedom: freedom)
    let half = (student?.quantile(0.975) ?? .infinity) * error
    self.init(
      name: name, value: value, standardError: error, freedom: freedom, t: value / error,
      p: student?.twoSided(value / error) ?? .nan, interval: (value - half)...(value + half))
  }
}
