import GaitIngest
import GaitModel
import PageLanguage

/// The requests by which recordings are uploaded: begin, a file each, start; and, where columns are not known, an answer.
struct UploadRoutes {
  let uploads: UploadDesk
  let formToken: String
  let language: Language

  private struct Begun: Encodable {
    var id: String
  }

  private struct Refused: Encodable {
    var message: String
  }

  /// Answers the page's script.
  func answer(
    _ path: PageLink.Path, _ request: ViewerRequest, _ query: QueryParameters, form: QueryParameters,
    file: UploadedFile?
  ) async -> ViewerResponse {
    let id = query["id"] ?? ""
    do throws(UploadDesk.Refusal) {
      switch path {
      case .uploadBegin: return PageResponse.json(Begun(id: try await uploads.begin()))
      case .uploadFile:
        guard let file else {
          return PageResponse.json(
            Refused(message: language("The name of a file cannot be used, or its sensor's place is not known.")),
            status: .badRequest)
        }
        try await uploads.receive(file, of: id, body: request.body)
      default: try await uploads.start(id, details: Self.details(form))
      }
      return PageResponse.json(UploadStatus(await uploads.state(of: id), id: id, in: language))
    } catch {
      return PageResponse.json(Refused(message: words(error)), status: .conflict)
    }
  }

  /// The page that asks what columns hold, or the one that shows what became of an upload.
  func page(_ path: PageLink.Path, _ query: QueryParameters) async -> ViewerResponse {
    let id = query["id"] ?? ""
    guard let state = await uploads.state(of: id) else {
      return PageResponse.message(
        language("No such upload"), words(.unknownUpload), status: .notFound, in: language)
    }
    switch (path, state) {
    case (.uploadColumns, .asking(let questions)):
      return columnsPage(questions[0], id, await uploads.details(of: id) ?? UploadDetails())
    case (.uploadColumns, _): return PageResponse.redirect(to: .upload(.uploadResult, id))
    case (_, .asking): return PageResponse.redirect(to: .upload(.uploadColumns, id))
    default: return PageResponse.page(UploadResultPage(id: id, state: state, language: language).html())
    }
  }

  private func columnsPage(_ question: ColumnQuestion, _ id: String, _ details: UploadDetails) -> ViewerResponse {
    let preview = question.tables[0].preview
    var page = ColumnsPage(
      id: id, question: question, form: ColumnsForm(mapping: preview.proposal), details: details, formToken: formToken,
      language: language)
    // A table that is read otherwise has names that other tables may have with right.
    page.isKept = question.problem == nil || preview.isDeclared
    return PageResponse.page(page.html())
  }

  /// Takes what the user says of columns.
  func columnsAnswer(_ query: QueryParameters, _ form: QueryParameters) async -> ViewerResponse {
    let id = query["id"] ?? ""
    guard let state = await uploads.state(of: id) else {
      return PageResponse.message(
        language("No such upload"), words(.unknownUpload), status: .notFound, in: language)
    }
    // A form that was sent twice, or from a page that is older than the last answer.
    guard case .asking(let questions) = state, let asked = UploadedFile(name: form["table"]),
      let question = questions.first(where: { $0.tables.contains { $0.file == asked } })
    else { return PageResponse.redirect(to: .upload(.uploadResult, id)) }
    let details = Self.details(form)
    let columns = ColumnsForm(form)
    var page = ColumnsPage(
      id: id, question: question, form: columns, details: details, formToken: formToken, language: language)
    page.isKept = form["keep"] != nil
    for (k, file) in question.files.enumerated() { page.places[file.file] = form.text("file_place_\(k)") }
    do throws(UploadDesk.Refusal) {
      switch form["do"] {
      case "cancel":
        try await uploads.cancel(id)
        return PageResponse.redirect(to: PageLink(.upload))
      case "leave": try await uploads.answer(id, about: asked, .init(details: details))
      default:
        let isNamed = if details.subject == nil { await uploads.mayNamePerson(id) } else { true }
        let (mapping, placements) = try self.columns(columns, page.places, question, isNamed: isNamed)
        try await uploads.answer(
          id, about: asked,
          .init(mapping: mapping, isKept: page.isKept, placements: placements, details: details))
      }
      return PageResponse.redirect(to: .upload(.uploadResult, id))
    } catch {
      page.problems = if case .unclear(let sentences) = error { sentences } else { [words(error)] }
      return PageResponse.page(page.html(), status: .badRequest)
    }
  }

  /// What the columns hold, and where the sensors were worn whose files do not say it.
  private func columns(
    _ form: ColumnsForm, _ chosen: [UploadedFile: String], _ question: ColumnQuestion, isNamed: Bool
  ) throws(UploadDesk.Refusal) -> (ColumnMapping, [UploadedFile: Placement]) {
    var faults: [String] = []
    var mapping: ColumnMapping?
    do throws(ColumnsForm.Fault) { mapping = try form.mapping(in: language) } catch { faults = error.sentences }
    var placements: [UploadedFile: Placement] = [:]
    // A table with several sensors has their places in its mapping.
    for file in question.files where !form.saysPlacements {
      if let placement = chosen[file.file].flatMap(Placement.init) {
        placements[file.file] = placement
      } else if file.placement == nil {
        faults.append(language("Choose where the sensor of \(file.shown) was worn."))
      }
    }
    if !isNamed { faults.append(language("Write the person's name.")) }
    guard let mapping, faults.isEmpty else { throw .unclear(faults) }
    return (mapping, placements)
  }

  private static func details(_ form: QueryParameters) -> UploadDetails {
    UploadDetails(
      subject: form.text("subject"), session: form.text("session"), day: form.text("day"), name: form.text("name"))
  }

  private func words(_ refusal: UploadDesk.Refusal) -> String {
    switch refusal {
    case .tooMany: language("There are \(UploadDesk.mostOpen) unfinished uploads. Wait for one to end.")
    case .unknownUpload:
      language("This upload does not exist. It may have been dropped after an hour. Begin again.")
    case .alreadyStarted: language("This upload is already being analyzed. Begin another one.")
    case .nothingToAnalyze: language("There is no file with samples among these. Add at least one.")
    case .twice(let path): language("Two files would be \(path); a recording has one of each sensor.")
    case .tooManyFiles:
      language("An upload may have \(UploadDesk.mostFiles) files. Add the recordings in several parts.")
    case .tooLarge:
      language("An upload may have \(UploadDesk.longestUpload / 1_000_000) MB. Add the recordings in several parts.")
    case .noSpace(let needed, let free):
      language(
        """
        The disk of temporary files has \(free / 1_000_000) MB left. This file needs \(needed / 1_000_000) MB. Make room, \
        or start the viewer with TMPDIR set to a folder on another disk.
        """)
    case .notAsking: language("This upload has no open question.")
    case .unclear(let sentences): sentences.joined(separator: " ")
    case .incomplete: language("A file did not arrive whole. Try again.")
    case .cannotWrite(let reason): language("The file cannot be kept: \(reason)")
    }
  }
}
