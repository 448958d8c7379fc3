import GaitCore
import GaitIngest
import GaitMeasures
import GaitModel

/// Reads one recording and analyzes it, on one thread.
public struct RecordingAnalysis: Sendable {
  /// The sensors to use, or `nil` for all.
  public var placements: Set<Placement>?
  public var analysis: GaitAnalysis
  /// What the user says of files that do not say it themselves.
  public var ingest: IngestOptions

  public init(
    placements: Set<Placement>? = nil, analysis: GaitAnalysis = GaitAnalysis(), ingest: IngestOptions = IngestOptions()
  ) {
    self.placements = placements
    self.analysis = analysis
    self.ingest = ingest
  }

  /// What is found in the recording at `path`.
  ///
  /// - Parameters:
  ///   - path: A folder or a file, as `RecordingReader` takes it.
  ///   - progressed: Called with the share of the samples that is analyzed, 0 to 1, as far as it is known before the end:
  ///     of recordings so long that they are analyzed in chunks.
  /// - Returns: `nil` if the task was cancelled.
  /// - Throws: `BatchError` if the recording cannot be read or used.
  public func callAsFunction(
    _ path: String, progressed: (Double) -> Void = { _ in }
  ) throws(BatchError) -> AnalyzedRecording? {
    try self(try open(path), progressed: progressed)
  }

  /// What is found in a recording whose files are open; as the other function of this name.
  func callAsFunction(
    _ opened: OpenedRecording, progressed: (Double) -> Void
  ) throws(BatchError) -> AnalyzedRecording? {
    var used = try usedSettings()
    do throws(IngestError) {
      if ingest.mapping == nil { used = Self.adding(try opened.mappings(), to: used) }
      var chunks = try RecordingReader(options: ingest).chunks(of: opened)
      var analysis = ChunkedAnalysis(analysis)
      while !Task.isCancelled, let chunk = try chunks.next() {
        analysis.add(chunk)
        progressed(chunks.shareRead)
      }
      guard !Task.isCancelled, let (recording, result) = analysis.result else { return nil }
      try opened.checkParts(of: recording)
      return AnalyzedRecording(result, of: recording, settings: used, program: .current)
    } catch {
      throw .ingest(error)
    }
  }

  /// Opens the files of the recording at `path`.
  ///
  /// - Parameter name: Its name; that of its folder, or of its file without extension, if none is given.
  package func open(_ path: String, name: String? = nil) throws(BatchError) -> OpenedRecording {
    do throws(IngestError) {
      return try RecordingReader(options: ingest).open(path, name: name, placements: placements)
    } catch {
      throw .ingest(error)
    }
  }

  /// The files that a recording consists of.
  package func inputs(of opened: OpenedRecording) throws(BatchError) -> [InputFile] {
    do throws(IngestError) { return try opened.inputs() } catch { throw .ingest(error) }
  }

  /// The settings with the mappings that were declared by layout; a single one stands there as `--map` does.
  private static func adding(_ mappings: [String], to settings: JSONValue) -> JSONValue {
    guard !mappings.isEmpty, case .object(var used) = settings else { return settings }
    used["map"] = mappings.count == 1 ? .string(mappings[0]) : .array(mappings.map { .string($0) })
    return .object(used)
  }

  /// What a result depends on besides the recording, as it stands in the summary.
  package func usedSettings() throws(BatchError) -> JSONValue {
    do {
      var used = try analysis.usedSettings()
      used["sensors"] = .array((placements ?? Set(Placement.allCases)).sorted().map { .string($0.rawValue) })
      if let placement = ingest.placement { used["placement"] = .string(placement.rawValue) }
      if let from = ingest.evaluated?.from { used["from_s"] = .number(from) }
      if let to = ingest.evaluated?.to { used["to_s"] = .number(to) }
      if let mapping = ingest.mapping { used["map"] = .string(mapping.text) }
      return .object(used)
    } catch {
      throw .notExportable(recording: "settings", reason: "\(error)")
    }
  }
}

extension AnalyzedRecording {
  /// What `GaitAnalysis` found in a recording, on its way to a store, a report or files:
  ///
  /// ```swift
  /// let analyzed = try AnalyzedRecording(GaitAnalysis()(recording), of: recording)
  /// try HistoryStore(path: "clinic.sqlite", access: .writing).add(analyzed)
  /// try ReportFile(path: "report.html").write([analyzed])
  /// ```
  ///
  /// - Parameters:
  ///   - result: The strides, events and bouts of the recording.
  ///   - recording: The recording that was analyzed.
  ///   - analysis: What made the result; its constants stand in the summary.
  /// - Throws: `EncodingError` if a setting is not a finite number.
  public init(
    _ result: GaitResult, of recording: Recording, by analysis: GaitAnalysis = GaitAnalysis()
  ) throws {
    self.init(result, of: recording, settings: .object(try analysis.usedSettings()), program: .current)
  }
}

extension GaitAnalysis {
  /// Every constant, and those that were changed, as they stand in the summary.
  fileprivate func usedSettings() throws -> [String: JSONValue] {
    var used = ["analysis": try JSONValue(encoding: self)]
    let changed = SettingsDocument(self).changed
    if !changed.isEmpty { used["changed"] = .object(changed) }
    return used
  }
}

extension ProgramVersion {
  /// This program.
  public static let current = ProgramVersion(name: RetroGaitVersion.name, version: RetroGaitVersion.current)
}
