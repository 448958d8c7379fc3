import GaitModel
import GaitStatistics
import NumberText

/// One thing that is known of a stride: a column of `strides.csv`, of the store and of the viewer, and the mean over
/// strides where there is one.
///
/// `StrideQuantity.all` is the only list of them; tables, SQL, summaries, trends, reports and pages are made from it.
public struct StrideQuantity: Sendable {
  /// Name in `strides.csv`, in the store and in addresses of the viewer: `length_m`.
  public let column: String
  /// Name for people: `Stride length`.
  public let title: String
  public let unit: QuantityUnit
  /// Decimals that are worth showing to a person.
  public let decimals: Int
  /// What it is, as part of the table in `Results.md`.
  public let about: String
  /// Whether the viewer's table of strides shows it.
  public let isShown: Bool
  /// Least and greatest value that it can have, where it has any.
  public let possible: ClosedRange<Double>?
  /// Version of the program that first wrote it.
  public internal(set) var since: String
  /// What is made of it over many strides; `nil` where a mean makes no sense.
  public let mean: Mean?

  package let content: Content
  let get: @Sendable (Stride) -> StrideCell
  /// Whether the cell could be written; only of what a stride keeps.
  let set: @Sendable (inout Stride, StrideCell) -> Bool
  /// What a word can be, in the order in which words are sorted; empty for numbers.
  package let words: [String]

  /// Where a quantity is kept.
  package enum Content: Sendable, Equatable {
    /// In the stride, and in a column of the store, which is never empty if it is required.
    case kept(Kind, isRequired: Bool)
    /// Made from columns of the store, by this SQL expression in the view and by the same rule in Swift.
    case derived(sql: String)
    /// In no table of strides, only in means.
    case meanOnly
  }

  /// What its cells hold.
  package enum Kind: Sendable, Equatable {
    case number
    case count
    case word
    /// Text that the user chose.
    case name
    case truth
  }

  /// What is made of a quantity over the strides of a walk.
  public struct Mean: Sendable {
    /// Name in `summary.json`, in the store and in reports: `stride_length_m`.
    public let id: String
    /// How it is measured, in one or two sentences.
    public let method: String
    /// Author, year and DOI of the method.
    public let source: String
    /// What a recording must have for it to be measured, as the end of "not measured: …".
    public let requirement: String
    /// Whether it is the share of contacts in percent, which stands under `contacts` in `summary.json`.
    public let isShare: Bool
    /// Whether left and right are compared in percent of the mean; only for what cannot be negative.
    public let isCompared: Bool
    /// Whether its course over sessions is judged.
    public let isTracked: Bool
    /// Rank among the measures that were named beforehand as what backward walking is practiced for; `nil` for others.
    ///
    /// There are three, so that a change is not found by looking at many (figures that are looked at in numbers give
    /// false alarms: five measures at 5 % give one in 23 of 100 people who do not change).
    public let prespecified: Int?
    /// What it differs by from one day to another in people who do not change, from studies of forward walking.
    ///
    /// None is known for the share of toe-first contacts.
    public let borrowedError: MeasurementError?
    /// The same in backward walking after a stroke; `nil` where no study says.
    public let backwardErrorAfterStroke: MeasurementError?

    init(
      _ id: String, method: String, source: String, requirement: String, isShare: Bool = false,
      isCompared: Bool = false, isTracked: Bool = true, prespecified: Int? = nil,
      borrowedError: MeasurementError? = nil, backwardErrorAfterStroke: MeasurementError? = nil
    ) {
      self.id = id
      self.method = method
      self.source = source
      self.requirement = requirement
      self.isShare = isShare
      self.isCompared = isCompared
      self.isTracked = isTracked
      self.prespecified = prespecified
      self.borrowedError = borrowedError
      self.backwardErrorAfterStroke = backwardErrorAfterStroke
    }
  }

  /// Whether one value divided by another means something: not so for angles, whose zero is arbitrary, and for shares of
  /// contacts, which may be 0.
  public var hasRatio: Bool { mean?.isShare != true && unit != .degree }

  /// Name of the mean where there is one, else of the column.
  public var id: String { mean?.id ?? column }

  /// Whether a value is yes or no.
  package var isTruth: Bool {
    if case .truth = get(Stride(foot: .left, number: 0, finalContact: 0, end: 0)) { true } else { false }
  }

  /// What stands in the row of a stride.
  package func cell(of stride: Stride) -> StrideCell { get(stride) }

  /// Puts a cell into a stride that is read back.
  ///
  /// - Returns: Whether it is what can stand there.
  package func put(_ cell: StrideCell, into stride: inout Stride) -> Bool { set(&stride, cell) }

  /// Puts the text of a cell into a stride that is read back; what follows from other cells is not looked at.
  ///
  /// - Returns: Whether it is what can stand there.
  package func put(_ text: String, into stride: inout Stride) -> Bool {
    guard case .kept(let kind, _) = content else { return true }
    let cell: StrideCell? =
      switch kind {
      case _ where text.isEmpty: .empty
      case .number: Double(text).map { .number($0) }
      case .count: Int(text).map { .count($0) }
      case .word: .word(text)
      case .name: .word(CSVText.text(ofCell: text))
      // Exports write them in capitals, which R reads as truths.
      case .truth: ["true": .truth(true), "false": .truth(false)][text.lowercased()]
      }
    return cell.map { put($0, into: &stride) } ?? false
  }

  /// Gives what a stride keeps of it the decimals of a table.
  package func round(_ stride: inout Stride) {
    guard case .kept(.number, _) = content, case .number(let value) = get(stride) else { return }
    _ = set(&stride, DecimalText.rounded(value, decimals: unit.fileDecimals).map { .number($0) } ?? .empty)
  }

  /// The value of one stride in `unit`; `nil` where it was not measured or is not a number.
  public func value(_ stride: Stride) -> Double? {
    if case .number(let value) = get(stride) { value } else { nil }
  }

  /// Rank of a stride in the order of this column; `nil` where the stride has no value.
  public func rank(_ stride: Stride) -> Double? {
    switch get(stride) {
    case .empty: nil
    case .number(let value): value
    case .count(let count): Double(count)
    case .word(let word): words.firstIndex(of: word).map(Double.init)  // Names have no order.
    case .truth(let truth): truth ? 1 : 0
    }
  }

  /// Whether a value is a number and not a word.
  public var isNumber: Bool { unit != .none }

  /// The cell of a table for other programs: fixed decimals, empty where it was not measured.
  public func text(_ stride: Stride) -> String {
    switch get(stride) {
    case .empty: ""
    case .number(let value): DecimalText.fixed(value, decimals: unit.fileDecimals) ?? ""
    case .count(let count): String(count)
    case .word(let word): content == .kept(.name, isRequired: false) ? CSVText.cell(word) : word
    case .truth(let truth): truth ? "true" : "false"
    }
  }

  /// The cell of a page.
  public func shown(_ stride: Stride) -> String {
    switch get(stride) {
    case .number(let value): PlainNumbers.fixed(value, decimals)
    case .word(let word): words.isEmpty ? word : word.replacing("_", with: " ")
    default: text(stride)
    }
  }
}

/// What stands in one cell of a row of strides, in the unit of its column.
package enum StrideCell: Sendable, Equatable {
  case empty
  case number(Double)
  case count(Int)
  case word(String)
  case truth(Bool)
}
