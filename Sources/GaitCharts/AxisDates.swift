/// Dates as labels of an axis.
package enum AxisDates {
  /// `labels` in their order; dates (`2026-12-28`, `2027-01-04`) without the year where it is that of the label before.
  package static func shortened(_ labels: [String]) -> [String] {
    var year = ""
    return labels.map { label in
      guard label.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil else { return label }
      let own = String(label.prefix(5))
      defer { year = own }
      return own == year ? String(label.dropFirst(5)) : label
    }
  }
}
