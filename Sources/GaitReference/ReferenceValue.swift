import GaitModel

/// What a study measured in healthy people: one measure, in one direction, of people of one kind.
///
/// For comparison by eye. Of 20 healthy people, one is outside the band. A value outside is not a finding, and a value within
/// is not a sign of health.
public struct ReferenceValue: Sendable, Equatable {
  /// How people walked, and how that was measured.
  public struct Setting: Sendable, Equatable {
    public var surface: Surface
    /// In words: `comfortable`; `nil` where what was read does not name it.
    public var pace: String?
    /// In words: `pressure plate`.
    public var method: String

    public init(surface: Surface, pace: String?, method: String) {
      self.surface = surface
      self.pace = pace
      self.method = method
    }
  }

  /// Where the numbers are from.
  public struct Source: Sendable, Equatable {
    /// First author and others: `Kawai et al.`
    public var authors: String
    public var year: Int
    /// Without a prefix: `10.2147/CIA.S213216`.
    public var doi: String
    /// What the numbers were taken from, and what was done to them, in a sentence or two.
    public var origin: String

    public init(authors: String, year: Int, doi: String, origin: String) {
      self.authors = authors
      self.year = year
      self.doi = doi
      self.origin = origin
    }

    /// `Kawai et al. 2019`.
    public var name: String { "\(authors) \(year)" }
  }

  /// The measure, by its name in files: `speed_m_s`.
  public var measure: String
  /// Of the measure: `m/s`.
  public var unit: String
  /// Decimals that are worth printing.
  public var decimals: Int
  public var direction: Direction
  /// Who was measured, in words.
  public var population: String
  /// `nil`: women and men together.
  public var sex: Sex?
  /// In whole years.
  public var ages: ClosedRange<Int>
  /// Mean over people, in the measure's unit.
  public var mean: Double
  /// Standard deviation between people, in the measure's unit; `nil` where what was read does not give it.
  public var standardDeviation: Double?
  /// Number of people; `nil` where what was read gives no number for this group.
  public var people: Int?
  public var setting: Setting
  public var source: Source

  /// The upper end of a range that has none: `60 and older`.
  public static let oldest = 120

  /// Half of the middle 95 % of a normal distribution in standard deviations.
  static let halfWidth = 1.96

  /// Where 95 % of such people are expected: mean ± 1.96 SD, not below 0; `nil` without a standard deviation.
  public var band: ClosedRange<Double>? {
    standardDeviation.map { max(0, mean - Self.halfWidth * $0)...(mean + Self.halfWidth * $0) }
  }

  /// `70 to 96 years`, or `60 years and older`.
  public var ageWords: String {
    ages.upperBound == Self.oldest
      ? "\(ages.lowerBound) years and older" : "\(ages.lowerBound) to \(ages.upperBound) years"
  }

  /// `men, 70 to 96 years`.
  public var group: String {
    let who =
      switch sex {
      case .female: "women"
      case .male: "men"
      case nil: "women and men"
      }
    return "\(who), \(ageWords)"
  }
}
