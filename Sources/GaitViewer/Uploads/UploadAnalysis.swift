import Foundation
import GaitHistory
import GaitIngest
import GaitMeasures
import RetroGait

/// What the user says about an upload; what its own `recording.json` says comes first, except for the person.
struct UploadDetails: Sendable {
  var subject: String?
  var session: String?
  /// `2026-10-16`.
  var day: String?
  /// Name of the recording in the store, where there is one only.
  var name: String?
}

/// Analyzes the recordings of an upload and adds them to the store, as `retrogait analyze` and `history add` do.
struct UploadAnalysis: Sendable {
  let store: HistoryStore
  /// The upload's own folder; its files lie in `recording`.
  let folder: String
  let details: UploadDetails
  /// What the user said of columns, by layout.
  let declared: [TableLayout: ColumnMapping]
  /// Layouts whose mapping is kept when their tables have been read.
  let toKeep: Set<TableLayout>
  /// Recordings that were added before, by path.
  let added: [String: AddedRecording]

  enum Result: Sendable {
    /// Tables whose columns are not known.
    case asks([ColumnQuestion], added: [String: AddedRecording])
    case done(UploadOutcome)
    /// Nothing was added, for the reason in these words.
    case failed(String)
  }

  struct Failure: Error {
    var words: String
  }

  /// How far the analysis is.
  struct Progress: Sendable, Equatable {
    /// The share of the samples of this recording that is analyzed, 0 to 1, where it is known.
    var share: Double?
    /// The recording that is analyzed, from 1.
    var recording = 1
    var count = 1
  }

  private var files: String { "\(folder)/recording" }

  /// What is analyzed: all files, or the only one, which may hold all sensors.
  private var input: String {
    let paths = Self.paths(below: files)
    return paths.count == 1 ? "\(files)/\(paths[0])" : files
  }

  /// - Parameters:
  ///   - now: The present time as ISO 8601 text.
  ///   - progressed: Called with how far it is.
  func callAsFunction(now: String, progressed: @escaping @Sendable (Progress) -> Void = { _ in }) async -> Result {
    do throws(Failure) {
      if let day = details.day, CalendarDay(day) == nil {
        throw Failure(words: "The day is '\(day)'; expected one such as 2026-10-16.")
      }
      let kept = try keptLayouts()
      var ingest = IngestOptions()
      for layout in kept {
        if let mapping = try? ColumnMapping(layout.mapping) {
          ingest.layouts[TableLayout(names: layout.names)] = mapping
        }
      }
      ingest.layouts.merge(declared) { _, own in own }
      let reader = RecordingReader(options: ingest)
      let questions = Self.questions(try undeclared(reader))
      guard questions.isEmpty else { return .asks(questions, added: added) }
      let found = RecordingFinder(options: ingest).find(at: [input])
      try checkPeople(found, reader)
      return analyze(found, ingest, kept: kept, now: now, progressed)
    } catch {
      return .failed(error.words)
    }
  }

  private func keptLayouts() throws(Failure) -> [KeptLayout] {
    do throws(HistoryError) { return try store.keptLayouts() } catch { throw Failure(words: error.description) }
  }

  // MARK: Columns that are not known

  /// The tables of the upload whose columns are not known.
  private func undeclared(_ reader: RecordingReader) throws(Failure) -> [ColumnQuestion.Table] {
    var tables: [ColumnQuestion.Table] = []
    for path in Self.paths(below: files) {
      // What cannot be read is told when its recording is.
      let found = (try? reader.undeclaredTables(inFileAt: "\(files)/\(path)")) ?? []
      tables += found.compactMap { table($0, path) }
    }
    return tables
  }

  private func table(_ preview: TablePreview, _ path: String) -> ColumnQuestion.Table? {
    guard let file = UploadedFile(name: path) else { return nil }
    var preview = preview
    preview.reason = words(preview.reason)
    return .init(shown: words(preview.file), file: file, preview: preview)
  }

