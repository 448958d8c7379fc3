import GaitModel
import GaitPages

/// Where a recording is added, by drag and drop or with a file chooser.
struct UploadPage {
  var formToken: String

  func html() -> Markup {
    let placements = Placement.allCases.map { placement -> Markup in
      "<option value=\"\(placement.rawValue)\">\(placement.rawValue.replacing("_", with: " "))</option>"
    }
    let body: Markup = """
      <h1>Add a recording</h1>
      <p>The files of one recording: a CSV or HDF5 file per sensor, or one with all sensors, and \
      <code>recording.json</code> if there is one. Files named after a sensor, such as <code>left_foot.csv</code>, are \
      recognized. The files are analyzed where this page comes from, and then deleted.</p>
      <noscript><p class="lead">Uploading needs JavaScript. Without it use <code>retrogait analyze</code> and \
      <code>retrogait history add</code>.</p></noscript>
      <form id="upload" class="upload" novalidate>
      <div class="drop" id="drop"><p><label for="files">Drop files here, or choose them:</label></p>
      <p><input type="file" id="files" multiple accept=".csv,.tsv,.txt,.h5,.hdf5,.json"></p></div>
      <div class="scroll" tabindex="0" role="region" aria-label="Chosen files" id="chosen" hidden><table>
      <thead><tr><th scope="col">File</th><th scope="col" class="number">Size</th><th scope="col">What it is</th>\
      <th scope="col"></th></tr></thead><tbody id="file-rows"></tbody></table></div>
      <div class="fields">
      <label>Person <input name="subject" maxlength="200" autocomplete="off" aria-describedby="person-hint"></label>
      <label>Session <input name="session" maxlength="200" autocomplete="off"></label>
      <label>Day <input name="day" type="date"></label></div>
      <p class="soft" id="person-hint">What <code>recording.json</code> says need not be written again. A person \
      written here counts, whoever it names.</p>
      <p><button id="send">Analyze and add</button></p>
      <p id="progress" role="status" aria-live="polite"></p><progress id="bar" max="1" value="0" hidden \
      aria-label="Sent"></progress>
      <p id="problem" role="alert"></p>
      </form>
      <template id="file-row"><tr><th scope="row"></th><td class="number"></td>\
      <td><select><option value="">choose …</option>\(placements.joined(""))\
      <option value="all">all sensors in one file</option><option value="details">recording.json</option></select></td>\
      <td><button type="button">remove</button></td></tr></template>
      """
    return PageFrame(
      title: "Add a recording", trail: [("People", PageLink(.people)), ("Add a recording", nil)], body: body,
      formToken: formToken
    ).html()
  }
}
