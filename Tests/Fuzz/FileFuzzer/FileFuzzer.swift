import GaitModel

@testable import GaitIngest

/// Called by libFuzzer with each input: the bytes of a file of a sensor.
///
/// Whatever the bytes are, reading them ends in samples or in an `IngestError` of one line.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFile(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: data, count: size)
  do throws(IngestError) {
    let recording = try read(bytes)
    for stream in recording {
      let inspection = SignalSurvey(units: []).inspection(of: stream)
      precondition(stream.time.allSatisfy(\.isFinite), "a time that is no number")
      precondition(inspection.samples == stream.count)
    }
  } catch {
    precondition(!error.description.contains { $0.isNewline }, "a message of more than one line")
  }
  for isOfEvents in [true, false] { fuzzSegments(bytes, isOfEvents: isOfEvents) }
  return 0
}

/// The same bytes as a table of segments.
private func fuzzSegments(_ bytes: UnsafeBufferPointer<UInt8>, isOfEvents: Bool) {
  do throws(IngestError) {
    for segment in try SegmentTable(bytes, file: "segments.csv", isOfEvents: isOfEvents).segments {
      precondition(segment.start.isFinite && segment.end > segment.start, "a segment that is none")
      precondition(!segment.name.contains { $0.isNewline }, "a name of more than one line")
    }
  } catch {
    precondition(!error.description.contains { $0.isNewline }, "a message of more than one line")
  }
}

private func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(IngestError) -> [SensorStream] {
  let name = "left_foot.csv"
  let file = OpenedFile(Array(bytes), path: name)
  switch try file.signals(SensorRequest(placement: .leftFoot)) {
  case .streams(let streams): return streams
  case .parts(let parts): return try assembled(parts.map { ($0, .leftFoot) }, name)
  case .named(let parts): return try assembled(parts.map { ($0.signals, $0.placement) }, name)
  }
}

private func assembled(_ parts: [(SensorSignals, Placement?)], _ file: String) throws(IngestError) -> [SensorStream] {
  try SensorAssembly(path: file, declared: .leftFoot, wanted: nil).assembled(
    parts.map { .init(file: file, namedPlacement: $0.1, signals: $0.0) }
  ).streams
}
