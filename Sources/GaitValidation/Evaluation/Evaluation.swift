import GaitMeasures
import GaitModel
import GaitStatistics

/// How well the strides of `strides.csv` agree with those of another system, together and by group.
package struct Evaluation: Sendable {
  /// Seconds by which an initial contact may differ to be the same, where the reference has no windows.
  package var tolerance: Double
  /// Whether the middle of a swing must lie in a window of the reference.
  package var hasWindows: Bool
  /// Recordings of the reference that the strides do not have; their rows count neither way.
  package var recordingsWithoutStrides: [String]
  /// All pairs, then each group.
  package var groups: [Group]

  /// What groups are made by.
  package enum Key: String, Sendable, CaseIterable {
    case direction, subject, session, recording, foot
  }

  /// A quarter of a second is less than half of the shortest usual step, so that no contact of the next step is taken.
  package static let usualTolerance = 0.25

  /// - Parameters:
  ///   - reference: The reference's table and its file's name.
  ///   - strides: The same of `strides.csv`.
  /// - Throws: `EvaluationError` if a table cannot be understood, or the two have no recording in common.
  package init(
    reference: (text: String, file: String), strides: (text: String, file: String), by keys: [Key] = [],
    tolerance: Double = usualTolerance
  ) throws(EvaluationError) {
    self.tolerance = tolerance
    let references = try EvaluationReferences(reference.text, file: reference.file, tolerance: tolerance)
    let all = try EvaluationStride.all(strides.text, file: strides.file)
    hasWindows = references.hasWindows
    let walks = Dictionary(grouping: all, by: \.recording)
    guard references.hasRecordings || walks.count <= 1 else {
      throw .severalRecordings(file: reference.file, count: walks.count)
    }
    let only = walks.keys.first ?? ""
    let truths = Dictionary(grouping: references.strides) { references.hasRecordings ? $0.recording ?? "" : only }
    recordingsWithoutStrides = truths.keys.filter { walks[$0] == nil }.sorted { NaturalOrder.compare($0, $1) < 0 }
    let common = walks.keys.filter { truths[$0] != nil }.sorted { NaturalOrder.compare($0, $1) < 0 }
    guard !common.isEmpty else { throw .nothingInCommon(reference: reference.file, strides: strides.file) }
    let rows = common.flatMap { name in
      EvaluationRow.rows(of: walks[name] ?? [], truths[name] ?? [], hasWindows: references.hasWindows)
    }
    groups = [Group(label: [], rows)]
    guard !keys.isEmpty else { return }
    let parts = Dictionary(grouping: rows) { row in keys.map { row.value(of: $0) } }
    groups += parts.sorted { a, b in
      let order = zip(a.key, b.key).map { NaturalOrder.compare($0, $1) }.first { $0 != 0 } ?? 0
      return order < 0
    }.map { values, rows in Group(label: zip(keys, values).map { ($0, $1) }, rows) }
  }
}

/// A pair, or a stride that one of the two lacks.
struct EvaluationRow: Sendable {
  var recording: String
  var subject: String?
  var session: String?
  var found: Stride?
  var reference: EvaluationReference?

  /// The rows of one recording. Steps in place count neither way, and strides found outside the time that the reference spans
  /// are not known to be wrong.
  static func rows(
    of strides: [EvaluationStride], _ references: [EvaluationReference], hasWindows: Bool
  ) -> [EvaluationRow] {
    guard let first = strides.first, let start = references.map(\.window.lowerBound).min(),
      let end = references.map(\.window.upperBound).max()
    else { return [] }
    let feet = Set(references.compactMap(\.foot))
    let anyFoot = references.contains { $0.foot == nil }
    func time(_ stride: Stride) -> Double { hasWindows ? (stride.finalContact + stride.end) / 2 : stride.end }
    let matches = StridePairs.matches(
      strides.map { ($0.stride.foot, time($0.stride)) }, references.map { ($0.foot ?? .left, $0.window) },
      anyFoot: anyFoot)
    let partner = Dictionary(uniqueKeysWithValues: matches.map { ($0.reference, strides[$0.found].stride) })
    let taken = Set(matches.map(\.found))
    func row(_ found: Stride?, _ reference: EvaluationReference?) -> EvaluationRow {
      EvaluationRow(
        recording: first.recording, subject: first.subject, session: first.session, found: found, reference: reference)
    }
    let known = references.enumerated().filter { $0.element.direction != .inPlace }.map {
      row(partner[$0.offset], $0.element)
    }
    let extra = strides.enumerated().filter { k, one in
      !taken.contains(k) && one.stride.direction != .inPlace && (anyFoot || feet.contains(one.stride.foot))
        && (start...end).contains(time(one.stride))
    }
    return known + extra.map { row($0.element.stride, nil) }
  }

  /// Who the errors of a stride belong to; a recording that names nobody is its own person.
  var person: String { subject ?? "recording \(recording)" }

  func value(of key: Evaluation.Key) -> String {
    switch key {
    case .direction: (reference?.direction ?? found?.direction)?.rawValue ?? "not known"
    case .subject: subject ?? "not known"
    case .session: session ?? "not known"
    case .recording: recording
    case .foot: (reference?.foot ?? found?.foot)?.rawValue ?? "not known"
    }
  }
}
