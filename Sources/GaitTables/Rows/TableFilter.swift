import GaitExport
import GaitModel

/// Which recordings and rows go into tables; everything by default.
public struct TableFilter: Sendable, Equatable {
  /// Only these people; empty for all.
  public var subjects: [String] = []
  /// Only recordings of these days; with one of the two, recordings without a day are left out.
  public var since: CalendarDay?
  public var until: CalendarDay?
  /// Only walking in these directions; empty for all.
  public var directions: [Direction] = []
  /// Only recordings under all of these conditions.
  public var conditions: [Condition] = []
  /// Only strides and steps whose stride could be measured wholly.
  public var validOnly = false

  public init() {}

  /// A column of conditions or details and the value that it must have: `surface=treadmill`, `medication=on`.
  public struct Condition: Sendable, Equatable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }

    /// - Parameter text: `name=value`; `nil` where it is something else.
    public init?(_ text: String) {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { return nil }
      self.init(name: String(parts[0]), value: String(parts[1]))
    }
  }

  func holds(_ direction: Direction?) -> Bool {
    directions.isEmpty || direction.map(directions.contains) ?? false
  }
}

/// A filter over recordings, made ready for the conditions and details that these have.
public struct WalkFilter: Sendable {
  private let filter: TableFilter
  private let conditions: [(column: TableColumn<TableWalk>, value: String)]

  /// - Parameter walks: All recordings that there are, with or without their strides.
  /// - Throws: `UnknownCondition` where none of them can have a condition of the name.
  public init(_ filter: TableFilter, of walks: [TableWalk]) throws(UnknownCondition) {
    self.filter = filter
    let details = DetailColumns.columns(of: walks)
    let columns = WalkColumns.conditions + details
    var conditions: [(column: TableColumn<TableWalk>, value: String)] = []
    for condition in filter.conditions {
      let names = [condition.name, DetailColumns.beginning + condition.name]
      guard let column = columns.first(where: { names.contains($0.field.name) }) else {
        throw UnknownCondition(name: condition.name, known: columns.map(\.field.name))
      }
      conditions.append((column, condition.value))
    }
    self.conditions = conditions
  }

  /// Whether the recording goes into tables.
  public func holds(_ walk: TableWalk) -> Bool {
    guard filter.subjects.isEmpty || walk.summary.subject.map(filter.subjects.contains) ?? false else { return false }
    if filter.since != nil || filter.until != nil {
      guard let day = walk.day, filter.since.map({ $0 <= day }) ?? true, filter.until.map({ day <= $0 }) ?? true
      else { return false }
    }
    return conditions.allSatisfy { column, value in
      let cell = column.cell(walk)
      if case .number(let number) = cell, let wanted = Double(value) { return number == wanted }
      return cell == .text(value) || column.field.csv(cell) == value
    }
  }
}

/// No recording can have a condition of the name.
public struct UnknownCondition: Error, Sendable, Equatable {
  public var name: String
  public var known: [String]
}
