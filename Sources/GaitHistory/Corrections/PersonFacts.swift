import Foundation
import GRDB
import GaitModel

/// What can be corrected of a person.
public struct PersonFacts: Sendable, Equatable {
  public var name: String
  public var diagnosisGroup: String?
  public var affectedSide: AffectedSide?
  public var sex: Sex?
  public var birthYear: Int?
  public var comment: String?

  public init(
    name: String, diagnosisGroup: String? = nil, affectedSide: AffectedSide? = nil, sex: Sex? = nil,
    birthYear: Int? = nil, comment: String? = nil
  ) {
    self.name = name
    self.diagnosisGroup = diagnosisGroup
    self.affectedSide = affectedSide
    self.sex = sex
    self.birthYear = birthYear
    self.comment = comment
  }
}

extension HistoryStore {
  /// Oldest year of birth that is taken; nobody alive was born before.
  public static let earliestBirthYear = 1900

  /// What can be corrected of a person, as it is now.
  ///
  /// - Throws: `HistoryError` if there is no such person or the store cannot be read.
  public func personFacts(of subject: String) throws(HistoryError) -> Editable<PersonFacts> {
    try read { db in
      let id = try Self.subjectID(subject, db)
      let row = try Row.fetchOne(db, sql: "SELECT * FROM current_subject WHERE id = ?", arguments: [id]) ?? Row()
      return Editable(
        id: id, revision: try ChangeLog.revision(of: .init(subject: id), db),
        facts: PersonFacts(
          name: subject, diagnosisGroup: row["diagnosis_group"],
          affectedSide: (row["affected_side"] as String?).flatMap(AffectedSide.init),
          sex: (row["sex"] as String?).flatMap(Sex.init), birthYear: row["birth_year"], comment: row["comment"]))
    }
  }

  /// Corrects what is known of a person.
  ///
  /// - Parameters:
  ///   - seen: The person as the user saw it.
  ///   - facts: How the person shall be; texts that are empty count as none.
  ///   - now: The present time as ISO 8601 text, kept beside the change.
  /// - Returns: The person's name, as the store has it now.
  /// - Throws: `HistoryError` if somebody else has changed the person since, if a value cannot be used, if the name is
  ///   that of another person, or if the store cannot be written.
  @discardableResult
  public func correct(
    _ seen: Editable<PersonFacts>, to facts: PersonFacts, at now: String = Date.now.formatted(.iso8601)
  ) throws(HistoryError) -> String {
    let name = try Self.usableName(facts.name, of: "person")
    try Self.checkBirthYear(facts.birthYear, at: now)
    return try write { db in
      let owner = ChangeLog.Owner(subject: seen.id)
      let exists =
        try Bool.fetchOne(
          db, sql: "SELECT 1 FROM current_subject WHERE id = ?", arguments: [seen.id]) ?? false
      guard exists, try ChangeLog.revision(of: owner, db) == seen.revision else {
        throw HistoryError.changedMeanwhile("person")
      }
      let holder = try Int64.fetchOne(db, sql: "SELECT id FROM current_subject WHERE name = ?", arguments: [name])
      if let holder, holder != seen.id { throw HistoryError.nameTaken(name, of: "person") }
      let changed = try ChangeLog(db: db, now: now).set(
        [
          (.personName, name), (.diagnosisGroup, facts.diagnosisGroup?.filled),
          (.affectedSide, facts.affectedSide?.rawValue), (.sex, facts.sex?.rawValue), (.birthYear, facts.birthYear),
          (.comment, facts.comment?.filled),
        ], of: owner)
      if changed.contains(.personName) {
        try StoredSummary.set("subject", to: name, ofRecordingsWhere: "session.subject_id = ?", seen.id, db)
      }
      return name
    }
  }

  /// - Throws: `HistoryError.unusableName` unless `name` has 1 to 200 characters.
  static func usableName(_ name: String, of kind: String) throws(HistoryError) -> String {
    let trimmed = name.trimmed
    guard !trimmed.isEmpty, trimmed.count <= longestName, !trimmed.unicodeScalars.contains("\0") else {
      throw .unusableName(name, of: kind)
    }
    return trimmed
  }

  static func checkBirthYear(_ year: Int?, at now: String) throws(HistoryError) {
    guard let year, let today = ClockTime(now)?.day, !(earliestBirthYear...today.year).contains(year) else { return }
    throw .outOfRange(
      "year of birth", found: "\(year)", expected: "a year from \(earliestBirthYear) to \(today.year)")
  }
}

extension String {
  /// The text without white space around it; `nil` if nothing is left.
  var filled: String? {
    let text = trimmed
    return text.isEmpty ? nil : text
  }
}
