import GaitCore
import GaitMeasures
import GaitModel
import PlainYAML

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The constants of an analysis as a YAML document that a study changes and reports.
public struct SettingsDocument: Sendable, Equatable {
  public var analysis: GaitAnalysis

  public init(_ analysis: GaitAnalysis = GaitAnalysis()) {
    self.analysis = analysis
  }

  /// How far a number may be from the program's own, as a factor. A study tries other values; what is farther away is a
  /// slip of the unit or the decimal point.
  public static let largestFactor = 2.0

  /// The constants of `file`; those it does not name keep the program's values.
  ///
  /// - Throws: `SettingsError` with the line and the constant.
  public init(file: String) throws(SettingsError) {
    guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self)
    else { throw .unreadable(file: file) }
    try self.init(yaml: text, file: file)
  }

  /// The constants of a document.
  ///
  /// - Throws: `SettingsError` with the line and the constant.
  public init(yaml: String, file: String) throws(SettingsError) {
    let document: YAMLValue
    do throws(YAMLValue.Fault) {
      document = try YAMLValue(yaml: yaml)
    } catch {
      throw .notSettings(file: file, error)
    }
    var changes = Changes(file: file)
    switch document {
    case .null: break
    case .mapping(let entries): try changes.read(entries, below: [])
    default:
      throw .wrongKind(file: file, line: 1, path: "document", found: document.kind, expected: "names with values")
    }
    analysis = try changes.applied()
  }

  /// The constants whose values are not the program's, by path, such as `foot.rest.stillness`.
  public var changed: [String: JSONValue] {
    // The usual case, without a look at every constant's name.
    guard analysis != GaitAnalysis() else { return [:] }
    let pairs = zip(analysis.constants, GaitAnalysis().constants).filter { $0.0.value != $0.1.value }
    return Dictionary(uniqueKeysWithValues: pairs.map { ($0.0.name, $0.0.value.json) })
  }

  /// Every constant with its value and what it means, without a newline at the end.
  public var yaml: String {
    var lines = [
      "# The constants of RetroGait's analysis. To change some, write them with the",
      "# names above them into a file, and name it: retrogait analyze --settings FILE",
    ]
    var stages: [String] = []
    for constant in analysis.constants {
      let parents = Array(constant.path.dropLast())
      let common = zip(parents, stages).prefix { $0 == $1 }.count
      for level in common..<max(common, parents.count) {
        lines.append(String(repeating: "  ", count: level) + parents[level] + ":")
      }
      stages = parents
      let margin = String(repeating: "  ", count: parents.count)
      lines += Self.wrapped(constant.note, width: 78 - margin.count).map { "\(margin)# \($0)" }
      lines.append("\(margin)\(constant.path.last ?? ""): \(constant.value.yaml)")
    }
    return lines.joined(separator: "\n")
  }

  private static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

/// What a document changes, checked against the constants that there are.
private struct Changes {
  let file: String
  private let constants = GaitAnalysis().constants
  private var values: [[String]: JSONValue] = [:]

  init(file: String) {
    self.file = file
  }

  mutating func read(_ entries: [YAMLValue.Entry], below path: [String]) throws(SettingsError) {
    for entry in entries {
      let place = path + [entry.key]
      let name = place.joined(separator: ".")
      if let constant = constants.first(where: { $0.path == place }) {
        values[place] = try checked(entry, for: constant)
        continue
      }
      let siblings = constants.filter { $0.path.count > path.count && $0.path.starts(with: path) }
      guard siblings.contains(where: { $0.path.starts(with: place) }) else {
        var known: [String] = []
        for sibling in siblings where !known.contains(sibling.path[path.count]) {
          known.append(sibling.path[path.count])
        }
        throw .unknownKey(file: file, line: entry.line, path: name, known: known)
      }
      switch entry.value {
      case .null: break
      case .mapping(let inner): try read(inner, below: place)
      default:
        throw .wrongKind(
          file: file, line: entry.line, path: name, found: entry.value.kind,
          expected: "the constants of this stage, indented below it")
      }
    }
  }

