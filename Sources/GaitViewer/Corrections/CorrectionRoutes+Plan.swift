import GaitHistory
import GaitModel

extension CorrectionRoutes {
  /// The form for a person's plan, goals and prescriptions.
  func planPage(_ query: QueryParameters) throws(HistoryError) -> ViewerResponse {
    let person = query["person"] ?? ""
    let seen = try store.trainingFacts(of: person)
    let form = PlanForm(
      seen, of: person, week: query["week"].flatMap { CalendarDay($0) },
      preset: query["preset"].flatMap { TrainingPlan.presets[$0] }, today: .today,
      language: language)
    return PageResponse.page(form.html(seen, formToken: formToken))
  }

  func correctPlan(_ form: QueryParameters) throws(HistoryError) -> ViewerResponse {
    let sent = PlanForm(form, language: language)
    let seen = try Self.unchanged("person") { () throws(HistoryError) in try store.trainingFacts(of: sent.person) }
    guard sent.isOf(seen) else { throw .changedMeanwhile("person") }
    do {
      return PageResponse.redirect(to: .person(try store.correct(seen, to: try sent.facts(seen))))
    } catch {
      guard let sentence = sentence(error) else { throw error }
      return PageResponse.page(sent.html(seen, formToken: formToken, problem: sentence), status: .badRequest)
    }
  }
}
