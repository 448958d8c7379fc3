import GaitHistory
import GaitPages
import PageLanguage

/// Where one recording of a session is moved to another session.
struct MoveForm {
  /// The session that it is in, and the person.
  let session: String
  let person: String
  private let id: String
  private let revision: String
  private var values: [String: String]
  private let language: Language

  private static let fields = ["recording", "to_session", "to_person"]

  /// Of the session as it is.
  init(_ seen: Editable<SessionFacts>, language: Language) {
    self.language = language
    session = seen.facts.name
    person = seen.facts.subject
    id = String(seen.id)
    revision = String(seen.revision)
    values = ["to_person": seen.facts.subject]
  }

  /// As it was sent.
  init(_ form: QueryParameters, language: Language) {
    self.language = language
    session = form["session"] ?? ""
    person = form["person"] ?? ""
    id = form["row"] ?? ""
    revision = form["revision"] ?? ""
    values = Dictionary(uniqueKeysWithValues: Self.fields.map { ($0, form[$0] ?? "") })
  }

  /// Whether it was made of the session as it is now.
  func isOf(_ seen: Editable<SessionFacts>) -> Bool { id == String(seen.id) && revision == String(seen.revision) }

  /// The number of the recording; `nil` where it is none of the session.
  func recording(of seen: Editable<SessionFacts>) -> Int64? {
    seen.facts.recordings.map(\.id).first { String($0) == values["recording"] }
  }

  var targetSession: String { values["to_session"] ?? "" }
  var targetPerson: String { values["to_person"] ?? "" }

  /// - Parameter sessions: Names that are proposed for the session.
  func html(_ recordings: [RecordingFacts], sessions: [String], formToken: String) -> Markup {
    let options = recordings.map { recording in
      (String(recording.id), language("\(recording.name), \(recording.strides, "stride")"))
    }
    let names = sessions.filter { $0 != session }.map { name -> Markup in "<option value=\"\(name)\">" }
    let form = PostForm(
      link: PageLink(.moveRecording), formToken: formToken,
      hidden: [("person", person), ("session", session), ("row", id), ("revision", revision)]
    ).html(
      """
      <div class="fields">
      \(FormField("recording", language("Recording"), values["recording"] ?? "").choice(options))
      \(FormField("to_session", language("To session"), targetSession)
        .input(attributes: " maxlength=\"200\" required list=\"sessions\""))
      \(FormField("to_person", language("Of person"), targetPerson)
        .input(attributes: " maxlength=\"200\" required list=\"people\""))
      </div><datalist id="sessions">\(names.joined(""))</datalist>
      <p><button>\(language("Move recording"))</button></p>
      """)
    let about = language(
      """
      The recording goes to another session of this person or of another one. A new name makes a new session, with this \
      session's walking aid.
      """)
    let changes = PageLink(.changes, [("person", person)])
    return """
      <section aria-labelledby="move-recording"><h2 id="move-recording">\(language("Move a recording"))</h2>
      <p>\(about) \(Markup.withLink(language("[Changes] can undo a move."), to: changes.description))</p>
      \(form)</section>
      """
  }
}
