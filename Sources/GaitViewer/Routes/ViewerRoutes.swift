import Foundation
import GaitHistory
import GaitMeasures
import GaitModel
import GaitPages
import GaitReport
import PageLanguage
import RetroGait

/// Answers every request: first whether it may be answered, then by which page.
struct ViewerRoutes: Sendable {
  let store: HistoryStore
  let requestGuard: RequestGuard
  let uploads: UploadDesk
  private let rendered = RenderedPages()

  init(store: HistoryStore, requestGuard: RequestGuard, uploads: UploadDesk) {
    (self.store, self.requestGuard, self.uploads) = (store, requestGuard, uploads)
  }

  func handleRequest(_ request: ViewerRequest) async -> ViewerResponse {
    var response = SecurityHeaders.add(to: await answer(request))
    response.headers[.contentLength] = String(response.body.count)
    if request.method == .head { response.body = Data() }
    return response
  }

  private func answer(_ request: ViewerRequest) async -> ViewerResponse {
    let language = LanguageCookie.language(of: request)
    if let admission = requestGuard.admission(of: request) { return admission }
    let path = PageLink.Path(rawValue: request.path)
    let query = QueryParameters(request.query)
    let file = path == .uploadFile ? UploadedFile(name: query["name"], placement: query["placement"]) : nil
    if let refusal = requestGuard.refusal(of: request, bodyLimit: file?.longest ?? RequestGuard.longestForm) {
      return PageResponse.refusal(refusal, in: language)
    }
    let form = path == .uploadFile ? QueryParameters("") : await Self.form(request)
    if let refusal = requestGuard.tokenRefusal(of: request, form: form) {
      return PageResponse.refusal(refusal, in: language)
    }
    guard let path else {
      return PageResponse.message(
        language("Not found"), language("There is no page at this address."), status: .notFound, in: language)
    }
    guard path.changes == (request.method == .post) else {
      return Self.otherMethod(language)
    }
    let uploadRoutes = UploadRoutes(
      uploads: uploads, formToken: requestGuard.formToken.text, language: language)
    let correctionRoutes = CorrectionRoutes(
      store: store, formToken: requestGuard.formToken.text, language: language)
    do throws(HistoryError) {
      switch path {
      case .forgetColumns:
        if let id = form["id"].flatMap({ Int64($0) }) { try store.forgetLayout(id) }
        return PageResponse.redirect(to: PageLink(.keptColumns))
      case .chooseUnits:
        var answer = PageResponse.redirect(
          to: form["origin"].flatMap { PageLink(address: $0) } ?? PageLink(.units))
        answer.headers[.setCookie] = LanguageCookie.header(LanguageCookie.language(form))
        return answer
      case .uploadAnswer: return await uploadRoutes.columnsAnswer(query, form)
      case .uploadBegin, .uploadFile, .uploadStart:
        return await uploadRoutes.answer(path, request, query, form: form, file: file)
      case .uploadColumns, .uploadResult: return await uploadRoutes.page(path, query)
      case .editPerson, .editSession, .editPlan, .changes, .removed: return try correctionRoutes.page(path, query)
      case .correctPerson, .correctSession, .correctPlan, .moveRecording, .undo, .remove, .restore, .erase:
        return try correctionRoutes.change(path, form)
      case .people, .person, .session, .compare:
        return try await rendered.page(of: request, language: language, in: store) {
          () async throws(HistoryError) in
          try await page(path, query, language)
        }
      case .units:
        let page = LanguagePage(
          language: language, formToken: requestGuard.formToken.text, origin: LanguagePage.origin(of: request))
        return PageResponse.page(page.html())
      default: return try await page(path, query, language)
      }
    } catch {
      return Self.failure(error, in: language)
    }
  }

  private func page(
    _ path: PageLink.Path, _ query: QueryParameters, _ language: Language
  ) async throws(HistoryError) -> ViewerResponse {
    switch path {
    case .people: return PageResponse.page(try people(query, language))
    case .person:
      let course = try store.course(of: query["id"] ?? "")
      let chosen = query.number("conditions").flatMap { PersonPage.conditions(of: course).dropFirst($0 - 1).first }
      let recordings = try store.analyzedRecordings(of: course.person.name)
      let page = PersonPage(course: course, recordings: recordings, chosen: chosen, language: language)
      return PageResponse.page(page.html())
    case .session:
      var page = try session(query)
      page.language = language
      // Where a stride is chosen, its own replay stands in place of links.
      let chosen = page.choice.stride == nil ? nil : SessionPage.shown(of: page.recordings, page.choice).index
      for (k, recording) in page.recordings.enumerated() {
        page.replayed.append(k == chosen ? [] : try store.replayable(in: recording))
      }
      return PageResponse.page(page.html())
    case .replay: return PageResponse.json(ReplayData(try session(query).replay))
    case .compare: return PageResponse.page(try comparison(query, language))
    case .upload:
      let kept = try store.keptLayouts().count
      let people = try store.latestSubjects(limit: CorrectionRoutes.proposedPeople)
      let page = UploadPage(
        formToken: requestGuard.formToken.text, keptLayouts: kept, people: people, language: language)
      return PageResponse.page(page.html())
    case .keptColumns:
      let page = KeptColumnsPage(
        layouts: try store.keptLayouts(), formToken: requestGuard.formToken.text, language: language)
      return PageResponse.page(page.html())
    case .uploadStatus:
      return PageResponse.json(
        UploadStatus(await uploads.state(of: query["id"] ?? ""), id: query["id"] ?? "", in: language))
    case .exportStrides, .exportSessions, .exportTrends, .exportJSON, .exportReport:
      return try export(path, query, language)
    case .style: return PageResponse.content(ViewerAssets.style, type: "text/css; charset=utf-8")
    case .script: return PageResponse.content(ViewerAssets.script, type: "text/javascript; charset=utf-8")
    case .icon: return PageResponse.content(ViewerAssets.icon, type: "image/svg+xml")
    case .uploadBegin, .uploadFile, .uploadStart, .uploadColumns, .uploadAnswer, .uploadResult, .forgetColumns,
      .editPerson, .editSession, .editPlan, .changes, .removed, .units, .correctPerson, .correctSession, .correctPlan,
      .moveRecording, .undo, .chooseUnits, .remove, .restore, .erase:
      return Self.otherMethod(language)
    }
  }

