import GaitHistory
import GaitMeasures
import GaitModel
import OutputFiles
import RetroGait

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `batch.jsonl`: the plan of a batch, a recording a line, and what was given and is not used.
public struct BatchManifest: Sendable, Equatable {
  /// Name of the file where none is given.
  public static let file = "batch.jsonl"

  public var plan: BatchPlan
  /// Of names that differ, in the order of the finder: that of the rows of `manifest.csv`.
  public var recordings: [PlannedRecording]
  public var unused: [NotUsed]

  /// A file or folder that is not part of any recording.
  public struct NotUsed: Sendable, Equatable, Codable {
    public var path: String
    public var reason: String

    enum CodingKeys: String, CodingKey {
      case path = "not_used"
      case reason
    }
  }

  public init(plan: BatchPlan, recordings: [PlannedRecording], unused: [NotUsed] = []) {
    self.plan = plan
    self.plan.recordings = recordings.count
    self.recordings = recordings
    self.unused = unused
  }

  /// The recordings of a shard.
  public func recordings(of shard: ShardNumber) -> [PlannedRecording] { recordings.filter { $0.shard == shard.number } }
}

extension BatchManifest {
  /// The file's text.
  ///
  /// - Throws: `EncodingError` if a setting is not a finite number.
  public func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes = try encoder.encode(plan) + [Self.newline]
    for recording in recordings { bytes += try encoder.encode(recording) + [Self.newline] }
    for file in unused { bytes += try encoder.encode(file) + [Self.newline] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let newline = UInt8(ascii: "\n")

  /// Reads the manifest at `path`.
  ///
  /// - Throws: `ShardError` if it cannot be read, is cut, or was planned by another version.
  public init(path: String) throws(ShardError) {
    guard let data = FileManager.default.contents(atPath: path) else { throw .noManifest(path: path) }
    let lines = data.split(separator: Self.newline, omittingEmptySubsequences: true)
    let decoder = JSONDecoder()
    func decoded<T: Decodable>(_ type: T.Type, line: Int) throws(ShardError) -> T {
      do {
        return try decoder.decode(type, from: Data(lines[line]))
      } catch {
        throw .damagedManifest(path: path, line: line + 1, found: "no \(line == 0 ? "plan" : "recording")")
      }
    }
    struct Form: Decodable {
      var form: Int
      var program: ProgramVersion
      enum CodingKeys: String, CodingKey {
        case form = "retrogait_batch"
        case program
      }
    }
    guard !lines.isEmpty else { throw .damagedManifest(path: path, line: 1, found: "nothing") }
    let form = try decoded(Form.self, line: 0)
    // Its settings may be others than those of this version, so it is not read further.
    guard form.program == .current, form.form == BatchPlan.currentForm else {
      throw .otherVersion(path: path, found: form.program)
    }
    plan = try decoded(BatchPlan.self, line: 0)
    recordings = []
    unused = []
    for line in lines.indices.dropFirst() {
      if recordings.count < plan.recordings {
        recordings.append(try decoded(PlannedRecording.self, line: line))
      } else {
        unused.append(try decoded(NotUsed.self, line: line))
      }
    }
    guard recordings.count == plan.recordings else {
      throw .damagedManifest(
        path: path, line: lines.count,
        found: "the end after \(recordings.count) of \(plan.recordings) recordings")
    }
  }

  /// Makes sure that no walk is there twice.
  ///
  /// - Throws: `ShardError` if two recordings have one name, or share a file with samples.
  func check() throws(ShardError) {
    do throws(BatchError) {
      try BatchAnalysis().checkNames(recordings.map { .init(path: $0.path, name: $0.recording) })
    } catch {
      throw .batch(error)
    }
    var seen: [String: PlannedRecording] = [:]
    var doubled: [String] = []
    for recording in recordings {
      for input in recording.inputs ?? [] where input.isOfSensor {
        // The trials of one file share it and are different walks.
        guard let other = seen.updateValue(recording, forKey: input.sha256), other.recording != recording.recording,
          !recording.path.contains("#")
        else { continue }
        doubled.append("\(recording.path) and \(other.path)")
        break
      }
    }
    if let first = doubled.first { throw .doubledWalks(count: doubled.count, first: first) }
  }

  /// Writes the manifest; one that differs only in when it was planned stays as it is.
  ///
  /// - Throws: `ShardError` if there is something else, or it cannot be written.
  public func write(to path: String) throws(ShardError) {
    if var earlier = try? BatchManifest(path: path) {
      earlier.plan.plannedAt = plan.plannedAt
      if earlier == self { return }
    }
    let text: String
    do { text = try self.text() } catch { throw .notEncoded("\(error)") }
    do throws(OutputError) {
      // Keys are sorted. The settings come first, and are longer than what is looked at for a mark within.
      try OutputFile(path: path, mark: .beginning("{\"analysis\":{"), isDurable: true).write(Array(text.utf8))
    } catch {
      throw .notWritable(path: error.path, reason: error.reason)
    }
  }
}
