import GaitIngest
import GaitModel
import GaitPages

/// Where recordings are added, by drag and drop or with a file chooser.
struct UploadPage {
  var formToken: String
  /// Layouts of tables whose columns are kept.
  var keptLayouts: Int
  /// Names that are proposed for the person.
  var people: [String]

  func html() -> Markup {
    let placements = Placement.allCases.map { placement -> Markup in
      "<option value=\"\(placement.rawValue)\">\(placement.rawValue.replacing("_", with: " "))</option>"
    }
    let endings = RecordingFileName.endings.joined(separator: ",")
    let kept: Markup = """
      <p><a href="\(PageLink(.keptColumns))">Kept columns (\(keptLayouts))</a></p>
      """
    let body: Markup = """
      <h1>Add recordings</h1>
      <p>Whatever <code>retrogait analyze</code> reads: CSV, text, HDF5, MATLAB, Excel (.xlsx) and exports of apps (ZIP), \
      packed with gzip or not, one file or a folder of one or many recordings, with <code>recording.json</code> if there \
      is one. Names such as <code>left_foot.csv</code> or <code>P07 left foot.csv</code> say where a sensor was worn; if \
      a name does not, choose it beside the file. The files are analyzed where this page comes from, and then \
      deleted.</p>
      <noscript><p class="lead">Uploading needs JavaScript. Without it use <code>retrogait analyze</code> and \
      <code>retrogait history add</code>.</p></noscript>
      <form id="upload" class="upload" novalidate data-endings="\(endings)">
      <div class="drop" id="drop"><p>Drop files or folders here, or choose them:</p>
      <p class="fields"><label>Files <input type="file" id="files" multiple accept="\(endings)"></label> \
      <label>A folder <input type="file" id="folder" webkitdirectory></label></p></div>
      <p id="left-out" role="status"></p>
      <div class="scroll" tabindex="0" role="region" aria-label="Chosen files" id="chosen" hidden><table>
      <thead><tr><th scope="col">File</th><th scope="col" class="number">Size</th><th scope="col">Where it was worn</th>\
      <th scope="col"></th></tr></thead><tbody id="file-rows"></tbody></table></div>
      <div class="fields">
      <label>Person <input name="subject" maxlength="200" autocomplete="off" list="people" \
      aria-describedby="person-hint"></label>
      <label>Session <input name="session" maxlength="200" autocomplete="off"></label>
      <label>Day <input name="day" type="date"></label></div>
      \(FormField.people(people))
      <p class="soft" id="person-hint">You need not enter what is in <code>recording.json</code>. A person that you \
      enter here overrides the one in the file.</p>
      <p><button id="send">Analyze and add</button></p>
      <p id="progress" role="status" aria-live="polite"></p><progress id="bar" max="1" value="0" hidden \
      aria-label="Sent"></progress>
      <p id="problem" role="alert"></p>
      </form>
      \(if: keptLayouts > 0, kept)
      <template id="file-row"><tr><th scope="row"></th><td class="number"></td>\
      <td><select><option value="">as in its name</option>\(placements.joined(""))</select></td>\
      <td><button type="button">remove</button></td></tr></template>
      """
    return PageFrame(
      title: "Add recordings", trail: [("People", PageLink(.people)), ("Add recordings", nil)], body: body,
      formToken: formToken
    ).html()
  }
}
