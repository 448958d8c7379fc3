import GaitHistory
import GaitModel
import GaitPages
import PageLanguage

/// Where what is known of a session and its recordings is corrected.
struct SessionForm {
  private var values: [String: String]
  /// The session's and the person's name in the store.
  let session: String
  let person: String
  private let id: String
  private let revision: String
  private let language: Language

  /// Of the session as it is.
  init(_ seen: Editable<SessionFacts>, language: Language) {
    self.language = language
    let facts = seen.facts
    session = facts.name
    person = facts.subject
    id = String(seen.id)
    revision = String(seen.revision)
    values = [
      "name": facts.name, "subject": facts.subject, "aid": facts.aid ?? "", "pain": Self.text(facts.pain),
      "comment": facts.comment ?? "",
    ]
    for (k, recording) in facts.recordings.enumerated() {
      let shown = ShownTime(recording.startedAt)
      values["recording_\(k)"] = String(recording.id)
      values["day_\(k)"] = shown.day
      values["time_\(k)"] = shown.time
      values["surface_\(k)"] = recording.surface?.rawValue ?? ""
      values["incline_\(k)"] = Self.text(recording.inclinePercent)
    }
  }

  /// As it was sent.
  ///
  /// - Parameter recordings: How many the session has.
  init(_ form: QueryParameters, recordings: Int, language: Language) {
    self.language = language
    session = form["session"] ?? ""
    person = form["person"] ?? ""
    id = form["row"] ?? ""
    revision = form["revision"] ?? ""
    var names = ["name", "subject", "aid", "pain", "comment"]
    for k in 0..<recordings { names += ["recording", "day", "time", "surface", "incline"].map { "\($0)_\(k)" } }
    values = Dictionary(uniqueKeysWithValues: names.map { ($0, form[$0] ?? "") })
  }

  /// Whether it was made of the session as it is now.
  func isOf(_ seen: Editable<SessionFacts>) -> Bool {
    id == String(seen.id) && revision == String(seen.revision)
      && seen.facts.recordings.indices.allSatisfy {
        value("recording_\($0)") == String(seen.facts.recordings[$0].id)
      }
  }

  /// How the session shall be.
  ///
  /// - Throws: `HistoryError.outOfRange` where a number is none.
  func facts(_ seen: Editable<SessionFacts>) throws(HistoryError) -> SessionFacts {
    var facts = seen.facts
    facts.name = value("name")
    facts.subject = value("subject")
    facts.aid = value("aid").nonEmpty
    facts.pain = try number("pain", "pain", expected: "0 (none) to 10")
    facts.comment = value("comment").nonEmpty
    for k in facts.recordings.indices {
      facts.recordings[k].startedAt = ShownTime(facts.recordings[k].startedAt)
        .corrected(day: value("day_\(k)"), time: value("time_\(k)"))
      if facts.recordings[k].sensors != .lowerBack {
        facts.recordings[k].surface = Surface(rawValue: value("surface_\(k)"))
      }
      facts.recordings[k].inclinePercent = try number("incline_\(k)", "incline", expected: "-50 to 50 percent")
    }
    return facts
  }

  private func value(_ name: String) -> String { values[name] ?? "" }

  private func field(_ name: String, _ title: String) -> FormField { FormField(name, title, value(name)) }

  /// A number as people write it: with a point or a comma.
  private func number(_ name: String, _ title: String, expected: String) throws(HistoryError) -> Double? {
    guard let text = value(name).nonEmpty else { return nil }
    guard let number = Double(text.filter { !$0.isWhitespace }.replacing(",", with: ".")), number.isFinite else {
      throw .outOfRange(title, found: text, expected: expected)
    }
    return number
  }

  /// All digits that there are, so that a field that nobody touched changes nothing.
  private static func text(_ number: Double?) -> String {
    number.map { Int(exactly: $0).map(String.init) ?? "\($0)" } ?? ""
  }

