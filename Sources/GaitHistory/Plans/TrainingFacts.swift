import Foundation
import GRDB
import GaitModel

/// What a clinician sets for a person's training: the plan, goals, and what is prescribed for single weeks.
public struct TrainingFacts: Sendable, Equatable {
  public var plan: TrainingPlan?
  /// In the unit of each measure.
  public var goals: [GoalKind: Double]
  /// In the order of weeks, at most one a week.
  public var prescriptions: [Prescription]

  public init(plan: TrainingPlan? = nil, goals: [GoalKind: Double] = [:], prescriptions: [Prescription] = []) {
    self.plan = plan
    self.goals = goals
    self.prescriptions = prescriptions
  }
}

extension HistoryStore {
  /// What is set for a person's training, as it is now.
  ///
  /// - Throws: `HistoryError` if there is no such person or the store cannot be read.
  public func trainingFacts(of subject: String) throws(HistoryError) -> Editable<TrainingFacts> {
    try read { db in
      let id = try Self.subjectID(subject, db)
      let plan = try String.fetchOne(db, sql: "SELECT plan FROM current_subject WHERE id = ?", arguments: [id])
      return Editable(
        id: id, revision: try ChangeLog.revision(of: .init(subject: id), db),
        facts: TrainingFacts(
          plan: plan.flatMap(TrainingPlan.init(json:)), goals: try PlanRows.goals(ofSubject: id, db),
          prescriptions: try PlanRows.prescriptions(ofSubject: id, db)))
    }
  }

  /// Sets a person's training.
  ///
  /// - Parameters:
  ///   - seen: The training as the user saw it.
  ///   - facts: How it shall be.
  ///   - now: The present time as ISO 8601 text, kept beside the change.
  /// - Returns: The person's name, as the store has it now.
  /// - Throws: `HistoryError` if somebody else has changed the person since, if a value cannot be used, if a week has two
  ///   prescriptions, or if the store cannot be written.
  @discardableResult
  public func correct(
    _ seen: Editable<TrainingFacts>, to facts: TrainingFacts, at now: String = Date.now.formatted(.iso8601)
  ) throws(HistoryError) -> String {
    // A plan that nobody touched keeps its bytes, also where an earlier version took what is refused now.
    let isOtherPlan = facts.plan != seen.facts.plan
    if isOtherPlan { try facts.plan?.check("plan") }
    for kind in GoalKind.allCases { if let value = facts.goals[kind] { try kind.check(value) } }
    var texts: [CalendarDay: String] = [:]
    for prescription in facts.prescriptions {
      guard texts.updateValue(prescription.text, forKey: prescription.week) == nil else {
        throw .outOfRange(
          "week", found: prescription.week.description,
          expected: "a week without a prescription; change the text that is there")
      }
    }
    return try write { db in
      let name = try String.fetchOne(db, sql: "SELECT name FROM current_subject WHERE id = ?", arguments: [seen.id])
      guard let name, try ChangeLog.revision(of: .init(subject: seen.id), db) == seen.revision else {
        throw HistoryError.changedMeanwhile("person")
      }
      let log = ChangeLog(db: db, now: now)
      if isOtherPlan {
        try log.set([(.plan, try facts.plan?.json())], of: .init(subject: seen.id))
      }
      for kind in GoalKind.allCases { try log.setGoal(kind, to: facts.goals[kind], ofSubject: seen.id) }
      for week in Set(texts.keys).union(seen.facts.prescriptions.map(\.week)).sorted() {
        try log.setPrescription(week: week, to: texts[week], ofSubject: seen.id)
      }
      return name
    }
  }
}
