import Foundation
import Testing

@testable import GaitCore

/// `ConstantNotes.swift` repeats the documentation of the stages' constants for `analyze --print-settings`.
/// `RETROGAIT_NOTES=1 swift test --filter ConstantNotesTests` writes it anew.
@Suite("What the constants mean")
struct ConstantNotesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/GaitCore")

  @Test("the notes are the documentation of the constants, each has one of its own, and it can stand alone")
  func notes() throws {
    let notes = try Self.documented()
    if ProcessInfo.processInfo.environment["RETROGAIT_NOTES"] != nil {
      try Self.write(notes)
      return
    }
    for constant in GaitAnalysis().constants {
      #expect(!constant.note.isEmpty, "\(constant.path.joined(separator: ".")) has no note")
    }
    #expect(ConstantNotes.all == notes, "write them anew: RETROGAIT_NOTES=1 swift test --filter ConstantNotesTests")
    // A stage that is used in two places, or a constant of two stages, may share a sentence. Two of one type may not.
    let types = Dictionary(grouping: notes, by: { $0.key.split(separator: ".").first })
    for (type, own) in types {
      let shared = Dictionary(grouping: own, by: \.value).values.filter { $0.count > 1 }
      #expect(shared.isEmpty, "\(type ?? ""): \(shared.map { $0.map(\.key).sorted() }) share a note")
    }
    for (key, note) in notes {
      let restsOnAnother = ["The same", "They ", "But ", "It ", "These ", "This "].contains { note.hasPrefix($0) }
      #expect(!restsOnAnother, "\(key) cannot be understood without the note above it")
    }
  }

  /// The documentation of each stored constant of a Codable stage, by type and name. A comment belongs to the constant
  /// below it and to no other.
  private static func documented() throws -> [String: String] {
    var notes: [String: String] = [:]
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    for file in files ?? [] where file.pathExtension == "swift" && file.lastPathComponent != "ConstantNotes.swift" {
      var type: String?
      var comment: [String] = []
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      {
        if let match = line.firstMatch(of: /^(?:package|public) struct (\w+): Sendable, Equatable, Codable/) {
          type = String(match.1)
        } else if line.hasPrefix("}") {
          type = nil
        }
        if let match = line.firstMatch(of: /^ {2}\/\/\/ ?(.*)$/) {
          comment.append(String(match.1))
        } else if let match = line.firstMatch(of: /^ {2}(?:package|public) var (\w+)(?:: [^={]+)?(?: = .*)?$/) {
          if let type { notes["\(type).\(match.1)"] = comment.joined(separator: " ") }
          comment = []
        } else {
          comment = []
        }
      }
    }
    return notes.filter { !$0.value.isEmpty }
  }

  private static func write(_ notes: [String: String]) throws {
    var text = """
      // Made from the documentation of the stages: RETROGAIT_NOTES=1 swift test --filter ConstantNotesTests
      // swift-format-ignore-file

      /// What each constant of the analysis means, by type and name, for programs that print them.
      enum ConstantNotes {
        static let all: [String: String] = [

      """
    for (key, note) in notes.sorted(by: { $0.key < $1.key }) {
      text += "    \"\(key)\": #\"\(note)\"#,\n"
    }
    try (text + "  ]\n}\n").write(
      to: folder.appending(path: "ConstantNotes.swift"), atomically: true, encoding: .utf8)
  }
}