  /// - Parameters:
  ///   - people: Names that are proposed for a move.
  ///   - moving: Where single recordings are moved.
  func html(
    _ seen: Editable<SessionFacts>, people: [String], moving: Markup, formToken: String, problem: String? = nil
  ) -> Markup {
    let recordings = seen.facts.recordings.enumerated().map { k, recording in self.recording(k, recording) }
    let form = PostForm(
      link: PageLink(.correctSession), formToken: formToken,
      hidden: [("person", person), ("session", session), ("row", id), ("revision", revision)]
    ).html(
      """
      <fieldset><legend>\(language("Session"))</legend><div class="fields">
      \(field("name", language("Name")).input(attributes: " maxlength=\"200\" required"))
      \(field("subject", language("Person")).input(attributes: " maxlength=\"200\" required list=\"people\" aria-describedby=\"move\""))
      \(field("aid", language("Walking aid")).input(attributes: " maxlength=\"200\""))
      \(field("pain", language("Pain, 0 to 10")).input(attributes: " inputmode=\"decimal\" size=\"6\""))
      </div><p class="soft" id="move">\(language("Another person's name moves the session there. A new name makes a new person."))</p>
      <div class="fields">\(field("comment", language("Notes")).lines())</div></fieldset>
      \(FormField.people(people))
      \(recordings.joined())
      <p class="soft">\(partsOfAnalysis)</p>
      <p><button>\(language("Save"))</button></p>
      """)
    let body: Markup = """
      <h1>\(language("Edit \(session)"))</h1>
      \(FormProblem(sentence: problem).markup)
      \(form)
      \(moving)
      \(removals(seen.facts.recordings, formToken: formToken))
      """
    return PageFrame(
      title: language("Edit \(session) of \(person)"),
      trail: [
        (language("People"), PageLink(.people)), (person, .person(person)), (session, .session(session, of: person)),
        (language("Edit"), nil),
      ], body: body, language: language
    ).html()
  }

  private var partsOfAnalysis: String {
    language(
      """
      Height, belt speed and the sensors' sides are part of the analysis. To correct them, remove the recording and add \
      its files again. A new incline takes the energy estimates away, which rest on it.
      """)
  }

  private func recording(_ k: Int, _ recording: RecordingFacts) -> Markup {
    let notStated = language("not stated")
    let surfaces =
      [("", notStated)] + [Surface.overground, .treadmill].map { ($0.rawValue, language.text($0.rawValue)) }
    let kept = recording.surface.map { language.text($0.rawValue) } ?? notStated
    let surface: Markup =
      recording.sensors != .lowerBack
      ? field("surface_\(k)", language("Surface")).choice(surfaces)
      : """
      <div class="field">\(language("Surface"))<span>\(language("\(kept), part of the analysis"))</span></div>
      """
    return """
      <fieldset><legend>\(language("Recording \(recording.name), \(recording.strides, "stride")"))</legend>
      <input type="hidden" name="recording_\(k)" value="\(String(recording.id))">
      <div class="fields">
      \(field("day_\(k)", language("Day")).input(type: "date"))
      \(field("time_\(k)", language("Time")).input(type: "time"))
      \(surface)
      \(field("incline_\(k)", language("Incline in percent, uphill positive")).input(attributes: " inputmode=\"decimal\" size=\"6\""))
      </div></fieldset>
      """
  }

  private func removals(_ recordings: [RecordingFacts], formToken: String) -> Markup {
    let whole = PostForm(
      link: PageLink(.remove), formToken: formToken, hidden: [("person", person), ("session", session)]
    ).button(language("Remove session \(session)"))
    let single =
      recordings.count < 2
      ? []
      : recordings.map { recording in
        PostForm(
          link: PageLink(.remove), formToken: formToken, hidden: [("recording", String(recording.id))]
        ).button(language("Remove recording \(recording.name)"))
      }
    return """
      <section aria-labelledby="remove"><h2 id="remove">\(language("Remove"))</h2>
      <p>\(language("What is removed counts nowhere, and can be restored."))</p>
      \(([whole] + single).joined())</section>
      """
  }
}

/// When a recording began, as two fields of a form.
struct ShownTime {
  let day: String
  /// Hours and minutes; empty where only a day was given.
  let time: String
  private let text: String?

  init(_ text: String?) {
    self.text = text
    guard let text, let clock = ClockTime(text) else {
      (day, time) = ("", "")
      return
    }
    day = clock.day.description
    time =
      clock.secondsOfDay.map { seconds in
        let (hours, minutes) = (Int(seconds) / 60).quotientAndRemainder(dividingBy: 60)
        return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
      } ?? ""
  }

  /// The text of the fields as they were sent; seconds and the zone stay where they are not touched.
  func corrected(day: String, time: String) -> String? {
    guard let day = day.nonEmpty else { return nil }
    if day == self.day, time == self.time { return text }
    guard let time = time.nonEmpty else { return day }
    let rest = text.map { String($0.dropFirst(10)) } ?? ""
    if time == self.time { return day + rest }
    let zone = rest.lastIndex { "zZ+-".contains($0) }.map { String(rest[$0...]) } ?? ""
    return "\(day)T\(time)\(zone)"
  }
}
