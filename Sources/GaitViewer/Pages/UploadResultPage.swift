import GaitPages
import PageLanguage

/// What became of an upload, or how far it is.
struct UploadResultPage {
  var id: String
  var state: UploadDesk.State
  var language: Language = .english

  /// Seconds after which a browser without the script asks again.
  private static let refresh = 2

  func html() -> Markup {
    var (title, head, content) = (language("Added recordings"), Markup.nothing, Markup.nothing)
    switch state {
    case .done(let outcome): content = done(outcome)
    case .failed(let words):
      title = language("Nothing was added")
      let lines = UploadStatus.lines(words, in: language).map { line -> Markup in "<p>\(line)</p>" }
      content = """
        <div class="problem" role="alert">\(lines.joined())</div>
        <p><a href="\(PageLink(.upload))">\(language("Try again"))</a></p>
        """
    case .receiving, .waiting, .analyzing, .asking:
      title = language("Analyzing")
      let status = UploadStatus(state, id: id, in: language)
      head = "<noscript><meta http-equiv=\"refresh\" content=\"\(Self.refresh)\"></noscript>"
      content = """
        <p role="status" aria-live="polite" data-status="\(PageLink.upload(.uploadStatus, id))">\(status.message)</p>
        """
    }
    return PageFrame(
      title: title,
      trail: [
        (language("People"), PageLink(.people)), (language("Add recordings"), PageLink(.upload)), (title, nil),
      ],
      body: "<h1>\(title)</h1>\(content)", head: head, language: language
    ).html()
  }

  private func done(_ outcome: UploadOutcome) -> Markup {
    let remarks = outcome.remarks.map { remark -> Markup in "<p>\(language.text(remark))</p>" }.joined()
    let again: Markup = "\(remarks)<p><a href=\"\(PageLink(.upload))\">\(language("Add another recording"))</a></p>"
    let unused = outcome.unused.map { file -> Markup in "<li>\(file.file): \(language.text(file.reason))</li>" }
    let unusedList: Markup = """
      <h2>\(language("Files that were not used"))</h2>
      <ul>\(unused.joined())</ul>
      """
    if let one = outcome.recordings.first, outcome.recordings.count == 1, let added = one.added {
      let notes = one.notes.map { note -> Markup in "<p>\(language.text(note)) \(keptLink)</p>" }
      return """
        <p role="status">\(UploadStatus.words(added, in: language)) \
        <a href="\(PageLink.session(added.session, of: added.subject))">\(language("Open the session"))</a></p>
        \(notes.joined())
        \(if: !unused.isEmpty, unusedList)
        \(again)
        """
    }
    let table = PageTable(
      .label(language("Outcome of each recording")),
      heads: [.head(language("Recording")), .head(language("Outcome")), .head(language("Session"))],
      rows: outcome.recordings.map(row))
    return """
      <p role="status">\(UploadStatus(state, id: id, in: language).message)</p>
      \(table.markup)
      \(if: !unused.isEmpty, unusedList)
      \(again)
      """
  }

  private var keptLink: Markup { "<a href=\"\(PageLink(.keptColumns))\">\(language("See or forget what is kept"))</a>" }

  private func row(_ recording: UploadOutcome.Recording) -> Markup {
    let notes = recording.notes.map { note -> Markup in "<br>\(language.text(note)) \(keptLink)" }.joined("")
    switch recording.result {
    case .added(let added):
      let link: Markup = """
        <a href="\(PageLink.session(added.session, of: added.subject))">\(added.subject), \(added.session)</a>
        """
      return .row(
        "\(recording.name)",
        ["<td class=\"note\">\(UploadStatus.words(added, in: language))\(notes)</td>", .cell(link)])
    case .refused(let words):
      return .row(
        "\(recording.name)",
        ["<td class=\"note\">\(language("Not added: \(language.text(words))"))</td>", .cell(.dash)])
    }
  }
}
