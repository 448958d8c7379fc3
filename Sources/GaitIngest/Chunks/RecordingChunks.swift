import GaitModel

/// A recording that is read a chunk at a time, so that its length does not decide how much memory is needed.
///
/// Most recordings are one chunk. Only plain CSV and plain HDF5 of more than `RecordingReader.chunkSamples` samples
/// are cut, where the person is calmest in the last third of a chunk.
public struct RecordingChunks {
  private enum Source {
    case whole(Recording?)
    case blocks(BlockwiseRecording, header: RecordingHeader)
  }

  /// What is known of a recording before its samples are read.
  struct RecordingHeader {
    /// Without sensors.
    var recording: Recording
    /// Samples per second that its details say.
    var declaredRate: Double?
  }

  private var source: Source
  private let reader: RecordingReader
  /// Whether signals are refused that cannot be what their units say.
  private var isJudged = true
  /// The files that chunks are read of.
  private var opened: OpenedRecording?

  init(whole recording: Recording, reader: RecordingReader) {
    source = .whole(recording)
    self.reader = reader
  }

  init(
    _ blocks: BlockwiseRecording, header: RecordingHeader, reader: RecordingReader, isJudged: Bool,
    of opened: OpenedRecording
  ) {
    source = .blocks(blocks, header: header)
    self.reader = reader
    self.isJudged = isJudged
    self.opened = opened
  }

  /// About the share of the recording that chunks have been, 0 to 1.
  public var shareRead: Double {
    switch source {
    case .whole(let recording): recording == nil ? 1 : 0
    case .blocks(let blocks, _): blocks.shareTaken
    }
  }

  /// The next chunk, with the times of the whole recording, or `nil` at the end.
  ///
  /// - Throws: `IngestError` if the samples cannot be read, or cannot be used to measure with.
  public mutating func next() throws(IngestError) -> Recording? {
    switch source {
    case .whole(let recording):
      source = .whole(nil)
      return recording
    case .blocks(var blocks, let header):
      // Held once only, so that growing it makes no copy.
      source = .whole(nil)
      let streams = try blocks.next()
      try opened?.checkUnchanged()
      source = .blocks(blocks, header: header)
      guard let streams else { return nil }
      var recording = header.recording
      recording.sensors = streams.sorted { $0.placement < $1.placement }
      let evidence = recording.sensors.map { SignalEvidence($0) }
      recording.warnings += reader.doubts(about: evidence, declaredRate: header.declaredRate)
      if isJudged {
        for sensor in evidence { try PhysicsCheck(sensor).check() }
      }
      return recording
    }
  }
}