  private func checked(_ entry: YAMLValue.Entry, for constant: AnalysisConstant) throws(SettingsError) -> JSONValue {
    let wrongKind = { (expected: String) in
      SettingsError.wrongKind(
        file: file, line: entry.line, path: constant.name, found: entry.value.kind, expected: expected)
    }
    func number(_ value: YAMLValue, near own: Double, whole: Bool = false) throws(SettingsError) -> Double {
      guard case .number(let found) = value else { throw wrongKind(whole ? "a whole number" : "a number") }
      let limits =
        whole && own > 0 ? max(1, (own / Self.factor).rounded(.down))...own * Self.factor : Self.limits(of: own)
      guard found.isFinite, limits.contains(found), !whole || found == found.rounded() else {
        throw .impossible(
          file: file, line: entry.line, path: constant.name, found: "\(found)",
          expected: "\(whole ? "a whole number" : "a number") from \(limits.lowerBound) to \(limits.upperBound)")
      }
      return found
    }
    switch (constant.value, entry.value) {
    case (.number(let own), let value): return .number(try number(value, near: own))
    case (.count(let own), let value): return .number(try number(value, near: Double(own), whole: true))
    case (.flag, .bool(let value)): return .bool(value)
    case (.flag, _): throw wrongKind("true or false")
    case (.range(let own), .list(let ends)) where ends.count == 2:
      let low = try number(ends[0], near: own.lowerBound)
      let high = try number(ends[1], near: own.upperBound)
      guard low <= high else {
        throw .impossible(
          file: file, line: entry.line, path: constant.name, found: "\(low) before \(high)",
          expected: "the lower end before the upper end")
      }
      return .array([.number(low), .number(high)])
    case (.range, _): throw wrongKind("the lower and the upper end as a list, [0.1, 2.5]")
    case (.list(let own), .list(let found)) where own.count == found.count:
      var numbers: [JSONValue] = []
      for (own, value) in zip(own, found) { numbers.append(.number(try number(value, near: own))) }
      return .array(numbers)
    case (.list(let own), _): throw wrongKind("a list of \(own.count) numbers")
    case (.axis, .null): return .null
    case (.axis, .text(let name)) where SensorAxis(rawValue: name) != nil: return .string(name)
    case (.axis, _):
      throw wrongKind("an axis: \(SensorAxis.allCases.map(\.rawValue).joined(separator: ", "))")
    }
  }

  private static let factor = SettingsDocument.largestFactor

  /// What a constant may be: of the same sign and within the largest factor.
  private static func limits(of own: Double) -> ClosedRange<Double> {
    if own > 0 { return own / factor...own * factor }
    if own < 0 { return own * factor...own / factor }
    return -factor...factor
  }

  func applied() throws(SettingsError) -> GaitAnalysis {
    guard !values.isEmpty else { return GaitAnalysis() }
    do {
      var tree = try JSONValue(encoding: GaitAnalysis())
      for (path, value) in values { tree.set(value, at: path[...]) }
      return try JSONDecoder().decode(GaitAnalysis.self, from: JSONEncoder().encode(tree))
    } catch {
      throw .wrongKind(
        file: file, line: 1, path: "document", found: "values that do not fit each other (\(error))",
        expected: "values as --print-settings prints them")
    }
  }
}

extension JSONValue {
  fileprivate mutating func set(_ value: JSONValue, at path: ArraySlice<String>) {
    guard let key = path.first else {
      self = value
      return
    }
    guard case .object(var members) = self else { return }
    var inner = members[key] ?? .object([:])
    inner.set(value, at: path.dropFirst())
    members[key] = inner
    self = .object(members)
  }
}

extension AnalysisConstant {
  fileprivate var name: String { path.joined(separator: ".") }
}

extension AnalysisConstant.Value {
  fileprivate var json: JSONValue {
    switch self {
    case .number(let value): .number(value)
    case .count(let value): .number(Double(value))
    case .range(let range): .array([.number(range.lowerBound), .number(range.upperBound)])
    case .list(let values): .array(values.map(JSONValue.number))
    case .flag(let value): .bool(value)
    case .axis(let axis): axis.map { .string($0.rawValue) } ?? .null
    }
  }

  fileprivate var yaml: String {
    switch self {
    case .number(let value): "\(value)"
    case .count(let value): "\(value)"
    case .range(let range): "[\(range.lowerBound), \(range.upperBound)]"
    case .list(let values): "[\(values.map { "\($0)" }.joined(separator: ", "))]"
    case .flag(let value): "\(value)"
    case .axis(let axis): axis?.rawValue ?? ""
    }
  }
}
