/// A kind of people whose walks were measured.
package enum PeopleKind: String, Sendable, CaseIterable {
  case healthy, older, stroke
  case multipleSclerosis = "multiple_sclerosis"
  /// With their healthy controls.
  case als
  case footSurgery = "foot_surgery"

  /// By how the path of a recording, `set/name`, begins; the first that fits. All others are healthy.
  private static let beginnings: [(beginning: String, kind: PeopleKind)] = [
    ("stroke/", .stroke), ("felius/", .stroke), ("als", .als), ("gaitmap/ms", .multipleSclerosis),
    ("mobgap/MS", .multipleSclerosis), ("semiogram/multiple_sclerosis", .multipleSclerosis),
    ("semiogram/equino", .footSurgery), ("mobgap", .older), ("waist_front/SE", .older),
  ]

  /// - Parameter recording: `set/name`.
  package init(of recording: String) {
    self = Self.beginnings.first { recording.hasPrefix($0.beginning) }?.kind ?? .healthy
  }
}
