import Foundation

/// How far an upload is, for the page's script.
struct UploadStatus: Encodable {
  var state: String
  var message: String
  /// Share of the samples that is analyzed, 0 to 1, where it is known.
  var share: Double?
  /// Where the result is.
  var link: String?

  init(_ state: UploadDesk.State?) {
    switch state {
    case nil: (self.state, message) = ("unknown", "There is no such upload; it may have been dropped after an hour.")
    case .receiving: (self.state, message) = ("receiving", "Receiving the files.")
    case .waiting: (self.state, message) = ("waiting", "Waiting for another analysis to end.")
    case .analyzing(let share):
      (self.state, message, self.share) = ("analyzing", "Analyzing.", share)
      if let share, share < 1 { message = "Analyzing: \(Int((100 * share).rounded(.down))) % of the samples." }
      if let share, share >= 1 { message = "Writing what was found to the store." }
    case .failed(let words): (self.state, message) = ("failed", words)
    case .done(let added):
      self.state = "done"
      let outcome =
        switch added.outcome {
        case .added: "Added to \(added.subject), session \(added.session)."
        case .unchanged: "These very results were in the store already; nothing was changed."
        case .completed: "These results were in the store already; what an earlier version had not kept was added."
        case .superseding: "Added in place of an earlier analysis of the same walk."
        }
      message = ([outcome] + added.warnings).joined(separator: " ")
      link = PageLink.session(added.session, of: added.subject).description
    }
  }
}

/// The requests by which a recording is uploaded: begin, a file each, start.
struct UploadRoutes {
  let uploads: UploadDesk

  private struct Begun: Encodable {
    var id: String
  }

  private struct Refused: Encodable {
    var message: String
  }

  func answer(
    _ path: PageLink.Path, _ request: ViewerRequest, _ query: QueryParameters, file: UploadedFile?
  ) async -> ViewerResponse {
    do throws(UploadDesk.Refusal) {
      switch path {
      case .uploadBegin: return PageResponse.json(Begun(id: try await uploads.begin()))
      case .uploadFile:
        guard let file else {
          return PageResponse.json(
            Refused(message: "Each file must be a sensor's CSV or HDF5 file, or recording.json."), status: .badRequest)
        }
        try await uploads.receive(file, of: query["id"] ?? "", body: request.body)
      default:
        let form = QueryParameters(String(decoding: (try? await request.body.whole()) ?? Data(), as: UTF8.self))
        let details = UploadDetails(
          subject: form.text("subject"), session: form.text("session"), day: form.text("day"), name: form.text("name"))
        try await uploads.start(query["id"] ?? "", details: details)
      }
      return PageResponse.json(UploadStatus(await uploads.state(of: query["id"] ?? "")))
    } catch {
      return PageResponse.json(Refused(message: Self.words(error)), status: .conflict)
    }
  }

  private static func words(_ refusal: UploadDesk.Refusal) -> String {
    switch refusal {
    case .tooMany: "There are \(UploadDesk.mostOpen) unfinished uploads; wait for one to end."
    case .unknownUpload: "There is no such upload; it may have been dropped after an hour. Begin again."
    case .alreadyStarted: "This upload is being analyzed already. Begin another one."
    case .nothingToAnalyze: "There is no sensor's file among these. Add at least one CSV or HDF5 file."
    case .oneFileOrMany:
      "A file that holds all sensors stands alone: take the others away, or say which sensor each is."
    case .incomplete: "A file did not arrive whole. Try again."
    case .cannotWrite(let reason): "The file cannot be kept: \(reason)"
    }
  }
}
