import Foundation
import GaitHistory
import GaitIngest
import GaitModel

/// Takes in recordings and has them analyzed.
///
/// The files of an upload lie in a folder that only this user can read, and are gone when the upload has ended.
actor UploadDesk {
  /// How far an upload is.
  enum State: Sendable {
    case receiving
    case waiting
    case analyzing(UploadAnalysis.Progress)
    /// There are tables of which the user must say what their columns hold.
    case asking([ColumnQuestion])
    case done(UploadOutcome)
    case failed(String)
  }

  enum Refusal: Error, Equatable {
    case tooMany
    case unknownUpload
    case alreadyStarted
    case nothingToAnalyze
    case twice(String)
    case tooManyFiles
    case tooLarge
    /// Bytes of a file, and those that are left on the disk.
    case noSpace(needed: Int, free: Int)
    case notAsking
    /// What the user says of columns is not whole, a sentence each.
    case unclear([String])
    case incomplete
    case cannotWrite(String)
  }

  private struct Upload {
    var state = State.receiving
    var files: Set<UploadedFile> = []
    /// Bytes that were received or are announced.
    var bytes = 0
    var details = UploadDetails()
    /// What the user said of columns, by layout.
    var declared: [TableLayout: ColumnMapping] = [:]
    /// Layouts that are to be kept when their tables have been read.
    var toKeep: Set<TableLayout> = []
    /// Recordings that were added before the user was asked, by path.
    var added: [String: AddedRecording] = [:]
    var begun: ContinuousClock.Instant
    /// When the last of its requests ended.
    var lastRequest: ContinuousClock.Instant
    /// Files that are being received.
    var arriving = 0

    /// Whether nobody has gone on with it for `patience`.
    func isAbandoned(_ patience: Duration) -> Bool {
      switch state {
      case .receiving: arriving == 0 && lastRequest.duration(to: .now) >= patience
      case .asking: lastRequest.duration(to: .now) >= max(patience, UploadDesk.answerPatience)
      default: false
      }
    }

    /// Whether it waits for its user.
    var isWaitingForUser: Bool {
      switch state {
      case .receiving: arriving == 0
      case .asking: true
      default: false
      }
    }

    var isOpen: Bool {
      switch state {
      case .receiving, .waiting, .analyzing, .asking: true
      case .done, .failed: false
      }
    }
  }

  /// Uploads that are not finished. One more takes the place of one that nobody goes on with, or is refused.
  static let mostOpen = 8
  /// The page sends its files one after the other without a pause.
  static let pagePatience = Duration.seconds(30)
  /// A user may look up what the columns of a table hold.
  static let answerPatience = Duration.seconds(900)
  /// Files of one upload: a data set of a hundred people has about so many.
  static let mostFiles = 2000
  /// All files of one upload together.
  static let longestUpload = 4_000_000_000  // bytes
  /// An upload that nobody continued for so long is dropped.
  static let longestWait = Duration.seconds(3_600)
  /// Finished uploads whose outcome is remembered.
  static let mostFinished = 100

  /// Room on the disk that uploads leave to results, the store and other programs.
  static let spaceLeft = 100_000_000  // bytes

  private let store: HistoryStore
  private let root: UploadFolder
  private let patience: Duration
  private let freeSpace: @Sendable (String) -> Int?
  private let thread = AnalysisThread()
  private var uploads: [String: Upload] = [:]

  /// - Parameters:
  ///   - patience: An upload that pauses longer makes room for another.
  ///   - freeSpace: Bytes that are left on the disk of a folder, if that is known.
  init(
    store: HistoryStore, patience: Duration = pagePatience,
    freeSpace: @escaping @Sendable (String) -> Int? = UploadFolder.freeSpace
  ) {
    self.store = store
    self.patience = patience
    self.freeSpace = freeSpace
    root = UploadFolder()
  }

  /// Takes away everything that is left.
  nonisolated func close() { root.remove() }

  func folder(_ id: String) -> String { "\(root.path)/\(id)" }

  /// Begins an upload and returns the name by which it goes on.
  func begin() throws(Refusal) -> String {
    dropForgotten()
    if uploads.values.count(where: \.isOpen) >= Self.mostOpen {
      let abandoned = uploads.filter { $0.value.isAbandoned(patience) }
      guard let oldest = abandoned.min(by: { $0.value.lastRequest < $1.value.lastRequest }) else { throw .tooMany }
      remove(oldest.key)
    }
    let id = SecretToken().text
    do {
      try root.make()
      try FileManager.default.createDirectory(
        atPath: "\(folder(id))/recording", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .cannotWrite(Self.reason(error))
    }
    uploads[id] = Upload(begun: .now, lastRequest: .now)
    return id
  }

  private func dropForgotten() {
    for (id, upload) in uploads where upload.begun.duration(to: .now) > Self.longestWait {
      if upload.isWaitingForUser { remove(id) }
    }
    let finished = uploads.filter { !$0.value.isOpen }.sorted { $0.value.begun < $1.value.begun }
    for (id, _) in finished.dropLast(Self.mostFinished) { uploads[id] = nil }
  }

  private func remove(_ id: String) {
    try? FileManager.default.removeItem(atPath: folder(id))
    uploads[id] = nil
  }

  /// Writes one file of an upload; the body's length was checked before.
  func receive(_ file: UploadedFile, of id: String, body: RequestBody) async throws(Refusal) {
    guard let upload = uploads[id] else { throw .unknownUpload }
    guard case .receiving = upload.state else { throw .alreadyStarted }
    guard upload.files.count < Self.mostFiles else { throw .tooManyFiles }
    let length = body.length ?? 0
    guard upload.bytes + length <= Self.longestUpload else { throw .tooLarge }
    if let free = freeSpace(folder(id)), free < length + Self.spaceLeft {
      throw .noSpace(needed: length + Self.spaceLeft, free: free)
    }
    guard !upload.files.contains(where: { $0.foldedPath == file.foldedPath }) else { throw .twice(file.path) }
    uploads[id]?.arriving += 1
    uploads[id]?.bytes += length
    uploads[id]?.files.insert(file)
    var isWhole = false
    defer {
      uploads[id]?.arriving -= 1
      uploads[id]?.lastRequest = .now
      if !isWhole { uploads[id]?.files.remove(file) }
    }
    let root = "\(folder(id))/recording"
    let path = "\(root)/\(file.path)"
    var written = 0
    do {
      try FileManager.default.createDirectory(
        atPath: "\(root)/\(file.folder)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
        throw CocoaError(.fileWriteUnknown)
      }
      let handle = try FileHandle(forWritingTo: URL(filePath: path))
      defer { try? handle.close() }
      for try await chunk in body.parts {
        try handle.write(contentsOf: chunk)
        written += chunk.count
      }
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw .cannotWrite(Self.reason(error))
    }
    guard written == body.length else {
      try? FileManager.default.removeItem(atPath: path)
      throw .incomplete
    }
    isWhole = true
  }

  /// Has the files analyzed and what is found added to the store.
  func start(_ id: String, details: UploadDetails) throws(Refusal) {
    guard let upload = uploads[id] else { throw .unknownUpload }
    guard case .receiving = upload.state, upload.arriving == 0 else { throw .alreadyStarted }
    guard upload.files.contains(where: { !RecordingFileName.holdsNoSamples($0.name) }) else {
      throw .nothingToAnalyze
    }
    uploads[id]?.details = details
    analyze(id)
  }

  /// What the user says of tables that were asked about.
  struct ColumnAnswer: Sendable {
    /// What the columns hold; `nil` if the tables are to be left out.
    var mapping: ColumnMapping?
    /// Whether that is kept for the next table of this layout.
    var isKept = false
    /// Where sensors were worn whose files do not say it, by file.
    var placements: [UploadedFile: Placement] = [:]
    var details: UploadDetails
  }

  /// Takes what the user says of the tables with `table` among them, and has the upload analyzed when nothing is open.
  func answer(_ id: String, about table: UploadedFile, _ answer: ColumnAnswer) throws(Refusal) {
    guard let upload = uploads[id] else { throw .unknownUpload }
    guard case .asking(var questions) = upload.state,
      let k = questions.firstIndex(where: { $0.tables.contains { $0.file == table } })
    else { throw .notAsking }
    uploads[id]?.lastRequest = .now
    uploads[id]?.details = answer.details
    let question = questions.remove(at: k)
    if let mapping = answer.mapping {
      let layout = question.tables[0].preview.layout
      try rename(answer.placements, in: id)
      uploads[id]?.declared[layout] = mapping
      // Columns without names are those of any table.
      if answer.isKept, !layout.names.isEmpty {
        uploads[id]?.toKeep.insert(layout)
      } else {
        uploads[id]?.toKeep.remove(layout)
      }
    } else {
      for file in Set(question.tables.map(\.file)) {
        try? FileManager.default.removeItem(atPath: "\(folder(id))/recording/\(file.path)")
        uploads[id]?.files.remove(file)
      }
      guard uploads[id]?.files.contains(where: { !RecordingFileName.holdsNoSamples($0.name) }) == true else {
        end(id, .failed("All files were left out. Nothing was added."))
        return
      }
    }
    if questions.isEmpty { analyze(id) } else { uploads[id]?.state = .asking(questions) }
  }

  /// Drops an upload that waits for its user.
  func cancel(_ id: String) throws(Refusal) {
    guard let upload = uploads[id] else { throw .unknownUpload }
    guard upload.isWaitingForUser else { throw .alreadyStarted }
    remove(id)
  }

  /// Names files after the places where their sensors were worn.
  private func rename(_ placements: [UploadedFile: Placement], in id: String) throws(Refusal) {
    let root = "\(folder(id))/recording"
    var targets: Set<String> = []
    let files = uploads[id]?.files ?? []
    for (file, placement) in placements {
      guard let target = UploadedFile(name: file.path, placement: placement.rawValue) else { throw .notAsking }
      let isTaken = files.contains { $0.foldedPath == target.foldedPath && placements[$0] == nil }
      guard !isTaken, targets.insert(target.foldedPath).inserted else { throw .twice(target.path) }
    }
    // In two steps, so that two files may exchange their names.
    do {
      let manager = FileManager.default
      for (k, file) in placements.keys.enumerated() {
        try manager.moveItem(atPath: "\(root)/\(file.path)", toPath: "\(folder(id))/renamed-\(k)")
      }
      for (k, (file, placement)) in placements.enumerated() {
        guard let target = UploadedFile(name: file.path, placement: placement.rawValue) else { continue }
        try manager.moveItem(atPath: "\(folder(id))/renamed-\(k)", toPath: "\(root)/\(target.path)")
        uploads[id]?.files.remove(file)
        uploads[id]?.files.insert(target)
      }
    } catch {
      throw .cannotWrite(Self.reason(error))
    }
  }

  private func analyze(_ id: String) {
    guard let upload = uploads[id] else { return }
    uploads[id]?.state = .waiting
    let analysis = UploadAnalysis(
      store: store, folder: folder(id), details: upload.details, declared: upload.declared,
      toKeep: upload.toKeep, added: upload.added)
    let now = Date.now.formatted(.iso8601)
    Task(executorPreference: thread) {
      await self.mark(id, .analyzing(.init()))
      let result = await analysis(now: now) { progress in
        Task { await self.progressed(id, progress) }
      }
      await self.finish(id, result)
    }
  }

  private func mark(_ id: String, _ state: State) { uploads[id]?.state = state }

  private func progressed(_ id: String, _ progress: UploadAnalysis.Progress) {
    // Reports may come late and out of order.
    guard case .analyzing(let known) = uploads[id]?.state,
      (progress.recording, progress.share ?? 0) >= (known.recording, known.share ?? 0)
    else { return }
    uploads[id]?.state = .analyzing(progress)
  }

  private func finish(_ id: String, _ result: UploadAnalysis.Result) {
    switch result {
    case .asks(let questions, let added):
      uploads[id]?.added = added
      uploads[id]?.lastRequest = .now
      uploads[id]?.state = .asking(questions)
    case .done(let outcome): end(id, .done(outcome))
    case .failed(let words): end(id, .failed(words))
    }
  }

  private func end(_ id: String, _ state: State) {
    uploads[id]?.state = state
    try? FileManager.default.removeItem(atPath: folder(id))
  }

  /// Whether a file of the upload may say whose recordings they are.
  func mayNamePerson(_ id: String) -> Bool {
    uploads[id]?.files.contains { file in
      ["recording.json", "participants.tsv"].contains(file.name) || file.name.hasPrefix("sub-")
    } ?? false
  }

  /// What the user said about an upload.
  func details(of id: String) -> UploadDetails? { uploads[id]?.details }

  func state(of id: String) -> State? { uploads[id]?.state }

  private static func reason(_ error: any Error) -> String {
    (error as NSError).localizedDescription
  }
}
