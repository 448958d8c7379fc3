import GaitMeasures
import GaitReport
import OutputFiles
import PageLanguage

/// The report on analyzed recordings, as one HTML file.
public struct ReportFile: Sendable {
  /// More people than this make a file that no browser likes to open; then it must be asked for one by one.
  public static let mostPeople = 50

  public var path: String
  /// Whether a file that is no report is replaced.
  public var overwrite: Bool

  public init(path: String, overwrite: Bool = false) {
    self.path = path
    self.overwrite = overwrite
  }

  /// Every report of every version and language holds it.
  private static let mark = "RetroGait is research software, not a medical device."

  private var file: OutputFile { OutputFile(path: path, mark: .within(Self.mark), overwrite: overwrite) }

  /// Sees that the report may be written there.
  ///
  /// - Throws: `ReportError` if there is a file that is no report.
  public func check() throws(ReportError) {
    do throws(OutputError) { try file.check() } catch { throw .notWritable(path: path, reason: error.reason) }
  }

  /// Writes the report of `recordings`.
  ///
  /// - Parameters:
  ///   - recordings: What was found in them.
  ///   - subject: Only this person's recordings, or `nil` for all.
  ///   - audience: Whom the report is for.
  ///   - language: The language of the report, with the units of speeds and lengths.
  /// - Throws: `ReportError` if there is nothing to report, if it is of too many people, or if it cannot be written.
  public func write(
    _ recordings: [AnalyzedRecording], subject: String? = nil, audience: ReportAudience = .specialist,
    language: Language = .english
  ) throws(ReportError) {
    let chosen = recordings.filter { subject == nil || $0.summary.subject == subject }
    guard !chosen.isEmpty else { throw .nothingToReport(subject: subject) }
    try write(PersonReport.people(of: chosen), audience: audience, language: language)
  }

  /// Writes the report of `people`.
  ///
  /// - Throws: `ReportError` if there is nothing to report, if it is of too many people, or if it cannot be written.
  public func write(
    _ people: [PersonReport], audience: ReportAudience = .specialist, language: Language = .english
  ) throws(ReportError) {
    guard !people.isEmpty else { throw .nothingToReport(subject: nil) }
    guard people.count <= Self.mostPeople else { throw .tooManyPeople(people.count) }
    try write(GaitReport.withMethods(people: people, audience: audience, language: language).html())
  }

  /// Writes `html` as the report's file, whole or not at all.
  ///
  /// - Throws: `ReportError` if it cannot be written.
  public func write(_ html: String) throws(ReportError) {
    do throws(OutputError) {
      try file.write(Array(html.utf8))
    } catch {
      throw .notWritable(path: path, reason: error.reason)
    }
  }
}

/// Why a report could not be made.
public enum ReportError: Error, Sendable, CustomStringConvertible {
  /// A file of an analyzed recording is not what this program writes.
  case unreadable(path: String, reason: String)
  /// A file or folder of an analyzed recording may not be read.
  case closed(path: String)
  /// There is no folder at the path, or none that can be read.
  case noFolder(path: String)
  case notWritable(path: String, reason: String)
  case nothingToReport(subject: String?)
  case tooManyPeople(Int)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path): found \(reason); expected what 'retrogait analyze' writes; analyze the recording again with --force"
    case .closed(let path):
      "\(path): found that it may not be read; expected a readable one; check its permissions"
    case .noFolder(let path):
      "\(path): found no folder that can be read; expected the one that 'retrogait analyze' wrote to; check the path"
    case .nothingToReport(let subject):
      "report: found no analyzed recording\(subject.map { " of subject '\($0)'" } ?? ""); expected one that "
        + "'retrogait analyze' has written; name its folder" + (subject == nil ? "" : " and check --subject")
    case .tooManyPeople(let count):
      "report: found recordings of \(count) people; expected at most \(ReportFile.mostPeople); "
        + "write a report of one person with 'retrogait report --subject'"
    case .notWritable(let path, let reason):
      "\(path): cannot be written (\(reason)); check that the folder exists, is yours and has space"
    }
  }
}
