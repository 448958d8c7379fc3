import GaitHistory
import GaitModel
import GaitPages
import PageLanguage

/// Where what is known of a person is corrected.
struct PersonForm {
  /// As text, as the form shows and sends it.
  private var values: [String: String]
  /// The person's name in the store.
  let person: String
  private let id: String
  private let revision: String
  private let language: Language

  /// Of the person as it is.
  init(_ seen: Editable<PersonFacts>, language: Language) {
    self.language = language
    let facts = seen.facts
    person = facts.name
    id = String(seen.id)
    revision = String(seen.revision)
    values = [
      "name": facts.name, "group": facts.diagnosisGroup ?? "", "side": facts.affectedSide?.rawValue ?? "",
      "sex": facts.sex?.rawValue ?? "", "birth_year": facts.birthYear.map(String.init) ?? "",
      "comment": facts.comment ?? "",
    ]
  }

  /// As it was sent.
  init(_ form: QueryParameters, language: Language) {
    self.language = language
    person = form["person"] ?? ""
    id = form["row"] ?? ""
    revision = form["revision"] ?? ""
    let names = ["name", "group", "side", "sex", "birth_year", "comment"]
    values = Dictionary(uniqueKeysWithValues: names.map { ($0, form[$0] ?? "") })
  }

  /// Whether it was made of the person as it is now.
  func isOf(_ seen: Editable<PersonFacts>) -> Bool { id == String(seen.id) && revision == String(seen.revision) }

  /// How the person shall be.
  ///
  /// - Throws: `HistoryError.outOfRange` where a number is none.
  func facts() throws(HistoryError) -> PersonFacts {
    var year: Int?
    if let text = value("birth_year").nonEmpty {
      guard let number = Int(text) else {
        throw .outOfRange("year of birth", found: text, expected: "a year such as 1958")
      }
      year = number
    }
    return PersonFacts(
      name: value("name"), diagnosisGroup: value("group").nonEmpty, affectedSide: AffectedSide(rawValue: value("side")),
      sex: Sex(rawValue: value("sex")), birthYear: year, comment: value("comment").nonEmpty)
  }

  private func value(_ name: String) -> String { values[name] ?? "" }

  private func field(_ name: String, _ title: String) -> FormField { FormField(name, title, value(name)) }

  /// - Parameter groups: Names of groups that others are in.
  func html(groups: [String], formToken: String, problem: String? = nil) -> Markup {
    let notStated = [("", language("not stated"))]
    let sides = notStated + AffectedSide.allCases.map { ($0.rawValue, language.text($0.rawValue)) }
    let sexes = notStated + Sex.allCases.map { ($0.rawValue, language.text($0.rawValue)) }
    let form = PostForm(
      link: PageLink(.correctPerson), formToken: formToken,
      hidden: [("person", person), ("row", id), ("revision", revision)]
    ).html(
      """
      <fieldset><legend>\(language("Person"))</legend><div class="fields">
      \(field("name", language("Name")).input(attributes: " maxlength=\"200\" required"))
      \(field("group", language("Group")).input(attributes: " maxlength=\"200\" list=\"groups\""))
      \(field("side", language("Affected side")).choice(sides))
      \(field("sex", language("Sex, for reference values")).choice(sexes))
      \(field("birth_year", language("Year of birth")).input(attributes: " inputmode=\"numeric\" maxlength=\"4\" size=\"6\""))
      </div><div class="fields">
      \(field("comment", language("Notes")).lines())</div></fieldset>
      <datalist id="groups">\(groups.map { group -> Markup in "<option value=\"\(group)\">" }.joined(""))</datalist>
      <p class="soft">\(language("A former name stays in the list of changes until the person is erased."))</p>
      <p><button>\(language("Save"))</button></p>
      """)
    let remove = PostForm(link: PageLink(.remove), formToken: formToken, hidden: [("person", person)])
    let title = language("Edit \(person)")
    let body: Markup = """
      <h1>\(title)</h1>
      \(FormProblem(sentence: problem).markup)
      \(form)
      <section aria-labelledby="remove"><h2 id="remove">\(language("Remove"))</h2>
      <p>\(language("A removed person counts nowhere, and can be restored with all sessions."))</p>
      \(remove.button(language("Remove \(person)")))</section>
      """
    return PageFrame(
      title: title,
      trail: [(language("People"), PageLink(.people)), (person, .person(person)), (language("Edit"), nil)],
      body: body, language: language
    ).html()
  }
}

extension String {
  /// `nil` where there is no character but white space.
  var nonEmpty: String? { allSatisfy(\.isWhitespace) ? nil : self }
}
