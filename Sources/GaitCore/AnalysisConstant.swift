import GaitModel

/// A constant of the analysis: where it stands, its value, and what it means.
public struct AnalysisConstant: Sendable, Equatable {
  /// The stages that lead to it and its own name: `foot.rest.stillness`.
  public var path: [String]
  public var value: Value
  /// What it means, with its unit and the reason for its value, as it is documented where it is declared.
  public var note: String

  /// The value of a constant.
  public enum Value: Sendable, Equatable {
    case number(Double)
    case count(Int)
    case range(ClosedRange<Double>)
    case list([Double])
    case flag(Bool)
    /// An axis of a sensor; `nil` where the analysis finds it.
    case axis(SensorAxis?)
  }
}

extension GaitAnalysis {
  /// Every constant of every stage, in the order of the stages.
  public var constants: [AnalysisConstant] {
    Self.constants(of: self, path: [])
  }

  private static func constants(of stage: Any, path: [String]) -> [AnalysisConstant] {
    let type = "\(Swift.type(of: stage))"
    return Mirror(reflecting: stage).children.flatMap { name, value -> [AnalysisConstant] in
      guard let name else { return [] }
      let path = path + [name]
      guard let value = AnalysisConstant.Value(value) else { return constants(of: value, path: path) }
      return [AnalysisConstant(path: path, value: value, note: ConstantNotes.all["\(type).\(name)"] ?? "")]
    }
  }
}

extension AnalysisConstant.Value {
  fileprivate init?(_ value: Any) {
    switch value {
    case let value as Double: self = .number(value)
    case let value as Int: self = .count(value)
    case let value as ClosedRange<Double>: self = .range(value)
    case let value as [Double]: self = .list(value)
    case let value as Bool: self = .flag(value)
    case let value as SensorAxis?: self = .axis(value)
    default: return nil
    }
  }
}
