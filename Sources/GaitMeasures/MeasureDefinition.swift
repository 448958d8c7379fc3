import GaitModel

/// A measure of walking that can be taken from one stride.
public struct MeasureDefinition: Sendable, Identifiable {
  /// Name in files: `stride_length_m`.
  public var id: String
  /// Name for people: `Stride length`.
  public var title: String
  /// Unit as printed: `m`.
  public var unit: String
  /// How it is measured, in one or two sentences.
  public var method: String
  /// Author, year and DOI of the method.
  public var source: String
  /// What a recording must have for it to be measured, as the end of "not measured: …".
  public var requirement: String
  /// The value of one stride in `unit`, or `nil` where it was not measured.
  public var value: @Sendable (Stride) -> Double?

  public init(
    id: String, title: String, unit: String, method: String, source: String, requirement: String,
    value: @escaping @Sendable (Stride) -> Double?
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.method = method
    self.source = source
    self.requirement = requirement
    self.value = value
  }
}
