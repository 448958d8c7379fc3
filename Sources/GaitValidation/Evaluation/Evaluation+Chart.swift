import GaitCharts
import GaitMeasures

extension Evaluation {
  /// The columns of measures that can be drawn.
  package var drawable: [String] { groups.first?.quantities.map(\.quantity.column) ?? [] }

  /// The differences of all strides over their mean, as a document of its own in SVG, with the limits of agreement.
  ///
  /// - Returns: `nil` where the reference does not have the measure.
  package func chart(of column: String) -> String? {
    guard let found = groups.first?.quantities.first(where: { $0.quantity.column == column }) else { return nil }
    let unit = found.quantity.unit.text
    return AgreementChart(
      title: found.quantity.title, unit: unit,
      summary: "\(found.points.count) strides: difference of the found \(column) and the reference's over their mean.",
      points: found.points, cell: (Self.size(found.points.map(\.mean)), Self.size(found.points.map(\.difference))),
      limits: found.limits.map { ($0.bias, $0.lower, $0.upper) }, width: 640, height: 400
    ).svg()
  }

  /// Cells along an axis: enough to see where strides lie.
  private static let cells = 60.0

  private static func size(_ values: [Double]) -> Double {
    let span = (values.max() ?? 0) - (values.min() ?? 0)
    return span > 0 ? span / cells : 1
  }
}
