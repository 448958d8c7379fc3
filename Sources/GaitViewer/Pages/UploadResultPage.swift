import GaitPages

/// What became of an upload, or how far it is.
struct UploadResultPage {
  var id: String
  var state: UploadDesk.State

  /// Seconds after which a browser without the script asks again.
  private static let refresh = 2

  func html() -> Markup {
    var (title, head, content) = ("Added recordings", Markup.nothing, Markup.nothing)
    switch state {
    case .done(let outcome): content = done(outcome)
    case .failed(let words):
      title = "Nothing was added"
      let lines = words.split(separator: "\n").map { line -> Markup in "<p>\(String(line))</p>" }
      content = """
        <div class="problem" role="alert">\(lines.joined())</div>
        <p><a href="\(PageLink(.upload))">Try again</a></p>
        """
    case .receiving, .waiting, .analyzing, .asking:
      title = "Analyzing"
      let status = UploadStatus(state, id: id)
      head = "<noscript><meta http-equiv=\"refresh\" content=\"\(Self.refresh)\"></noscript>"
      content = """
        <p role="status" aria-live="polite" data-status="\(PageLink.upload(.uploadStatus, id))">\(status.message)</p>
        """
    }
    return PageFrame(
      title: title,
      trail: [("People", PageLink(.people)), ("Add recordings", PageLink(.upload)), (title, nil)],
      body: "<h1>\(title)</h1>\(content)", head: head
    ).html()
  }

  private func done(_ outcome: UploadOutcome) -> Markup {
    let remarks = outcome.remarks.map { remark -> Markup in "<p>\(remark)</p>" }.joined()
    let again: Markup = "\(remarks)<p><a href=\"\(PageLink(.upload))\">Add another recording</a></p>"
    let unused = outcome.unused.map { file -> Markup in "<li>\(file.file): \(file.reason)</li>" }
    let unusedList: Markup = """
      <h2>Files that were not used</h2>
      <ul>\(unused.joined())</ul>
      """
    if let one = outcome.recordings.first, outcome.recordings.count == 1, let added = one.added {
      let notes = one.notes.map { note -> Markup in "<p>\(note) \(keptLink)</p>" }
      return """
        <p role="status">\(UploadStatus.words(added)) \
        <a href="\(PageLink.session(added.session, of: added.subject))">Open the session</a></p>
        \(notes.joined())
        \(if: !unused.isEmpty, unusedList)
        \(again)
        """
    }
    let table = PageTable(
      .label("Outcome of each recording"),
      heads: [.head("Recording"), .head("Outcome"), .head("Session")],
      rows: outcome.recordings.map(row))
    return """
      <p role="status">\(UploadStatus(state, id: id).message)</p>
      \(table.markup)
      \(if: !unused.isEmpty, unusedList)
      \(again)
      """
  }

  private var keptLink: Markup { "<a href=\"\(PageLink(.keptColumns))\">See or forget what is kept</a>" }

  private func row(_ recording: UploadOutcome.Recording) -> Markup {
    let notes = recording.notes.map { note -> Markup in "<br>\(note) \(keptLink)" }.joined("")
    switch recording.result {
    case .added(let added):
      let link: Markup = """
        <a href="\(PageLink.session(added.session, of: added.subject))">\(added.subject), \(added.session)</a>
        """
      return .row(
        "\(recording.name)", ["<td class=\"note\">\(UploadStatus.words(added))\(notes)</td>", .cell(link)])
    case .refused(let words):
      return .row("\(recording.name)", ["<td class=\"note\">Not added: \(words)</td>", .cell(.dash)])
    }
  }
}
