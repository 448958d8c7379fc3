import Foundation
import GaitHistory

/// Takes in recordings and has them analyzed.
///
/// The files of an upload lie in a folder that only this user can read, under names made here, and are gone when the
/// upload has ended.
actor UploadDesk {
  /// How far an upload is.
  enum State: Sendable {
    case receiving
    case waiting
    /// With the share of the samples that is analyzed, 0 to 1, where it is known.
    case analyzing(Double?)
    case done(AddedRecording)
    case failed(String)
  }

  enum Refusal: Error, Equatable {
    case tooMany
    case unknownUpload
    case alreadyStarted
    case nothingToAnalyze
    case oneFileOrMany
    case incomplete
    case cannotWrite(String)
  }

  private struct Upload {
    var state = State.receiving
    var files: Set<UploadedFile> = []
    var begun: ContinuousClock.Instant
    /// When the last of its requests ended.
    var lastRequest: ContinuousClock.Instant
    /// Files that are being received.
    var arriving = 0

    /// Whether nobody has gone on with it for `patience`.
    func isAbandoned(_ patience: Duration) -> Bool {
      guard case .receiving = state, arriving == 0 else { return false }
      return lastRequest.duration(to: .now) >= patience
    }

    var isOpen: Bool {
      switch state {
      case .receiving, .waiting, .analyzing: true
      case .done, .failed: false
      }
    }
  }

  /// Uploads that are not finished. One more takes the place of one that nobody goes on with, or is refused.
  static let mostOpen = 8
  /// The page sends its files one after the other without a pause.
  static let pagePatience = Duration.seconds(30)
  /// An upload that nobody continued for so long is dropped.
  static let longestWait = Duration.seconds(3_600)
  /// Finished uploads whose outcome is remembered.
  static let mostFinished = 100

  private let store: HistoryStore
  private let root: UploadFolder
  private let patience: Duration
  private let thread = AnalysisThread()
  private var uploads: [String: Upload] = [:]

  /// - Parameter patience: An upload that pauses longer makes room for another.
  init(store: HistoryStore, patience: Duration = pagePatience) {
    self.store = store
    self.patience = patience
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
      if case .receiving = upload.state, upload.arriving == 0 { remove(id) }
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
    uploads[id]?.arriving += 1
    defer {
      uploads[id]?.arriving -= 1
      uploads[id]?.lastRequest = .now
    }
    let path = "\(folder(id))/recording/\(file.fileName)"
    var written = 0
    do {
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
    guard written == body.length else { throw .incomplete }
    uploads[id]?.files.insert(file)
  }

  /// Has the files analyzed and what is found added to the store.
  func start(_ id: String, details: UploadDetails) throws(Refusal) {
    guard let upload = uploads[id] else { throw .unknownUpload }
    guard case .receiving = upload.state else { throw .alreadyStarted }
    let sensorFiles = upload.files.filter { $0.content != .details }
    guard !sensorFiles.isEmpty else { throw .nothingToAnalyze }
    let whole = sensorFiles.first { $0.content == .allSensors }
    guard whole == nil || sensorFiles.count == 1 else { throw .oneFileOrMany }
    uploads[id]?.state = .waiting
    let folder = folder(id)
    let input = whole.map { "\(folder)/recording/\($0.fileName)" } ?? "\(folder)/recording"
    let analysis = UploadAnalysis(store: store, folder: folder)
    let now = Date.now.formatted(.iso8601)
    Task(executorPreference: thread) {
      await self.mark(id, .analyzing(nil))
      do throws(UploadAnalysis.Failure) {
        let added = try await analysis(input, details: details, now: now) { share in
          Task { await self.progressed(id, share) }
        }
        await self.finish(id, .done(added))
      } catch {
        switch error {
        case .inWords(let words): await self.finish(id, .failed(words))
        }
      }
    }
  }

  private func mark(_ id: String, _ state: State) { uploads[id]?.state = state }

  private func progressed(_ id: String, _ share: Double) {
    guard case .analyzing(let known) = uploads[id]?.state, share > known ?? 0 else { return }
    uploads[id]?.state = .analyzing(share)
  }

  private func finish(_ id: String, _ state: State) {
    uploads[id]?.state = state
    try? FileManager.default.removeItem(atPath: folder(id))
  }

  func state(of id: String) -> State? { uploads[id]?.state }

  private static func reason(_ error: any Error) -> String {
    (error as NSError).localizedDescription
  }
}
