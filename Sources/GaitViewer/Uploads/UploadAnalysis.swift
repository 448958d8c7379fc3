import Foundation
import GaitHistory
import GaitMeasures
import RetroGait

/// What the user says about an uploaded recording; what its own `recording.json` says comes first, except for the
/// person.
struct UploadDetails: Sendable {
  var subject: String?
  var session: String?
  /// `2026-10-16`.
  var day: String?
  /// Name of the recording in the store.
  var name: String?
}

/// Analyzes an uploaded recording and adds it to the store.
struct UploadAnalysis: Sendable {
  let store: HistoryStore
  /// The upload's own folder.
  let folder: String

  enum Failure: Error {
    case inWords(String)
  }

  /// - Parameters:
  ///   - input: Folder or file of the recording.
  ///   - now: The present time as ISO 8601 text.
  ///   - progressed: Called with the share of the samples that is analyzed, as far as it is known before the end.
  /// - Throws: `Failure` with words for the user.
  func callAsFunction(
    _ input: String, details: UploadDetails, now: String, progressed: @escaping @Sendable (Double) -> Void = { _ in }
  ) async throws(Failure) -> AddedRecording {
    var analyzed = try analyze(input, progressed: progressed)
    if let session = details.session, analyzed.summary.session == nil { analyzed.summary.session = session }
    if let day = details.day, analyzed.summary.startedAt == nil {
      guard CalendarDay(day) != nil else {
        throw .inWords("The day reads '\(day)'; expected one such as 2026-10-16.")
      }
      analyzed.summary.startedAt = day
    }
    analyzed.summary.recording = Self.name(analyzed.summary, details)
    do throws(HistoryError) {
      return try store.add(analyzed, subject: details.subject, at: now)
    } catch {
      switch error {
      case .noSubject: throw .inWords("Nobody is named: write the person's name, or give it in recording.json.")
      default: throw .inWords(error.description)
      }
    }
  }

  private func analyze(
    _ input: String, progressed: @escaping @Sendable (Double) -> Void
  ) throws(Failure) -> AnalyzedRecording {
    do throws(BatchError) {
      if let analyzed = try RecordingAnalysis()(input, progressed: progressed) { return analyzed }
    } catch {
      throw .inWords(words(error.description))
    }
    throw .inWords("The analysis was stopped before it was finished.")
  }

  /// A message without the places on this machine, which mean nothing to the user.
  private func words(_ message: String) -> String {
    message.replacing("\(folder)/recording/", with: "").replacing("\(folder)/recording", with: "upload")
      .replacing("\(folder)/", with: "")
  }

  private static func name(_ summary: SummaryDocument, _ details: UploadDetails) -> String {
    if let name = details.name { return name }
    let parts = [
      details.subject ?? summary.subject, summary.session ?? summary.startedAt.map { String($0.prefix(10)) },
    ]
    let known = parts.compactMap { $0 }
    return known.isEmpty ? "upload" : known.joined(separator: "_")
  }
}
