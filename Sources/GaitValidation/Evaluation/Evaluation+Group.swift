import GaitMeasures
import GaitModel
import GaitStatistics

extension Evaluation {
  /// The agreement of some strides.
  package struct Group: Sendable {
    /// What the strides have in common; empty for all.
    package var label: [(key: Key, value: String)]
    package var people: Int
    /// Strides of the reference, those of them that were found, and strides that it does not have.
    package var references: Int
    package var found: Int
    package var extra: Int
    /// Errors in seconds, found less reference.
    package var initialContacts: Errors?
    package var finalContacts: Errors?
    package var quantities: [Quantity]
    /// What the reference says, and what was found, of pairs; empty where the reference says nothing.
    package var directions: [Direction: [Direction?: Int]]
    package var contacts: [FirstContact: [FirstContact?: Int]]

    /// Share of the reference's strides that were found; `nil` without any.
    package var sensitivity: Double? { references == 0 ? nil : Double(found) / Double(references) }
    /// Share of the strides found that the reference has; `nil` without any.
    package var precision: Double? { found + extra == 0 ? nil : Double(found) / Double(found + extra) }
    /// Harmonic mean of the two.
    package var f1: Double? {
      references + found + extra == 0 ? nil : 2 * Double(found) / Double(references + found + extra)
    }

    init(label: [(key: Key, value: String)], _ rows: [EvaluationRow]) {
      self.label = label
      let pairs = rows.compactMap { row in
        row.found.flatMap { found in row.reference.map { (person: row.person, found: found, reference: $0) } }
      }
      people = Set(rows.map(\.person)).count
      references = rows.count { $0.reference != nil }
      found = pairs.count
      extra = rows.count { $0.reference == nil }
      initialContacts = Errors(pairs.compactMap { pair in pair.reference.initialContact.map { pair.found.end - $0 } })
      finalContacts = Errors(
        pairs.compactMap { pair in pair.reference.finalContact.map { pair.found.finalContact - $0 } })
      quantities = EvaluationReferences.quantities.compactMap { quantity in
        Quantity(
          quantity,
          pairs.compactMap { pair in
            guard let found = quantity.value(pair.found), let truth = pair.reference.values[quantity.column] else {
              return nil
            }
            return (pair.person, found, truth)
          })
      }
      directions = [:]
      contacts = [:]
      for (_, found, reference) in pairs {
        if let direction = reference.direction { directions[direction, default: [:]][found.direction, default: 0] += 1 }
        if let contact = reference.contact { contacts[contact, default: [:]][found.contact, default: 0] += 1 }
      }
    }
  }

  /// The agreement of one quantity.
  package struct Quantity: Sendable {
    package var quantity: StrideQuantity
    package var errors: Errors
    /// Root of the mean square of found less reference.
    package var rootMeanSquare: Double
    /// Of found less reference; `nil` of a single stride.
    package var limits: LimitsOfAgreement?
    /// Of single strides; `nil` where the reference does not vary. Its intervals take them for independent, which strides of one person are not, so they are left out.
    package var strides: IntraclassCorrelation?
    /// Of the means of people.
    package var people: IntraclassCorrelation?
    /// Mean of the two, and found less reference, of each stride.
    package var points: [(mean: Double, difference: Double)]

    /// `nil` without values.
    init?(_ quantity: StrideQuantity, _ values: [(person: String, found: Double, truth: Double)]) {
      guard let errors = Errors(values.map { $0.found - $0.truth }) else { return nil }
      self.quantity = quantity
      self.errors = errors
      rootMeanSquare = (values.reduce(0) { $0 + ($1.found - $1.truth) * ($1.found - $1.truth) } / Double(values.count))
        .squareRoot()
      // In the order of names, so that sums are the same in each run.
      let groups = Dictionary(grouping: values, by: \.person).sorted { $0.key < $1.key }.map(\.value)
      limits = LimitsOfAgreement(groups.map { $0.map { $0.found - $0.truth } })
      points = values.map { (($0.found + $0.truth) / 2, $0.found - $0.truth) }
      // Where the reference is the same for all strides, there is nothing to tell apart.
      guard values.contains(where: { $0.truth != values[0].truth }) else { return }
      strides = IntraclassCorrelation(values.map { ($0.truth, $0.found) })
      if groups.contains(where: { $0.count > 1 }) {
        strides?.agreementInterval = nil
        strides?.consistencyInterval = nil
      }
      people = IntraclassCorrelation(
        groups.map { group in
          let n = Double(group.count)
          return (group.reduce(0) { $0 + $1.truth } / n, group.reduce(0) { $0 + $1.found } / n)
        })
    }
  }
}
