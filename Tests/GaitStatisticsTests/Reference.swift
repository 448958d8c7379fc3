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
  var trends: [Trend]
  var holm: [Family]
  var student: [Student]
  var welch: Interval
  var paired: Interval

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
