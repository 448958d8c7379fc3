import GaitCore
import GaitModel

/// How well strides agree with those of a reference.
package struct Agreement: Sendable {
  package private(set) var references = 0
  package private(set) var found = 0
  /// By the reference's direction, what was called what.
  package private(set) var directions: [Direction: [Direction?: Int]] = [:]
  /// By what the reference says touched first, what was called what.
  package private(set) var contacts: [FirstContact: [FirstContact?: Int]] = [:]
  /// By the reference's direction.
  package private(set) var lengths: [Direction: [LengthPair]] = [:]
  /// Errors in seconds, by the reference's direction.
  package private(set) var initialContacts: [Direction: TimeErrors] = [:]
  package private(set) var finalContacts: [Direction: TimeErrors] = [:]
  /// Of initial contacts, in seconds around the middle error of the foot in the recording.
  package private(set) var initialContactErrors: [ReferenceContact: Double] = [:]
  package private(set) var directionReliability = Reliability()
  package private(set) var contactReliability = Reliability()
  /// Of recordings in which the person walked a known distance, how much more was found, in m.
  package private(set) var distanceErrors: [Double] = []
  private var unmatched = 0
  private var matchedInComplete = 0

  package init() {}

  /// The length of one stride as found and as the reference has it, in m.
  package struct LengthPair: Sendable {
    package var found: Double
    package var reference: Double
    /// Whether the interval that was given holds the reference's.
    package var isWithinInterval: Bool?

    package var error: Double { found - reference }
  }

  /// A contact of a reference.
  package struct ReferenceContact: Hashable, Sendable {
    package var recording: String
    package var foot: Side
    /// In seconds on the recording's clock.
    package var time: Double
  }

  /// Errors of times in seconds.
  package struct TimeErrors: Sendable {
    /// Where the reference's clock is that of the sensors.
    package var absolute: [Double] = []
    /// Around the middle error of a foot in a recording, since every reference has a rule of its own for contacts.
    package var relative: [Double] = []
  }

  /// Share of the reference's strides that were found.
  package var recall: Double? { references == 0 ? nil : Double(found) / Double(references) }

  /// Share of the strides found that the reference has, in recordings of which it knows all.
  package var precision: Double? {
    let all = matchedInComplete + unmatched
    return all == 0 ? nil : Double(matchedInComplete) / Double(all)
  }

  /// Share of the found strides of one direction whose direction is right.
  package func correct(_ direction: Direction) -> Double? { share(of: direction, in: directions[direction]) }

  /// Share of heel and toe contacts that were told right.
  package var contactCorrect: Double? {
    let counts: [(right: Int, all: Int)] = [FirstContact.heel, .toe].compactMap { contact in
      contacts[contact].map { ($0[contact] ?? 0, $0.values.reduce(0, +)) }
    }
    let all = counts.reduce(0) { $0 + $1.all }
    return all == 0 ? nil : Double(counts.reduce(0) { $0 + $1.right }) / Double(all)
  }

  /// Lengths of all directions.
  package var allLengths: [LengthPair] { Direction.allCases.flatMap { lengths[$0] ?? [] } }

  /// Mean absolute error of the stride length in m.
  package var lengthError: Double? { Errors(allLengths.map(\.error))?.meanAbsolute }

  private func share<Label: Hashable>(of label: Label, in counts: [Label?: Int]?) -> Double? {
    guard let counts else { return nil }
    return Double(counts[label] ?? 0) / Double(counts.values.reduce(0, +))
  }

  /// Adds one recording; strides in place count neither way.
  package mutating func add(_ strides: [Stride], against recording: ReferenceRecording, anyFoot: Bool = false) {
    let matched = StridePairs(strides, reference: recording.strides, anyFoot: anyFoot)
    let pairs = matched.pairs.filter { $0.reference.direction != .inPlace }
    references += recording.strides.count { $0.direction != .inPlace }
    found += pairs.count
    if recording.isComplete, let first = recording.strides.map(\.window.lowerBound).min(),
      let last = recording.strides.map(\.window.upperBound).max()
    {
      matchedInComplete += pairs.count
      unmatched += matched.unmatched.count { (first...last).contains(($0.finalContact + $0.end) / 2) }
    }
    for (stride, reference) in pairs {
      directions[reference.direction, default: [:]][stride.direction, default: 0] += 1
      directionReliability.add(
        confidence: stride.directionConfidence, isRight: stride.direction == reference.direction)
      if let contact = reference.contact, !anyFoot {
        contacts[contact, default: [:]][stride.contact, default: 0] += 1
        contactReliability.add(confidence: stride.contactConfidence, isRight: stride.contact == contact)
      }
      if let length = stride.length, let truth = reference.length {
        lengths[reference.direction, default: []].append(
          LengthPair(found: length, reference: truth, isWithinInterval: stride.lengthInterval?.contains(truth)))
      }
    }
    if let distance = recording.distance, let walked = strides.walkedDistance {
      distanceErrors.append(walked - distance)
    }
    guard !recording.isComputed else { return }
    addTimes(pairs, to: \.initialContacts, clock: recording, { $0.end }, { $0.initialContact })
    addTimes(pairs, to: \.finalContacts, clock: recording, { $0.finalContact }, { $0.finalContact })
    for side in Side.allCases {
      let errors = pairs.compactMap { pair -> (ReferenceContact, Double)? in
        guard pair.reference.foot == side, let time = pair.reference.initialContact else { return nil }
        return (ReferenceContact(recording: recording.path, foot: side, time: time), pair.found.end - time)
      }
      guard let middle = Errors(errors.map(\.1))?.median else { continue }
      for (contact, error) in errors { initialContactErrors[contact] = error - middle }
    }
  }

  private mutating func addTimes(
    _ pairs: [(found: Stride, reference: ReferenceStride)],
    to errors: WritableKeyPath<Agreement, [Direction: TimeErrors]>,
    clock: ReferenceRecording, _ found: (Stride) -> Double, _ truth: (ReferenceStride) -> Double?
  ) {
    for side in Side.allCases {
      let all = pairs.filter { $0.reference.foot == side }.compactMap { pair in
        truth(pair.reference).map { (pair.reference.direction, found(pair.found) - $0) }
      }
      guard let middle = Errors(all.map(\.1))?.median else { continue }
      for (direction, error) in all {
        self[keyPath: errors][direction, default: TimeErrors()].relative.append(error - middle)
        if !clock.hasClockOffset { self[keyPath: errors][direction, default: TimeErrors()].absolute.append(error) }
      }
    }
  }

  /// Adds what was found in other recordings.
  package mutating func add(_ other: Agreement) {
    references += other.references
    found += other.found
    unmatched += other.unmatched
    matchedInComplete += other.matchedInComplete
    directions.merge(other.directions) { $0.merging($1, uniquingKeysWith: +) }
    contacts.merge(other.contacts) { $0.merging($1, uniquingKeysWith: +) }
    lengths.merge(other.lengths, uniquingKeysWith: +)
    distanceErrors += other.distanceErrors
    let times = { (a: TimeErrors, b: TimeErrors) in
      TimeErrors(absolute: a.absolute + b.absolute, relative: a.relative + b.relative)
    }
    initialContacts.merge(other.initialContacts, uniquingKeysWith: times)
    finalContacts.merge(other.finalContacts, uniquingKeysWith: times)
    initialContactErrors.merge(other.initialContactErrors) { $1 }
    directionReliability.add(other.directionReliability)
    contactReliability.add(other.contactReliability)
  }
}
