import GaitIngest
import GaitModel
import GaitPages
import PageLanguage

/// Where recordings are added, by drag and drop or with a file chooser.
struct UploadPage {
  var formToken: String
  /// Layouts of tables whose columns are kept.
  var keptLayouts: Int
  /// Names that are proposed for the person.
  var people: [String]
  var language: Language = .english

  func html() -> Markup {
    let placements = Placement.allCases.map { placement -> Markup in
      "<option value=\"\(placement.rawValue)\">\(placement.words(in: language))</option>"
    }
    let endings = RecordingFileName.endings.joined(separator: ",")
    let kept: Markup = """
      <p><a href="\(PageLink(.keptColumns))">\(language("Kept columns (\(keptLayouts))"))</a></p>
      """
    let title = language("Add recordings")
    let body: Markup = """
      <h1>\(title)</h1>
      <p>\(about)</p>
      <noscript><p class="lead">\(withoutScript)</p></noscript>
      <form id="upload" class="upload" novalidate data-endings="\(endings)" data-words="\(UploadWords(language).json)">
      <div class="drop" id="drop"><p>\(language("Drop files or folders here, or choose them:"))</p>
      <p class="fields"><label>\(language("Files")) <input type="file" id="files" multiple accept="\(endings)"></label> \
      <label>\(language("A folder")) <input type="file" id="folder" webkitdirectory></label></p></div>
      <p id="left-out" role="status"></p>
      <div class="scroll" tabindex="0" role="region" aria-label="\(language("Chosen files"))" id="chosen" hidden><table>
      <thead><tr><th scope="col">\(language("File"))</th><th scope="col" class="number">\(language("Size"))</th>\
      <th scope="col">\(language("Where it was worn"))</th>\
      <th scope="col"></th></tr></thead><tbody id="file-rows"></tbody></table></div>
      <div class="fields">
      <label>\(language("Person")) <input name="subject" maxlength="200" autocomplete="off" list="people" \
      aria-describedby="person-hint"></label>
      <label>\(language("Session")) <input name="session" maxlength="200" autocomplete="off"></label>
      <label>\(language("Day")) <input name="day" type="date"></label></div>
      \(FormField.people(people))
      <p class="soft" id="person-hint">\(aboutPerson)</p>
      <p><button id="send">\(language("Analyze and add"))</button></p>
      <p id="progress" role="status" aria-live="polite"></p><progress id="bar" max="1" value="0" hidden \
      aria-label="\(language("Sent"))"></progress>
      <p id="problem" role="alert"></p>
      </form>
      \(if: keptLayouts > 0, kept)
      <template id="file-row"><tr><th scope="row"></th><td class="number"></td>\
      <td><select><option value="">\(language("as in its name"))</option>\(placements.joined(""))</select></td>\
      <td><button type="button">\(language("remove"))</button></td></tr></template>
      """
    return PageFrame(
      title: title, trail: [(language("People"), PageLink(.people)), (title, nil)], body: body, formToken: formToken,
      language: language
    ).html()
  }

  private var about: Markup {
    .withCode(
      language(
        """
        Whatever `retrogait analyze` reads: CSV, text, HDF5, MATLAB, Excel (.xlsx) and exports of apps (ZIP), packed with \
        gzip or not, one file or a folder of one or many recordings, with `recording.json` if there is one. Names such as \
        `left_foot.csv` or `P07 left foot.csv` say where a sensor was worn; if a name does not, choose it beside the file. \
        The files are analyzed where this page comes from, and then deleted.
        """))
  }

  private var withoutScript: Markup {
    .withCode(
      language("Uploading needs JavaScript. Without it use `retrogait analyze` and `retrogait history add`."))
  }

  private var aboutPerson: Markup {
    .withCode(
      language(
        """
        You need not enter what is in `recording.json`. A person that you enter here overrides the one in the file.
        """))
  }
}