  /// The fields of a form that is sent; its length was checked before.
  private static func form(_ request: ViewerRequest) async -> QueryParameters {
    guard request.method == .post, let body = try? await request.body.whole() else { return QueryParameters("") }
    return QueryParameters(String(decoding: body, as: UTF8.self))
  }

  private func people(_ query: QueryParameters, _ language: Language) throws(HistoryError) -> Markup {
    var people = PeopleQuery(
      text: query.text("q"), group: query.text("group"),
      order: query["order"].flatMap(PeopleQuery.Order.init) ?? .name, limit: PeoplePage.linesPerPage,
      offset: ((query.number("page") ?? 1) - 1) * PeoplePage.linesPerPage)
    if people.order == .change || people.order == .look { try store.refreshStatuses() }
    var list = try store.people(people)
    if list.lines.isEmpty, list.total > 0 {
      // Beyond the last page is the last page.
      people.offset = (list.total - 1) / PeoplePage.linesPerPage * PeoplePage.linesPerPage
      list = try store.people(people)
    }
    return PeoplePage(
      list: list, groups: try store.groups(), query: people, removals: try store.removals().count, language: language
    ).html()
  }

  private func session(_ query: QueryParameters) throws(HistoryError) -> SessionPage {
    let (person, name) = (query["person"] ?? "", query["session"] ?? "")
    let (session, recordings) = try store.session(name, of: person)
    guard !recordings.isEmpty else { throw .unknown(name, of: "session", known: []) }
    let choice = SessionPage.Choice(query)
    let (index, stride) = SessionPage.shown(of: recordings, choice)
    var page = SessionPage(person: person, session: session, recordings: recordings, choice: choice)
    if let stride {
      page.drawn = try store.curves(of: stride.foot, stride.number, in: recordings[index])
      if page.drawn == nil { page.hasOtherCurves = try store.hasCurves(recordings[index]) }
      page.replay = try store.replay(around: stride, of: recordings[index])
    }
    return page
  }

  private func comparison(_ query: QueryParameters, _ language: Language) throws(HistoryError) -> Markup {
    let course = try store.course(of: query["person"] ?? "")
    let sessions = course.sessions
    let chosen = [query.text("a") ?? course.earliestCompared?.name ?? "", query.text("b") ?? sessions.last?.name ?? ""]
    var found: [PersonCourse.Session] = []
    for name in chosen {
      guard let session = sessions.first(where: { $0.name == name }) else {
        throw .unknown(name, of: "session", known: sessions.map(\.name))
      }
      found.append(session)
    }
    return ComparisonPage(course: course, a: found[0], b: found[1], language: language).html()
  }

  private func export(
    _ path: PageLink.Path, _ query: QueryParameters, _ language: Language
  ) throws(HistoryError) -> ViewerResponse {
    let person = query["person"] ?? ""
    func table(_ level: TableLevel) throws(HistoryError) -> ViewerResponse {
      try TableDownload(store: store, level: level, language: language).response(
        of: person, session: query.text("session"))
    }
    let recordings = { () throws(HistoryError) in try store.analyzedRecordings(of: person) }
    switch path {
    case .exportStrides: return try table(.stride)
    case .exportSessions: return try table(.session)
    case .exportTrends: return try table(.measure)
    case .exportReport:
      let report = PersonReport(course: try store.course(of: person), recordings: try recordings())
      let audience = query.text("for").flatMap(ReportAudience.init) ?? .specialist
      let html = GaitReport.withMethods(people: [report], audience: audience, language: language).html()
      let name = audience == .specialist ? "report.html" : "report-\(audience.rawValue).html"
      return PageResponse.file(Data(html.utf8), type: "text/html; charset=utf-8", name: name)
    default:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let document = try store.document(of: person)
      guard let json = try? encoder.encode(document) else {
        return PageResponse.message(
          language("Not exported"),
          language("The results could not be encoded; this is a defect, please report it."),
          status: .internalServerError, in: language)
      }
      return PageResponse.file(json, type: "application/json", name: "person.json")
    }
  }

  private static func otherMethod(_ language: Language) -> ViewerResponse {
    PageResponse.message(
      language("Refused"), language("This address takes another method."), status: .methodNotAllowed, in: language)
  }

  private static func failure(_ error: HistoryError, in language: Language) -> ViewerResponse {
    let (title, status): (String, ViewerResponse.Status) =
      switch error {
      case .unknown: (language("Not found"), .notFound)
      case .changedMeanwhile: (language("Not written"), .conflict)
      case .nameTaken, .outOfRange, .unusableName, .sameWalk, .ofRemoved, .partOfAnalysis:
        (language("Not written"), .badRequest)
      case .busy: (language("Busy"), .serviceUnavailable)
      default: (language("The store cannot be read"), .internalServerError)
      }
    return PageResponse.message(title, language.text(error.description), status: status, in: language)
  }
}