  /// The files below a folder, in order.
  private static func paths(below folder: String) -> [String] {
    let manager = FileManager.default
    return (manager.subpaths(atPath: folder) ?? []).filter { path in
      var isFolder: ObjCBool = false
      return manager.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }

  /// Tables of one layout are one question.
  private static func questions(_ tables: [ColumnQuestion.Table], problem: String? = nil) -> [ColumnQuestion] {
    var questions: [ColumnQuestion] = []
    for table in tables {
      if let k = questions.firstIndex(where: { $0.tables[0].preview.layout == table.preview.layout }) {
        questions[k].tables.append(table)
      } else {
        questions.append(ColumnQuestion(tables: [table], problem: problem))
      }
    }
    return questions
  }

  /// The tables of a recording that may be what is wrong with it: those that were read as the user said, and those of
  /// which a mapping may help.
  private func doubtful(_ path: String, _ error: IngestError, _ reader: RecordingReader) -> [ColumnQuestion.Table] {
    guard error.kind == .unusable, let opened = try? reader.open(path) else { return [] }
    let samples = opened.samplePaths
    let named = samples.filter { error.file.hasPrefix($0) }
    return (named.isEmpty ? samples : named).flatMap { sample in
      let tables = (try? reader.tables(inFileAt: sample, reason: error)) ?? []
      return tables.filter { $0.isDeclared || error.isMendedByMapping }.compactMap {
        table($0, String(sample.dropFirst(files.count + 1)))
      }
    }
  }

  // MARK: Recordings

  /// - Throws: `Failure` if one person is named for the recordings of several.
  private func checkPeople(_ found: FoundRecordings, _ reader: RecordingReader) throws(Failure) {
    guard let subject = details.subject, found.recordings.count > 1 else { return }
    let named = found.recordings.compactMap { (try? reader.open($0.path).namedSubject()) ?? nil }
    let people = Set(named).sorted()
    guard people.count > 1 else { return }
    throw Failure(
      words: "The recordings name several people (\(people.joined(separator: ", "))), and all would be added to "
        + "\(subject). Leave the person empty, or add them one by one.")
  }

  private func analyze(
    _ found: FoundRecordings, _ ingest: IngestOptions, kept: [KeptLayout], now: String,
    _ progressed: @escaping @Sendable (Progress) -> Void
  ) -> Result {
    let reader = RecordingReader(options: ingest)
    var (added, recordings, questions) = (added, [UploadOutcome.Recording](), [ColumnQuestion]())
    var isRead = !added.isEmpty
    let count = found.recordings.count
    for (k, recording) in found.recordings.enumerated() {
      let name = count == 1 ? nil : shownName(recording.name)
      if let known = added[recording.path] {
        recordings.append(.init(name: name ?? "", result: .added(known)))
        continue
      }
      progressed(Progress(recording: k + 1, count: count))
      var outcome = UploadOutcome.Recording(name: name ?? "", result: .refused(""))
      switch read(recording.path, ingest, { progressed(Progress(share: $0, recording: k + 1, count: count)) }) {
      case .success(let analyzed):
        isRead = true
        outcome.result = add(analyzed, name: name, now: now)
        outcome.notes = Self.notes(on: analyzed, kept: kept)
        added[recording.path] = outcome.added
      case .failure(let failure):
        outcome.result = .refused(failure.words)
        if let error = failure.error {
          questions += Self.questions(doubtful(recording.path, error, reader), problem: failure.words)
        }
      }
      recordings.append(outcome)
    }
    let unused = found.unused.map { UploadOutcome.Unused(file: words($0.path), reason: words($0.reason)) }
    var outcome = UploadOutcome(recordings: recordings, unused: unused)
    if !questions.isEmpty { return .asks(questions, added: added) }
    if isRead { outcome.remarks = keepLayouts(now) }
    return added.isEmpty ? .failed(outcome.reasons) : .done(outcome)
  }

  /// Keeps what was said of columns.
  ///
  /// - Returns: Why that is not possible, a sentence each.
  private func keepLayouts(_ now: String) -> [String] {
    toKeep.sorted { $0.names.lexicographicallyPrecedes($1.names) }.compactMap { layout in
      guard let mapping = declared[layout] else { return nil }
      do throws(HistoryError) {
        try store.keepLayout(of: layout.names, mapping: mapping.text, at: now)
        return nil
      } catch {
        return "The column settings could not be saved: \(error.description)"
      }
    }
  }

  private struct ReadingFailure: Error {
    var words: String
    /// What is wrong with the files, if that is the reason.
    var error: IngestError?
  }

  private func read(
    _ path: String, _ ingest: IngestOptions, _ progressed: (Double) -> Void
  ) -> Swift.Result<AnalyzedRecording, ReadingFailure> {
    do throws(BatchError) {
      if let analyzed = try RecordingAnalysis(ingest: ingest)(path, progressed: progressed) {
        return .success(analyzed)
      }
      return .failure(ReadingFailure(words: "The analysis was stopped before it was finished."))
    } catch {
      var failure = ReadingFailure(words: words(error.description))
      if case .ingest(let reason) = error { failure.error = reason }
      return .failure(failure)
    }
  }

  private func add(_ analyzed: AnalyzedRecording, name: String?, now: String) -> UploadOutcome.Recording.Result {
    var analyzed = analyzed
    if let session = details.session, analyzed.summary.session == nil { analyzed.summary.session = session }
    if let day = details.day, analyzed.summary.startedAt == nil { analyzed.summary.startedAt = day }
    analyzed.summary.recording = name ?? Self.name(analyzed.summary, details)
    do throws(HistoryError) {
      return .added(try store.add(analyzed, subject: details.subject, at: now))
    } catch {
      switch error {
      case .noSubject: return .refused("No person is named. Enter the person's name, or put it into recording.json.")
      default: return .refused(error.description)
      }
    }
  }

  /// That the tables of a recording were read by what was kept of their layout.
  private static func notes(on analyzed: AnalyzedRecording, kept: [KeptLayout]) -> [String] {
    guard case .object(let settings) = analyzed.summary.settings, let map = settings["map"] else { return [] }
    return kept.filter { layout in
      switch map {
      case .string(let text): text == layout.mapping
      case .array(let all): all.contains(.string(layout.mapping))
      default: false
      }
    }.map { "Its columns were read as kept on \($0.keptAt.prefix(10)): \($0.mapping)." }
  }

  /// A message without the places on this machine, which mean nothing to the user.
  private func words(_ message: String) -> String {
    message.replacing("\(files)/", with: "").replacing(files, with: "upload").replacing("\(folder)/", with: "")
  }

  /// The name of one of several recordings without those of folders that the program made.
  private func shownName(_ name: String) -> String {
    let own = folder.split(separator: "/").last.map(String.init) ?? folder
    let shown = name.replacing("\(own)_", with: "").replacing("recording_", with: "")
    return shown == "recording" ? "upload" : shown
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
