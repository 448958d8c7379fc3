import Foundation
import Testing

@testable import GaitIngest

@Suite("Files that the fuzzers found")
struct FoundByFuzzingTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzz/Found").path

  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

  @Test("each gives one line that helps, and no crash", arguments: files)
  func found(name: String) throws {
    let error = try #require(RecordingInspector().inspect("\(Self.folder)/\(name)").error)
    #expect(!error.description.contains("\n"))
    #expect(error.kind == .unusable)
  }

  @Test("a file that libhdf5 cannot get through is named as damaged")
  func crash() throws {
    let error = #expect(throws: IngestError.self) {
      try RecordingReader().recording(at: "\(Self.folder)/local-heap-of-absurd-size.h5")
    }
    #expect(try #require(error).description.contains("a file that the HDF5 library cannot get through"))
  }
}
