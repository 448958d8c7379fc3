import Yams

/// A value of a YAML document that people write: settings, plans, mappings.
///
/// Only what such documents need is read: scalars, lists and mappings. Anchors and aliases are refused, because a few
/// hundred bytes of them stand for gigabytes.
public enum YAMLValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([YAMLValue])
  /// The entries in the order of the document.
  case mapping([Entry])

  /// A key with its value.
  public struct Entry: Sendable, Equatable {
    public var key: String
    public var value: YAMLValue
    /// The line of the key, from 1.
    public var line: Int
  }

  /// Why a text is not such a document.
  public enum Fault: Error, Sendable, Equatable, CustomStringConvertible {
    case tooLong(bytes: Int)
    case notYAML(line: Int?, reason: String)
    case alias(line: Int)
    case tooDeep(line: Int)
    case keyTwice(String, line: Int)
    case keyNotText(line: Int)

    public var description: String {
      switch self {
      case .tooLong(let bytes):
        "found \(bytes) bytes; expected at most \(YAMLValue.mostBytes)"
      case .notYAML(let line, let reason):
        "\(line.map { "line \($0): " } ?? "")found text that is not YAML (\(reason)); correct it"
      case .alias(let line):
        "line \(line): found an alias (*name) near here; expected values written out; write the value in both places"
      case .tooDeep(let line):
        "line \(line): found more than \(YAMLValue.mostLevels) levels; expected fewer"
      case .keyTwice(let key, let line):
        "line \(line): found the key '\(key)' a second time; expected each key once; remove one"
      case .keyNotText(let line):
        "line \(line): found a key that is not a word; expected a name"
      }
    }
  }

  /// Longest document in bytes. Every constant of the analysis with its explanation takes a third of it.
  public static let mostBytes = 1 << 16
  /// Most levels of lists and mappings within each other.
  public static let mostLevels = 16

  /// Reads a document; an empty one is `null`.
  ///
  /// - Throws: `Fault`, with the line where there is one.
  public init(yaml: String) throws(Fault) {
    guard yaml.utf8.count <= Self.mostBytes else { throw .tooLong(bytes: yaml.utf8.count) }
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw Self.fault(error)
    } catch {
      throw .notYAML(line: nil, reason: "\(error)")
    }
    var reading = Reading()
    self = try node.map { node throws(Fault) in try reading.value(node, level: 0) } ?? .null
  }

  private static func fault(_ error: YamlError) -> Fault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .notYAML(line: mark.line, reason: problem)
    case .duplicatedKeysInMapping(let keys, let context):
      .keyTwice(keys.first ?? "", line: context.mark.line)
    default:
      .notYAML(line: nil, reason: "not readable")
    }
  }

  /// The way through a document, in which an alias is a step back to the place of its anchor.
  private struct Reading {
    var line = 0
    var column = 0

    mutating func value(_ node: Node, level: Int) throws(Fault) -> YAMLValue {
      try advance(to: node)
      guard level < mostLevels else { throw .tooDeep(line: line) }
      switch node {
      case .scalar(let scalar):
        return YAMLValue(scalar)
      case .sequence(let sequence):
        var list: [YAMLValue] = []
        for item in sequence { list.append(try value(item, level: level + 1)) }
        return .list(list)
      case .mapping(let mapping):
        var entries: [Entry] = []
        for (key, item) in mapping {
          try advance(to: key)
          guard case .scalar(let name) = key else { throw .keyNotText(line: line) }
          let keyLine = line
          entries.append(Entry(key: name.string, value: try value(item, level: level + 1), line: keyLine))
        }
        return .mapping(entries)
      case .alias:
        throw .alias(line: line)
      }
    }

    private mutating func advance(to node: Node) throws(Fault) {
      guard let mark = node.mark else { return }
      guard (mark.line, mark.column) >= (line, column) else { throw .alias(line: line) }
      (line, column) = (mark.line, mark.column)
    }
  }

  /// What a scalar says: quoted text is text; a plain one is a number, a truth value or nothing where it looks so.
  private init(_ scalar: Node.Scalar) {
    guard scalar.style == .plain || scalar.style == .any else {
      self = .text(scalar.string)
      return
    }
    switch scalar.string {
    case "", "~", "null": self = .null
    case "true": self = .bool(true)
    case "false": self = .bool(false)
    default: self = Double(scalar.string).map(YAMLValue.number) ?? .text(scalar.string)
    }
  }

  /// What kind of value it is, for messages: "a number".
  public var kind: String {
    switch self {
    case .null: "nothing"
    case .bool: "true or false"
    case .number: "a number"
    case .text: "text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}
