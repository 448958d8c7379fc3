import GaitCore
import GaitIngest
import GaitModel

/// What becomes of faults that are put into one sensor of each recording: caught, harmless or missed.
package struct FaultMatrix: Sendable {
  /// What became of a fault in one sensor.
  package enum Outcome: String, Sendable, CaseIterable {
    case refused
    /// A warning that the recording did not give before names the sensor.
    case warned
    /// Neither, and no stride is surely wrong, nor a length by more than a tenth.
    case harmless
    case missed
  }

  /// A row of the table: a fault, or none.
  package struct Row: Sendable {
    package var fault: String
    package var outcomes: [Outcome: Int] = [:]
    /// Recordings and sensors in which it was missed.
    package var missedIn: [String] = []

    package var count: Int { outcomes.values.reduce(0, +) }
  }

  package private(set) var rows: [Row] = []
  /// Recordings and sensors that gave a warning about their signals as they are.
  package private(set) var alarms: [String] = []
  package private(set) var sensors = 0

  /// Sensors whose signals hold fewer samples are left out: there is nothing to judge by.
  private static let fewestSeconds = 5.0
  /// Seconds within which the ends of two strides are those of the same.
  private static let sameStride = 0.1
  /// Share of the strides that must be wrong for a fault to be missed, and fewest of them.
  private static let wrongShare = 0.02
  private static let fewestWrong = 2
  /// Error of the sum of the lengths that counts as wrong.
  private static let wrongLength = 0.1

  /// - Parameters:
  ///   - recordings: Folders of recordings that are sound.
  ///   - placements: The sensors into which faults are put, one at a time.
  package init(of recordings: [(name: String, path: String)], placements: Set<Placement>) {
    rows = SensorFault.all.map { Row(fault: $0.name) }
    for (name, path) in recordings {
      guard let recording = try? RecordingReader().recording(at: path, placements: placements) else { continue }
      for stream in recording.sensors where (stream.time.last ?? 0) - (stream.time.first ?? 0) >= Self.fewestSeconds {
        add(stream, of: recording, name: "\(name)/\(stream.placement.rawValue)")
      }
    }
  }

  private mutating func add(_ stream: SensorStream, of recording: Recording, name: String) {
    let reader = RecordingReader()
    guard let sound = try? reader.judged(stream) else { return }
    sensors += 1
    if !sound.doubts.isEmpty { alarms.append(name) }
    let strides = Self.strides(of: sound.stream, in: recording)
    for (k, fault) in SensorFault.all.enumerated() {
      var changed = stream
      fault.apply(&changed)
      let outcome: Outcome
      do throws(IngestError) {
        let judged = try reader.judged(changed)
        if judged.doubts.contains(where: { !sound.doubts.contains($0) }) {
          outcome = .warned
        } else {
          outcome =
            Self.isHarmless(Self.strides(of: judged.stream, in: recording), strides, fault) ? .harmless : .missed
        }
      } catch {
        outcome = .refused
      }
      rows[k].outcomes[outcome, default: 0] += 1
      if outcome == .missed { rows[k].missedIn.append(name) }
    }
  }

  private static func strides(of stream: SensorStream, in recording: Recording) -> [Stride] {
    let alone = Recording(name: recording.name, details: recording.details, sensors: [stream])
    return GaitAnalysis()(alone).strides
  }

  private static func isHarmless(_ found: [Stride], _ sound: [Stride], _ fault: SensorFault) -> Bool {
    var wrong = 0
    var (length, soundLength) = (0.0, 0.0)
    var next = 0
    for stride in found {
      while next < sound.count, sound[next].end < stride.end - sameStride { next += 1 }
      guard next < sound.count, abs(sound[next].end - stride.end) < sameStride else {
        // A stride that is surely one and was none.
        if stride.sureDirection != nil { wrong += 1 }
        continue
      }
      if let direction = stride.sureDirection, let before = sound[next].sureDirection, direction != before {
        wrong += 1
      }
      if let a = stride.length, let b = sound[next].length { (length, soundLength) = (length + a, soundLength + b) }
    }
    let limit = max(fewestWrong, Int(wrongShare * Double(sound.count)))
    let isLengthRight = soundLength == 0 || abs(length / soundLength - 1) < wrongLength
    return wrong < limit && isLengthRight
  }

  /// Sets of recordings that are faulty themselves, or hold no walk.
  private static let unsound: Set = ["gravity_removed", "clipped_feet", "low_rate_foot", "waist_no_walking"]

  /// Faults in the sensors on the feet of all sound recordings in `root/<set>/<recording>`.
  package init(in root: String) {
    let paths = RecordingFinder().recordings(at: [root])
    let named = paths.compactMap { path -> (name: String, path: String)? in
      let parts = path.split(separator: "/")
      guard parts.count > 1, !Self.unsound.contains(String(parts[parts.count - 2])) else { return nil }
      return (parts.suffix(2).joined(separator: "/"), path)
    }
    self.init(of: named, placements: [.leftFoot, .rightFoot])
  }

  /// What the table shows, as Markdown.
  package var introduction: String {
    """
    Each fault was put into one sensor on a foot at a time, in \(sensors) sensors of sound recordings. Without a fault,
    \(alarms.count) of the \(sensors) sensors give a warning about their signals.

    - *Warned*: a warning names the sensor, the cause and the remedy.
    - *Harmless*: no warning, no stride surely wrong, and lengths within a tenth of those without the fault.
    """
  }

  /// The table as Markdown.
  package var table: String {
    let head = "| fault | sensors | refused | warned | harmless | missed |\n| --- | --- | --- | --- | --- | --- |"
    let lines = rows.map { row in
      let counts = Outcome.allCases.map { "\(row.outcomes[$0] ?? 0)" }.joined(separator: " | ")
      return "| \(row.fault) | \(row.count) | \(counts) |"
    }
    return ([head] + lines).joined(separator: "\n")
  }
}
