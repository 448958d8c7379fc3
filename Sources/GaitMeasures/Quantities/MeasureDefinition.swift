import GaitModel

/// What a measure of a walk is: how it is found, after whom, and what it needs.
public struct MeasureDefinition: Sendable, Equatable, Codable {
  /// Name in files: `stride_length_m`.
  public var measure: String
  /// Name for people: `Stride length`.
  public var title: String
  /// Unit as printed; empty for a number without one.
  public var unit: String
  /// How it is measured, in a few sentences.
  public var definition: String
  /// Author, year and DOI of the method.
  public var source: String
  /// What a recording must have for it to be measured.
  public var needs: String
  /// The directions of walking that have it; what compares both stands under `backward`.
  public var directions: [Direction]

  /// Every measure, in the order of `measures.csv`.
  public static let all: [MeasureDefinition] =
    StrideQuantity.all.compactMap { quantity in
      quantity.mean.map { mean in
        MeasureDefinition(
          measure: mean.id, title: quantity.title, unit: quantity.unit.text, definition: mean.method,
          source: mean.source,
          needs: mean.requirement, directions: [.forward, .backward])
      }
    }
    + WalkQuantity.all.map { quantity in
      MeasureDefinition(
        measure: quantity.id, title: quantity.title, unit: quantity.unit, definition: quantity.method,
        source: quantity.source, needs: quantity.requirement, directions: quantity.directions)
    }
}
