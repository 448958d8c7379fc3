import GaitPages

/// The addresses of the viewer's pages. Names of people and sessions stand in the query only, so that no name can be
/// taken for a path.
struct PageLink: Sendable, Equatable, CustomStringConvertible {
  private let path: String
  private var parameters: [(name: String, value: String)] = []

  init(_ path: Path, _ parameters: [(String, String?)] = []) {
    self.path = path.rawValue
    self.parameters = parameters.compactMap { name, value in value.map { (name, $0) } }
  }

  /// A page of the viewer as its address names it: `/person?id=S01`; `nil` for what is not a page.
  init?(address: String) {
    let path = address.prefix { $0 != "?" }
    guard let path = Path(rawValue: String(path)), !path.changes else { return nil }
    let query = QueryParameters(String(address.dropFirst(path.rawValue.count).dropFirst()))
    self.init(path, query.all.map { ($0.name, $0.value) })
  }

  static func == (a: PageLink, b: PageLink) -> Bool { a.description == b.description }

  /// Everything that can be asked for.
  enum Path: String, CaseIterable, Sendable {
    case people = "/"
    case person = "/person"
    case session = "/session"
    case replay = "/session/replay.json"
    case compare = "/compare"
    case upload = "/upload"
    case uploadBegin = "/upload/begin"
    case uploadFile = "/upload/file"
    case uploadStart = "/upload/start"
    case uploadStatus = "/upload/status"
    case uploadColumns = "/upload/columns"
    case uploadAnswer = "/upload/answer"
    case uploadResult = "/upload/result"
    case keptColumns = "/columns"
    case forgetColumns = "/columns/forget"
    case editPerson = "/person/edit"
    case correctPerson = "/person/correct"
    case editPlan = "/person/plan"
    case correctPlan = "/person/plan/correct"
    case editSession = "/session/edit"
    case correctSession = "/session/correct"
    case moveRecording = "/recording/move"
    case changes = "/changes"
    case undo = "/changes/undo"
    case units = "/units"
    case chooseUnits = "/units/choose"
    case removed = "/removed"
    case remove = "/remove"
    case restore = "/restore"
    case erase = "/erase"
    case exportStrides = "/export/strides.csv"
    case exportSessions = "/export/sessions.csv"
    case exportTrends = "/export/trends.csv"
    case exportJSON = "/export/person.json"
    case exportReport = "/export/report.html"
    case style = "/assets/viewer.css"
    case script = "/assets/viewer.js"
    case icon = "/assets/icon.svg"

    /// Whether it changes something and so must be a POST.
    var changes: Bool {
      switch self {
      case .uploadBegin, .uploadFile, .uploadStart, .uploadAnswer, .forgetColumns, .correctPerson, .correctSession,
        .correctPlan, .moveRecording, .undo, .chooseUnits, .remove, .restore, .erase:
        true
      default: false
      }
    }
  }

  static func person(_ name: String) -> PageLink { PageLink(.person, [("id", name)]) }

  static func session(_ session: String, of person: String) -> PageLink {
    PageLink(.session, [("person", person), ("session", session)])
  }

  static func upload(_ path: Path, _ id: String) -> PageLink { PageLink(path, [("id", id)]) }

  func with(_ name: String, _ value: String?) -> PageLink {
    var link = self
    link.parameters.removeAll { $0.name == name }
    if let value { link.parameters.append((name, value)) }
    return link
  }

  var description: String {
    guard !parameters.isEmpty else { return path }
    let query = parameters.map { "\(QueryParameters.encoded($0.name))=\(QueryParameters.encoded($0.value))" }
    return "\(path)?\(query.joined(separator: "&"))"
  }
}

extension Markup.Interpolation {
  mutating func appendInterpolation(_ link: PageLink) { appendInterpolation(link.description) }
}
