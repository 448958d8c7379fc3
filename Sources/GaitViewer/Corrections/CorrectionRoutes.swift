import GaitHistory
import GaitPages
import PageLanguage

/// The pages on which people and sessions are corrected, removed and restored, and what their forms send.
struct CorrectionRoutes {
  let store: HistoryStore
  let formToken: String
  let language: Language

  /// Names that are proposed where a person is asked for; a list of all would be most of the page in a large clinic.
  static let proposedPeople = 500
  /// Sessions that are proposed for a move: those of two years at five a week.
  private static let proposedSessions = 500

  func page(_ path: PageLink.Path, _ query: QueryParameters) throws(HistoryError) -> ViewerResponse {
    let person = query["person"] ?? ""
    switch path {
    case .editPerson:
      let form = PersonForm(try store.personFacts(of: person), language: language)
      return PageResponse.page(form.html(groups: try store.groups(), formToken: formToken))
    case .editSession:
      let seen = try store.sessionFacts(of: person, session: query["session"] ?? "")
      return PageResponse.page(
        try sessionPage(SessionForm(seen, language: language), MoveForm(seen, language: language), seen))
    case .editPlan: return try planPage(query)
    case .changes:
      let page = ChangesPage(
        person: person, changes: try store.changes(of: person), formToken: formToken, language: language)
      return PageResponse.page(page.html())
    default:
      let page = RemovedPage(removals: try store.removals(), formToken: formToken, language: language)
      return PageResponse.page(page.html())
    }
  }

  func change(_ path: PageLink.Path, _ form: QueryParameters) throws(HistoryError) -> ViewerResponse {
    switch path {
    case .correctPerson: return try correctPerson(form)
    case .correctSession: return try correctSession(form)
    case .correctPlan: return try correctPlan(form)
    case .moveRecording: return try moveRecording(form)
    case .undo:
      let person = try store.undo(try Self.number(form["id"], of: "list"))
      return PageResponse.redirect(to: PageLink(.changes, [("person", person)]))
    case .remove: try remove(form)
    case .restore: try store.restore(try Self.number(form["id"], of: "list"))
    default:
      try store.erase(try Self.number(form["id"], of: "list"))
      guard store.removeTraces() else {
        return PageResponse.message(
          language("Erased"),
          language(
            """
            What was erased counts nowhere. Its bytes may still be found in the file until it is rewritten: close other \
            programs that use the store and run: sqlite3 STORE VACUUM
            """), status: .ok, in: language)
      }
    }
    return PageResponse.redirect(to: PageLink(.removed))
  }

  private func proposed() throws(HistoryError) -> [String] { try store.latestSubjects(limit: Self.proposedPeople) }

  private func correctPerson(_ form: QueryParameters) throws(HistoryError) -> ViewerResponse {
    let sent = PersonForm(form, language: language)
    let seen = try Self.unchanged("person") { () throws(HistoryError) in try store.personFacts(of: sent.person) }
    guard sent.isOf(seen) else { throw .changedMeanwhile("person") }
    do {
      return PageResponse.redirect(to: .person(try store.correct(seen, to: try sent.facts())))
    } catch {
      guard let sentence = sentence(error) else { throw error }
      let page = sent.html(groups: try store.groups(), formToken: formToken, problem: sentence)
      return PageResponse.page(page, status: .badRequest)
    }
  }

  private func correctSession(_ form: QueryParameters) throws(HistoryError) -> ViewerResponse {
    let (person, session) = (form["person"] ?? "", form["session"] ?? "")
    let seen = try Self.unchanged("session") { () throws(HistoryError) in
      try store.sessionFacts(of: person, session: session)
    }
    let sent = SessionForm(form, recordings: seen.facts.recordings.count, language: language)
    guard sent.isOf(seen) else { throw .changedMeanwhile("session") }
    do {
      let corrected = try store.correct(seen, to: try sent.facts(seen))
      return PageResponse.redirect(to: .session(corrected.name, of: corrected.subject))
    } catch {
      guard let sentence = sentence(error) else { throw error }
      let page = try sessionPage(sent, MoveForm(seen, language: language), seen, problem: sentence)
      return PageResponse.page(page, status: .badRequest)
    }
  }

  private func moveRecording(_ form: QueryParameters) throws(HistoryError) -> ViewerResponse {
    let sent = MoveForm(form, language: language)
    let seen = try Self.unchanged("session") { () throws(HistoryError) in
      try store.sessionFacts(of: sent.person, session: sent.session)
    }
    guard sent.isOf(seen), let recording = sent.recording(of: seen) else { throw .changedMeanwhile("session") }
    do {
      let place = try store.move(recording: recording, from: seen, to: sent.targetSession, of: sent.targetPerson)
      return PageResponse.redirect(to: .session(place.name, of: place.subject))
    } catch {
      guard let sentence = sentence(error) else { throw error }
      let page = try sessionPage(SessionForm(seen, language: language), sent, seen, problem: sentence)
      return PageResponse.page(page, status: .badRequest)
    }
  }

  private func sessionPage(
    _ form: SessionForm, _ move: MoveForm, _ seen: Editable<SessionFacts>, problem: String? = nil
  ) throws(HistoryError) -> Markup {
    let sessions = try store.sessionNames(of: seen.facts.subject, limit: Self.proposedSessions)
    let moving = move.html(seen.facts.recordings, sessions: sessions, formToken: formToken)
    return form.html(seen, people: try proposed(), moving: moving, formToken: formToken, problem: problem)
  }

  private func remove(_ form: QueryParameters) throws(HistoryError) {
    if let recording = form["recording"] {
      _ = try store.remove(recording: try Self.number(recording, of: "recording"))
    } else {
      _ = try store.remove(form["person"] ?? "", session: form["session"])
    }
  }

  /// What a form was made of; if it is not there any more, it was changed since.
  static func unchanged<T>(_ kind: String, _ find: () throws(HistoryError) -> T) throws(HistoryError) -> T {
    do {
      return try find()
    } catch {
      if case .unknown = error { throw .changedMeanwhile(kind) }
      throw error
    }
  }

  private static func number(_ text: String?, of kind: String) throws(HistoryError) -> Int64 {
    guard let number = text.flatMap({ Int64($0) }) else { throw .changedMeanwhile(kind) }
    return number
  }

  /// What stands above the form where a value cannot be taken; `nil` where the form does not help.
  func sentence(_ error: HistoryError) -> String? {
    switch error {
    case .outOfRange, .nameTaken, .unusableName, .partOfAnalysis: language.text(error.description)
    default: nil
    }
  }
}
