import Foundation
import Testing

/// Values computed by scipy, statsmodels and pymannkendall; `Scripts/check-statistics` makes them anew.
struct Reference: Decodable {
  struct Trend: Decodable {
    var days: [Double]
    var values: [Double]
    var slope: Double
    var intercept: Double
    var s: Int
    var tau: Double
    var variance: Double
    var pNormal: Double
    var pExact: Double?
    var pHamedRao: Double?
    var varianceRatio: Double?
    var interval: [Double]?
    var xmr: Chart
  }
  struct Chart: Decodable {
    var mean: Double
    var moving: Double
    var low: Double
    var high: Double
  }
  struct Family: Decodable {
    var p: [Double]
    var adjusted: [Double]
  }
  struct Student: Decodable {
    var freedom: Double
    var t: Double
    var below: Double
    var quantile975: Double
  }
  struct Interval: Decodable {
    var low: Double
    var high: Double
    var ratioLow: Double?
    var ratioHigh: Double?
  }
  struct Model: Decodable {
    var persons: [String]
    var values: [Double]
    var fixed: [Column]
    var random: [Column]
    var beta: [Double]
    var error: [Double]
    var randomSd: [Double]
    var correlation: Double
    var residual: Double
    var criterion: Double
    var effects: [[Double]]
  }
  /// A name and its values.
  struct Column: Decodable {
    var name: String
    var values: [Double]

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      name = try list.decode(String.self)
      values = try list.decode([Double].self)
    }
  }
  var trends: [Trend]
  var holm: [Family]
  var student: [Student]
  var welch: Interval
  var paired: Interval
  var mixedModels: [Model]

  static func read() throws -> Reference {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Reference/reference.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Reference.self, from: Data(contentsOf: file))
  }
}

/// Whether two numbers agree to `digits` significant digits, or both are below the last of them.
func agree(_ a: Double?, _ b: Double?, digits: Int = 9) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  var tolerance = 1.0
  for _ in 0..<digits { tolerance /= 10 }
  return abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-3)
}
