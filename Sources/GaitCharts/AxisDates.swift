import PageLanguage

/// Dates as labels of an axis.
package enum AxisDates {
  /// `labels` in their order; dates (`2026-12-28`, `2027-01-04`) as month and day (`12-28`), with the year in a second line
  /// where it is not that of the label before.
  package static func shortened(_ labels: [String], in language: Language = .english) -> [String] {
    var year = ""
    return labels.map { label in
      guard label.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil else { return label }
      let own = String(label.prefix(4))
      defer { year = own }
      return language.dayOfYear(label) + (own == year ? "" : "\n\(own)")
    }
  }
}
