import GaitModel

/// One thing that is known of a walk and not of its single strides: how much strides vary, how left differs from right, how
/// backward walking compares with forward, how a measure changes within the session, how the trunk moves.
///
/// `WalkQuantity.all` is the only list of them; `measures.csv`, `summary.json`, the store, trends and pages are made from it.
public struct WalkQuantity: Sendable {
  /// Name in files: `stride_length_m_cv_percent`.
  public let id: String
  /// Name for people: `Variation of stride length`.
  public let title: String
  /// Unit as printed; empty for a number without one.
  public let unit: String
  /// Decimals that are worth showing to a person.
  public let decimals: Int
  /// Least and greatest value that it can have, where it has any.
  public let possible: ClosedRange<Double>?
  /// How it is measured, in one or two sentences.
  public let method: String
  /// Author, year and DOI of the method.
  public let source: String
  /// What a recording must have for it to be measured, as the end of "not measured: …".
  public let requirement: String
  /// The directions of walking that have it; what compares both is a measure of walking backward.
  public let directions: [Direction]
  /// Whether the store keeps it and its course over sessions is judged.
  public let isTracked: Bool
  /// The walk test that it times; `nil` of anything else.
  public let test: WalkTest?
  private let origin: Origin

  /// Where it comes from.
  private enum Origin: Sendable {
    /// Numbers that stand in the summary anyway.
    case summary(@Sendable (SummaryDocument, Direction) -> Found?)
    /// The strides themselves; the summary keeps what was found.
    case strides(@Sendable (WalkEvidence, Direction) -> Outcome)
  }

  /// What a walk has of it.
  public struct Found: Sendable, Equatable {
    /// Number of strides, turns, steps or bouts that it rests on.
    public var n: Int
    public var value: Double
    /// 95 % interval; `nil` for a count or a sum, and where the walk is too short for one.
    public var interval: ClosedRange<Double>?

    public init(n: Int, value: Double, interval: ClosedRange<Double>? = nil) {
      self.n = n
      self.value = value
      self.interval = interval
    }
  }

  /// What came of measuring it.
  public enum Outcome: Sendable, Equatable {
    case found(Found)
    /// Why there is no value, as the end of "not measured: …".
    case missing(String)
  }

  /// What the walking in `direction` has of it.
  ///
  /// - Returns: `nil` where it was not measured, or where it would rest on too few strides.
  public func callAsFunction(_ summary: SummaryDocument, _ direction: Direction) -> Found? {
    switch origin {
    case .summary(let find): find(summary, direction)
    case .strides: summary.walkMeasures?[direction.rawValue]?[id]?.found
    }
  }

  /// Why the walking in `direction` has no value of it, as the end of "not measured: …".
  public func missingReason(_ summary: SummaryDocument, _ direction: Direction) -> String {
    summary.walkMeasures?[direction.rawValue]?[id]?.notMeasured ?? requirement
  }

  /// Measures it; `nil` where it follows from the summary.
  func outcome(_ evidence: WalkEvidence, _ direction: Direction) -> Outcome? {
    guard case .strides(let measure) = origin, directions.contains(direction) else { return nil }
    let outcome = measure(evidence, direction)
    if case .found(let found) = outcome, !found.value.isFinite { return .missing(requirement) }
    return outcome
  }
}

// Beside the type, so that it keeps its memberwise initializer.
extension WalkQuantity {
  /// A quantity that follows from numbers of the summary.
  init(
    _ id: String, _ title: String, unit: String, decimals: Int, possible: ClosedRange<Double>? = nil, method: String,
    source: String, requirement: String, find: @escaping @Sendable (SummaryDocument, Direction) -> Found?
  ) {
    self.init(
      id: id, title: title, unit: unit, decimals: decimals, possible: possible, method: method, source: source,
      requirement: requirement, directions: [.forward, .backward], isTracked: true, test: nil, origin: .summary(find))
  }

  /// A quantity that is measured on the strides.
  init(
    _ id: String, _ title: String, unit: String, decimals: Int, possible: ClosedRange<Double>? = nil, method: String,
    source: String, requirement: String, directions: [Direction] = [.forward, .backward], isTracked: Bool = false,
    test: WalkTest? = nil, measure: @escaping @Sendable (WalkEvidence, Direction) -> Outcome
  ) {
    self.init(
      id: id, title: title, unit: unit, decimals: decimals, possible: possible, method: method, source: source,
      requirement: requirement, directions: directions, isTracked: isTracked, test: test, origin: .strides(measure))
  }
}

extension WalkQuantity {
  /// Quantities that belong together, as pages show them.
  public struct Group: Sendable {
    /// `Walk tests`.
    public let title: String
    public let quantities: [WalkQuantity]
  }
}
