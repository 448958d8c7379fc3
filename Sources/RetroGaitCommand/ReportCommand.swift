import ArgumentParser
import PageLanguage
import RetroGait

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report from recordings that were analyzed before.",
    usage: """
      retrogait report <dir> ... --output <file> [--subject <id>]
      retrogait report --store <file> --subject <id> --output <file>
        [--session <name>] [--compare <name> <name>] [--order date|name]
        [--for specialist|file|patient] [--language en|de]
        [--speed-unit m/s|km/h] [--length-unit m|cm]
      retrogait report --store <file> --group <name> --output <file>
      """,
    discussion: """
      The report is one HTML file. It opens in any browser, prints on A4 and needs
      no other files. It compares backward with forward walking in all sessions, and
      shows what can be concluded about change. With '--for file' it is one page for
      the patient's file. With '--for patient' it is one page in plain words for the
      person who walked. With '--language de' it is in German, with German dates and
      decimal commas. Names, the text on methods for copying, and all other files are
      not translated.

      EXAMPLES
        retrogait report results --subject S01 --output S01.html
        retrogait report --store clinic.sqlite --subject S01 --output S01.html
        retrogait report results --subject S01 --for patient --output S01.html
      """)

  @Argument(help: ArgumentHelp("Folders that 'analyze' wrote.", valueName: "dir"))
  var folders: [String] = []

  @Option(help: ArgumentHelp("The report's file.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("Only this person.", valueName: "id"))
  var subject: String?

  @Option(help: ArgumentHelp("A store of 'history' instead of folders.", valueName: "file"))
  var store: String?

  @Option(help: ArgumentHelp("Only this session of the person.", valueName: "name"))
  var session: String?

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Two sessions of the person, side by side.", valueName: "name"))
  var compare: [String] = []

  @Option(help: ArgumentHelp("The people of this diagnosis group.", valueName: "name"))
  var group: String?

  @Flag(help: "Replace a file that is not a report.")
  var overwrite = false

  @Option(help: "Order of sessions: by date, or by name where they have none.")
  var order: ComparableSessions.Ordering = .date

  @Option(name: .customLong("for"), help: "Whom it is for: a specialist, the patient's file, or the patient.")
  var audience: ReportAudience = .specialist

  @Option(help: "Language of the report.")
  var language: Language = .english

  @Option(help: "The unit of speeds. Files for other programs keep m/s.")
  var speedUnit: PageUnits.Speed = .metersPerSecond

  @Option(help: "The unit of the lengths of strides.")
  var lengthUnit: PageUnits.Length = .meters

  /// The language of the report, with its units.
  private var shown: Language { language.with(PageUnits(speed: speedUnit, length: lengthUnit)) }

  func validate() throws {
    guard folders.isEmpty != (store == nil) else {
      throw ValidationError("Name either folders that 'analyze' wrote or a --store.")
    }
    if store == nil, session != nil || group != nil || !compare.isEmpty {
      throw ValidationError("--session, --compare and --group need a --store.")
    }
    if store != nil, (subject == nil) == (group == nil) {
      throw ValidationError("With --store, name either a --subject or a --group.")
    }
    if group != nil, session != nil || !compare.isEmpty {
      throw ValidationError("--session and --compare are of a --subject, not of a --group.")
    }
    guard compare.isEmpty || compare.count == 2 else {
      throw ValidationError("--compare takes two sessions, not \(compare.count).")
    }
    guard audience == .specialist || group == nil && compare.isEmpty else {
      throw ValidationError("--for is of one person's course, not of --group or --compare.")
    }
    guard session == nil || compare.isEmpty else {
      throw ValidationError("--session and --compare exclude each other.")
    }
  }

  func run() throws {
    let console = Console(isQuiet: false)
    var people: [PersonReport] = []
    var comparison: PeopleComparison?
    if let store {
      try catchingHistoryErrors { () throws(HistoryError) in
        let history = try HistoryStore(path: store, access: .reading)
        people = try self.people(in: history)
        if let group { comparison = try history.comparison(ofGroup: group) }
      }
    }
    do throws(ReportError) {
      let file = ReportFile(path: output, overwrite: overwrite)
      if store == nil {
        var recordings: [AnalyzedRecording] = []
        for folder in folders { recordings += try AnalyzedFolder(path: folder).recordings() }
        try file.write(recordings, subject: subject, audience: audience, language: shown)
      } else if let comparison {
        try file.write(GroupReport(comparison: comparison, people: people, language: shown).html())
      } else if compare.count == 2, let person = people.first {
        let pair = SessionPairReport(person: person, first: compare[0], second: compare[1], language: shown)
        try file.write(pair.html())
      } else {
        try file.write(people, audience: audience, language: shown)
      }
    } catch {
      console.error(error.description)
      throw error.exitCode
    }
    console.result(exactly: output)
  }

  /// The people that the report is of, with the sessions that are wanted.
  private func people(in store: HistoryStore) throws(HistoryError) -> [PersonReport] {
    let names: [String]
    if let group { names = try store.subjects(inGroup: group) } else { names = subject.map { [$0] } ?? [] }
    var people: [PersonReport] = []
    for name in names {
      var course = try store.course(of: name)
      for wanted in [session].compactMap({ $0 }) + compare where !course.sessions.contains(where: { $0.name == wanted })
      {
        throw .unknown(wanted, of: "session", known: course.sessions.map(\.name))
      }
      if let session { course.sessions = course.sessions.filter { $0.name == session } }
      // The strides of a whole group are not shown one by one.
      let recordings = group == nil ? try store.analyzedRecordings(of: name, session: session) : []
      people.append(PersonReport(course: course, recordings: recordings, ordering: order))
    }
    return people
  }
}

extension ReportAudience: ExpressibleByArgument {}
extension PageUnits.Speed: ExpressibleByArgument {}
extension PageUnits.Length: ExpressibleByArgument {}

/// `en`, `de`: what the `lang` of the page is.
extension Language: ExpressibleByArgument {
  public init?(argument: String) {
    guard let language = Language.all.first(where: { $0.code == argument }) else { return nil }
    self = language
  }

  public var defaultValueDescription: String { code }
  public static var allValueStrings: [String] { all.map(\.code) }
}

extension ReportError {
  var exitCode: ExitCode {
    switch self {
    case .unreadable, .nothingToReport, .tooManyPeople: .unusableInput
    case .closed, .noFolder, .notWritable: .inputOutput
    }
  }
}
