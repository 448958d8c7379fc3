import GaitIngest
import GaitModel
import GaitPages
import PageLanguage

/// Where the user says what the columns of a table hold.
struct ColumnsPage {
  var id: String
  var question: ColumnQuestion
  var form: ColumnsForm
  var details: UploadDetails
  var formToken: String
  /// What is missing or wrong in what was sent, a sentence each.
  var problems: [String] = []
  /// Whether what is said is kept for the next table of this layout.
  var isKept = true
  /// What was chosen of files, by file.
  var places: [UploadedFile: String] = [:]
  var language: Language = .english

  /// Characters of a cell or name that are shown.
  private static let longestCell = 40
  /// Characters of a name in a choice, of which three stand side by side.
  private static let longestChoice = 24
  private var title: String { language("What do the columns hold?") }

  private var preview: TablePreview { question.tables[0].preview }

  func html() -> Markup {
    let reasons = (question.problem.map { [language.text($0)] } ?? []) + problems
    let alert: Markup =
      reasons.isEmpty
      ? .nothing
      : "<div class=\"problem\" role=\"alert\">\(reasons.map { sentence -> Markup in "<p>\(sentence)</p>" }.joined())</div>"
    let body: Markup = """
      <h1>\(title)</h1>
      \(alert)
      <p>\(about)</p>
      \(rows)
      \(guesses)
      <form class="columns" method="post" action="\(PageLink.upload(.uploadAnswer, id))" novalidate>
      <input type="hidden" name="\(RequestGuard.formTokenField)" value="\(formToken)">
      <input type="hidden" name="table" value="\(question.tables[0].file.path)">
      \(timeFields)
      \(sensorFields(1))
      \(fileFields)
      \(moreSensors)
      \(textField)
      \(personFields)
      \(keepField)
      <p class="buttons"><button name="do" value="read">\(language("Read and add"))</button> \
      <button name="do" value="leave">\(leaveOut)</button> \
      <button name="do" value="cancel">\(language("Cancel the upload"))</button></p>
      </form>
      <details><summary>\(language("Why the table is not read as it is"))</summary>\
      <p>\(language.text(preview.reason))</p></details>
      """
    return PageFrame(
      title: title,
      trail: [
        (language("People"), PageLink(.people)), (language("Add recordings"), PageLink(.upload)),
        (language("Columns"), nil),
      ], body: body, language: language
    ).html()
  }

  private var about: String {
    let tables = question.tables.map(\.shown).joined(separator: ", ")
    return language(
      """
      The columns of \(tables) do not say all that is needed, and RetroGait does not guess. Choose what they hold. The first \
      rows are:
      """)
  }

  private var leaveOut: String {
    question.files.count == 1 ? language("Leave this file out") : language("Leave these files out")
  }

  /// The first rows under the numbers and names of their columns.
  private var rows: Markup {
    let heads = (0..<preview.layout.width).map { k -> Markup in
      let name = preview.layout.names.indices.contains(k) ? preview.layout.names[k] : ""
      return "<th scope=\"col\">\(k + 1)<br>\(Self.cut(name))</th>"
    }
    let rows = preview.rows.map { row -> Markup in
      let cells = (0..<preview.layout.width).map { k -> Markup in
        .cell("\(row.indices.contains(k) ? Self.cut(row[k]) : "")")
      }
      return "<tr>\(cells.joined(""))</tr>"
    }
    return PageTable(.label(language("First rows")), attributes: " class=\"first-rows\"", heads: heads, rows: rows)
      .markup
  }

  private static func cut(_ text: String, to length: Int = longestCell) -> String {
    text.count > length ? text.prefix(length) + "…" : text
  }

  private var guesses: Markup {
    guard preview.proposal != nil, question.problem == nil, problems.isEmpty else { return .nothing }
    guard !preview.guesses.isEmpty else {
      return "<p>\(language("The choices below follow from the names. Check them."))</p>"
    }
    let items = preview.guesses.map { guess -> Markup in "<li>\(language.text(guess))</li>" }
    return """
      <p>\(language("The choices below follow from names and numbers. Check them; these are guessed:"))</p>
      <ul>\(items.joined())</ul>
      """
  }

  // MARK: Fields

  private var timeFields: Markup {
    """
    <fieldset><legend>\(language("Time"))</legend><div class="fields">
    \(columnField("time", language("Column"), empty: language("none: even samples")))
    \(choiceField("time_unit", language("It holds"), options(ColumnsForm.timeUnits)))
    \(numberField("rate", language("Sampling rate, Hz"), hint: language("if there is no time")))
    </div></fieldset>
    """
  }

  private func sensorFields(_ k: Int, isNumbered: Bool = false) -> Markup {
    let quantities = [
      (
        "acc", isNumbered ? language("Acceleration of sensor \(k)") : language("Acceleration"),
        ColumnsForm.accelerationUnits
      ),
      (
        "gyr",
        isNumbered ? language("Rate of turn (gyroscope) of sensor \(k)") : language("Rate of turn (gyroscope)"),
        ColumnsForm.rateUnits
      ),
    ].map { quantity, title, units -> Markup in
      let axes = ColumnsForm.axes.map { axis in columnField("\(quantity)_\(axis)_\(k)", axis, empty: choose) }
      return """
        <fieldset><legend>\(title)</legend><div class="fields">
        \(axes.joined())
        \(choiceField("\(quantity)_unit_\(k)", language("Unit"), options(units)))
        \(numberField("\(quantity)_counts_\(k)", language("Counts per unit"), hint: language("for raw counts only")))
        </div></fieldset>
        """
    }
    let hint: Markup =
      preview.isNamedAfterQuantity && !isNumbered
      ? """
      <p class="soft">\(aboutQuantity)</p>
      """ : .nothing
    return quantities.joined() + hint
  }

