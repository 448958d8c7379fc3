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
  return 0
}

private func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(IngestError) -> [SensorStream] {
  let file = "left_foot.csv"
  switch try FileRecognition(bytes, file: file).reading {
  case .plainCSV:
    return try PlainCSVFormat.streams(in: bytes, file: file, filePlacement: .leftFoot, wanted: nil)
  case .text(let format):
    let parts = try SensorFileReader.parts(bytes, file: file, format.layouts)
    return try assembled(parts, file)
  case .mobiliseD(isHDF5: false):
    let tree = MATLABVariables(file: file, content: try MATFile(bytes, file: file))
    return try assembled(try MobiliseDFormat.signals(tree, part: nil), file)
  case .archive:
    let parts = try ExportArchive(bytes, file: file).signals()
    return try SensorAssembly(path: file, declared: .leftFoot, wanted: nil).assembled(
      parts.map { .init(file: file, namedPlacement: $0.placement, signals: $0.signals) }
    ).streams
  default:
    return []
  }
}

private func assembled(_ parts: [SensorSignals], _ file: String) throws(IngestError) -> [SensorStream] {
  try SensorAssembly(path: file, declared: .leftFoot, wanted: nil).assembled(
    parts.map { .init(file: file, namedPlacement: .leftFoot, signals: $0) }
  ).streams
}
