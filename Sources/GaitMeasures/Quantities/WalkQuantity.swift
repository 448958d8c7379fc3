import GaitModel

/// One thing that is known of a walk and not of its single strides: how much strides vary, how left differs from right, how
/// people turn round, how the trunk moves.
///
/// `WalkQuantity.all` is the only list of those whose course over sessions is judged.
public struct WalkQuantity: Sendable {
  /// Name in the store: `stride_length_m_cv_percent`.
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
  private let find: @Sendable (SummaryDocument, Direction) -> Found?

  init(
    _ id: String, _ title: String, unit: String, decimals: Int, possible: ClosedRange<Double>? = nil, method: String,
    source: String, find: @escaping @Sendable (SummaryDocument, Direction) -> Found?
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.decimals = decimals
    self.possible = possible
    self.method = method
    self.source = source
    self.find = find
  }

  /// What a walk has of it.
  public struct Found: Sendable, Equatable {
    /// Number of strides, turns or steps that it rests on.
    public var n: Int
    public var value: Double
    /// 95 % interval; `nil` where the walk is too short to tell one.
    public var interval: ClosedRange<Double>?
  }

  /// What the walking in `direction` has of it.
  ///
  /// - Returns: `nil` where it was not measured, or where it would rest on too few strides.
  public func callAsFunction(_ summary: SummaryDocument, _ direction: Direction) -> Found? { find(summary, direction) }
}
