import GaitModel

// MARK: Kinds of quantities

extension StrideQuantity {
  /// The version whose files first had those that do not name a later one.
  private static let first = "0.1.0"

  /// The same quantity, which files of an earlier version than this one do not have.
  func since(version: String) -> StrideQuantity {
    var quantity = self
    quantity.since = version
    return quantity
  }

  /// A number that a stride keeps, in SI units.
  static func kept(
    _ column: String, _ title: String, _ unit: QuantityUnit, decimals: Int,
    _ path: any WritableKeyPath<Stride, Double?> & Sendable, isShown: Bool = false,
    possible: ClosedRange<Double>? = nil, about: String, mean: Mean? = nil
  ) -> StrideQuantity {
    StrideQuantity(
      column: column, title: title, unit: unit, decimals: decimals, about: about, isShown: isShown, possible: possible,
      since: first, mean: mean,
      content: .kept(.number, isRequired: false),
      get: { stride in stride[keyPath: path].map { .number($0 * unit.perSI) } ?? .empty },
      set: { stride, cell in
        switch cell {
        case .number(let value): stride[keyPath: path] = value / unit.perSI
        case .empty: stride[keyPath: path] = nil
        default: return false
        }
        return true
      }, words: [])
  }

  /// A time that every stride has.
  static func time(
    _ column: String, _ title: String, _ path: any WritableKeyPath<Stride, Double> & Sendable, isShown: Bool = false,
    about: String
  ) -> StrideQuantity {
    StrideQuantity(
      column: column, title: title, unit: .second, decimals: 2, about: about, isShown: isShown, possible: nil,
      since: first, mean: nil,
      content: .kept(.number, isRequired: true), get: { .number($0[keyPath: path]) },
      set: { stride, cell in
        guard case .number(let value) = cell else { return false }
        stride[keyPath: path] = value
        return true
      }, words: [])
  }

  /// A number that follows from others.
  ///
  /// - Parameter sql: The same of the store's columns; `nil` for what stands in no table of strides.
  static func derived(
    _ column: String, _ title: String, _ unit: QuantityUnit, decimals: Int, sql: String?, isShown: Bool = false,
    possible: ClosedRange<Double> = 0...Double.infinity, about: String, mean: Mean? = nil,
    value: @escaping @Sendable (Stride) -> Double?
  ) -> StrideQuantity {
    StrideQuantity(
      column: column, title: title, unit: unit, decimals: decimals, about: about, isShown: isShown, possible: possible,
      since: first, mean: mean,
      content: sql.map { .derived(sql: $0) } ?? .meanOnly, get: { value($0).map { .number($0) } ?? .empty },
      set: { _, _ in false }, words: [])
  }

  /// One of a few words.
  static func word<Word: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    _ column: String, _ title: String, isRequired: Bool = false, isShown: Bool = false, about: String,
    get: @escaping @Sendable (Stride) -> Word?, set: @escaping @Sendable (inout Stride, Word?) -> Void
  ) -> StrideQuantity {
    StrideQuantity(
      column: column, title: title, unit: .none, decimals: 0, about: about, isShown: isShown,
      possible: nil, since: first, mean: nil,
      content: .kept(.word, isRequired: isRequired),
      get: { get($0).map { .word($0.rawValue) } ?? .empty },
      set: { stride, cell in
        switch cell {
        case .word(let text):
          guard let word = Word(rawValue: text) else { return false }
          set(&stride, word)
        case .empty where !isRequired: set(&stride, nil)
        default: return false
        }
        return true
      }, words: Word.allCases.map(\.rawValue))
  }

  /// Text that the user chose.
  static func name(
    _ column: String, _ title: String, about: String, get: @escaping @Sendable (Stride) -> String?,
    set: @escaping @Sendable (inout Stride, String?) -> Void
  ) -> StrideQuantity {
    StrideQuantity(
      column: column, title: title, unit: .none, decimals: 0, about: about, isShown: false,
      possible: nil, since: first, mean: nil,
      content: .kept(.name, isRequired: false), get: { get($0).map { .word($0) } ?? .empty },
      set: { stride, cell in
        switch cell {
        case .word(let text): set(&stride, text)
        case .empty: set(&stride, nil)
        default: return false
        }
        return true
      }, words: [])
  }

  /// A whole number.
  static func count(
    _ column: String, _ title: String, isRequired: Bool, about: String, get: @escaping @Sendable (Stride) -> Int?,
    set: @escaping @Sendable (inout Stride, Int?) -> Void
  ) -> StrideQuantity {
    StrideQuantity(
      column: column, title: title, unit: .none, decimals: 0, about: about, isShown: false,
      possible: 1...Double.infinity, since: first, mean: nil,
      content: .kept(.count, isRequired: isRequired), get: { get($0).map { .count($0) } ?? .empty },
      set: { stride, cell in
        switch cell {
        case .count(let count): set(&stride, count)
        case .empty where !isRequired: set(&stride, nil)
        default: return false
        }
        return true
      }, words: [])
  }

  /// Yes or no.
  ///
  /// - Parameters:
  ///   - sql: The same of the store's columns, for what follows from others.
  ///   - set: `nil` for what follows from others.
  static func truth(
    _ column: String, _ title: String, sql: String? = nil, about: String, get: @escaping @Sendable (Stride) -> Bool,
    set: (@Sendable (inout Stride, Bool) -> Void)? = nil
  ) -> StrideQuantity {
    StrideQuantity(
      column: column, title: title, unit: .none, decimals: 0, about: about, isShown: false,
      possible: nil, since: first, mean: nil,
      content: sql.map { .derived(sql: $0) } ?? .kept(.truth, isRequired: true), get: { .truth(get($0)) },
      set: { stride, cell in
        guard case .truth(let truth) = cell, let set else { return false }
        set(&stride, truth)
        return true
      }, words: [])
  }
}