  private var choose: String { language("choose …") }

  private var aboutQuantity: String {
    language(
      """
      The file name shows which of the two it holds. If the other one is in a separate file, choose the same three columns \
      for both.
      """)
  }

  private var fileFields: Markup {
    let fields = question.files.enumerated().map { k, file -> Markup in
      let known = file.placement.map { language("as named: \($0.words(in: language))") } ?? choose
      let options = [("", known)] + placements
      return """
        \(field("file_place_\(k)", file.shown, select("file_place_\(k)", options, chosen: places[file.file] ?? "")))
        """
    }
    return
      "<fieldset><legend>\(language("Where the sensor was worn"))</legend><div class=\"fields\">\(fields.joined())</div></fieldset>"
  }

  /// Fields for tables that hold several sensors side by side.
  private var moreSensors: Markup {
    let options = [("", choose)] + placements
    func place(_ k: Int) -> Markup {
      """
      <div class="fields">\
      \(field("place_\(k)", language("Sensor \(k) was worn at"), select("place_\(k)", options, chosen: form["place_\(k)"])))</div>
      """
    }
    let isOpen = (2...form.sensors).contains(where: form.hasSensor)
    let others = (2...form.sensors).map { k in place(k) + sensorFields(k, isNumbered: true) }
    return """
      <details class="more"\(if: isOpen, " open")><summary>\(language("Several sensors side by side in this table"))</summary>
      <p class="soft">\(language("The columns above are those of sensor 1. Only sensors with columns are read."))</p>
      \(place(1))\(others.joined())</details>
      """
  }

  private var textField: Markup {
    let text = form["map"]
    return """
      <details class="more"\(if: !text.isEmpty, " open")><summary>\(language("In place of the choices: the mapping as text"))</summary>
      <div class="fields"><div class="field wide-field"><label for="map">\(Markup.withCode(language("As `--map` takes it")))</label> \
      <input name="map" id="map" value="\(text)" autocomplete="off" spellcheck="false"></div></div>
      <p class="soft">\(aboutText)</p></details>
      """
  }

  private var aboutText: Markup {
    .withCode(
      language(
        """
        Such as `time=1:ms acc=2,3,4:g gyr=5,6,-7:deg/s`: a minus inverts an axis. If something stands here the choices do \
        not count.
        """))
  }

  private var personFields: Markup {
    """
    <fieldset><legend>\(language("Whose walk it is"))</legend><div class="fields">
    <label>\(language("Person")) <input name="subject" maxlength="200" autocomplete="off" value="\(details.subject ?? "")"></label>
    <label>\(language("Session")) <input name="session" maxlength="200" autocomplete="off" value="\(details.session ?? "")"></label>
    <label>\(language("Day")) <input name="day" type="date" value="\(details.day ?? "")"></label></div></fieldset>
    """
  }

  private var keepField: Markup {
    guard !preview.layout.names.isEmpty else {
      let words = language(
        "Columns without names are not kept for the next file, because it could not be recognized.")
      return "<p class=\"soft\">\(words)</p>"
    }
    return """
      <p><label class="check"><input type="checkbox" name="keep" value="yes"\(if: isKept, " checked")> \
      \(language("Keep this for the next file with the same columns"))</label></p>
      """
  }

  private func columnField(_ name: String, _ title: String, empty: String) -> Markup {
    let options = (0..<preview.layout.width).map { k -> (String, String) in
      let own = preview.layout.names.indices.contains(k) ? preview.layout.names[k] : ""
      let label = own.isEmpty ? preview.rows.first.map { $0.indices.contains(k) ? $0[k] : "" } ?? "" : own
      return ("\(k + 1)", "\(k + 1): \(Self.cut(label, to: Self.longestChoice))")
    }
    return choiceField(name, title, [("", empty)] + options)
  }

  private func options(_ units: [(String, String)]) -> [(String, String)] {
    [("", choose)] + units.map { ($0, language.text($1)) }
  }

  private func choiceField(_ name: String, _ title: String, _ options: [(String, String)]) -> Markup {
    field(name, title, select(name, options, chosen: form[name]))
  }

  private func select(_ name: String, _ options: [(String, String)], chosen: String) -> Markup {
    let items = options.map { value, words -> Markup in
      "<option value=\"\(value)\"\(if: value == chosen, " selected")>\(words)</option>"
    }
    return "<select name=\"\(name)\" id=\"\(name)\">\(items.joined(""))</select>"
  }

  private func field(_ name: String, _ title: String, _ control: Markup) -> Markup {
    "<div class=\"field\"><label for=\"\(name)\">\(title)</label> \(control)</div>"
  }

  private func numberField(_ name: String, _ title: String, hint: String) -> Markup {
    field(
      name, "\(title) (\(hint))",
      "<input name=\"\(name)\" id=\"\(name)\" inputmode=\"decimal\" autocomplete=\"off\" size=\"8\" value=\"\(form[name])\">"
    )
  }

  private var placements: [(String, String)] { Placement.allCases.map { ($0.rawValue, $0.words(in: language)) } }
}
