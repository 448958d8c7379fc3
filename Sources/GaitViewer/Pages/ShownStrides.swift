import GaitMeasures
import GaitModel
import GaitPages
import GaitReport
import PageLanguage

extension StrideQuantity {
  /// The columns of the table of strides, the time first.
  static let shown = [end] + all.filter { $0.isShown && $0.column != end.column }

  /// How a row or a column is headed: `Walking speed, m/s`.
  func head(in language: Language) -> Markup {
    unit == .none ? "\(language.text(title))" : "\(language.text(title)), \(shown(in: language).text)"
  }

  /// The cell of a stride.
  func shown(_ stride: Stride, in language: Language) -> String {
    guard let value = value(stride) else {
      let word = shown(stride)
      return word.isEmpty ? word : language.text(word)
    }
    return language.fixed(value, shown(in: language))
  }

  /// `strides` in the order of this column; equal ones stay in the order of time, those without a value come last.
  func sorted(_ strides: [Stride], descending: Bool) -> [Stride] {
    let ranked = strides.enumerated().map { (index: $0.offset, stride: $0.element, rank: rank($0.element)) }
    return ranked.sorted { a, b in
      switch (a.rank, b.rank) {
      case (let x?, let y?) where x != y: descending ? x > y : x < y
      case (_?, nil): true
      case (nil, _?): false
      default: a.index < b.index
      }
    }.map(\.stride)
  }
}
