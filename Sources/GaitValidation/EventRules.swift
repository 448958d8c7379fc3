import GaitModel

/// Rules by which others tell contacts from a sensor on the foot, for comparison with the one used here.
package enum EventRule: String, CaseIterable, Sendable {
  /// Initial contact where the foot's rotation in the swing ends: the pitch rate's zero after the swing (Sabatini et al.
  /// 2005, doi 10.1109/TBME.2004.840727).
  case endOfRotation = "end_of_rotation"
  /// Initial contact at the jolt: the largest change of acceleration around the end of the swing (after Jasiewicz et al.
  /// 2006, doi 10.1016/j.gaitpost.2005.12.017).
  case jolt
  /// Final contact where the foot's rotation turns into that of the swing: the pitch rate's zero before it (Rampp et al.
  /// 2015, doi 10.1109/TBME.2014.2368211).
  case reversal

  /// Whether it tells initial contacts.
  package var isInitial: Bool { self != .reversal }
}

/// Times by other rules, in seconds, for the strides of one sensor.
struct EventRules {
  private let stream: SensorStream
  /// Rate about the mediolateral axis in rad/s, toes down positive.
  private let rate: [Double]

  /// Around an initial contact, where its jolt may be, in s.
  private static let joltReach = 0.12
  /// Farthest from a contact at which a zero of the rate belongs to it, in s.
  private static let zeroReach = 0.25

  /// `nil` if the sensor's alignment is not known.
  init?(_ stream: SensorStream, findings: SensorFindings) {
    guard let left = findings.alignment?.rotation[1], left.count == 3 else { return nil }
    let bias = findings.gyroscopeBias ?? [0, 0, 0]
    self.stream = stream
    let w = stream.angularVelocity
    rate = (0..<stream.count).map {
      (w.x[$0] - bias[0]) * left[0] + (w.y[$0] - bias[1]) * left[1] + (w.z[$0] - bias[2]) * left[2]
    }
  }

  /// The time by `rule` of the contact of `stride`, or `nil` where the rule finds none.
  func time(_ rule: EventRule, of stride: Stride) -> Double? {
    let swing = index(stride.finalContact)..<index(stride.end)
    guard swing.count > 4, swing.upperBound < stream.count else { return nil }
    // The middle of the swing's rotation: where it is fastest in the middle half.
    let quarter = swing.count / 4
    let middle = (swing.lowerBound + quarter)..<(swing.upperBound - quarter)
    guard let fastest = middle.max(by: { abs(rate[$0]) < abs(rate[$1]) }) else { return nil }
    switch rule {
    case .endOfRotation: return zero(from: fastest, step: 1, near: stride.end)
    case .reversal: return zero(from: fastest, step: -1, near: stride.finalContact)
    case .jolt: return jolt(near: stride.end)
    }
  }

  private func index(_ time: Double) -> Int {
    var low = 0
    var high = stream.count
    while low < high {
      let middle = (low + high) / 2
      if stream.time[middle] < time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func zero(from start: Int, step: Int, near time: Double) -> Double? {
    var i = start
    while rate.indices.contains(i + step) {
      let (a, b) = (rate[i], rate[i + step])
      if (a > 0) != (b > 0) {
        let share = a / (a - b)
        let found = stream.time[i] + share * (stream.time[i + step] - stream.time[i])
        return abs(found - time) < Self.zeroReach ? found : nil
      }
      i += step
    }
    return nil
  }

  private func jolt(near time: Double) -> Double? {
    let range = index(time - Self.joltReach)..<min(index(time + Self.joltReach), stream.count - 1)
    let a = stream.acceleration
    let changes = range.map { i in
      let (x, y, z) = (a.x[i + 1] - a.x[i], a.y[i + 1] - a.y[i], a.z[i + 1] - a.z[i])
      return (i, x * x + y * y + z * z)
    }
    return changes.max { $0.1 < $1.1 }.map { (stream.time[$0.0] + stream.time[$0.0 + 1]) / 2 }
  }
}

/// How far the times of a rule are from the reference's and from ours.
package struct RuleErrors: Sendable {
  /// Seconds; empty where the reference's clock is not that of the sensors.
  package var fromReference: [Double] = []
  package var fromOurs: [Double] = []

  mutating func add(_ other: RuleErrors) {
    fromReference += other.fromReference
    fromOurs += other.fromOurs
  }
}

extension EventRule {
  /// The errors of all rules in one recording, by direction of the reference's stride.
  static func errors(
    of result: GaitResult, recording: Recording, reference: ReferenceRecording
  ) -> [EventRule: [Direction: RuleErrors]] {
    var errors: [EventRule: [Direction: RuleErrors]] = [:]
    guard !reference.isComputed else { return errors }
    let rules = Dictionary(
      recording.sensors.compactMap { stream -> (Side, EventRules)? in
        guard let foot = stream.placement.foot,
          let findings = result.sensors.first(where: { $0.placement == stream.placement }),
          let rules = EventRules(stream, findings: findings)
        else { return nil }
        return (foot, rules)
      }, uniquingKeysWith: { first, _ in first })
    for (stride, truth) in StridePairs(result.strides, reference: reference.strides).pairs {
      for rule in EventRule.allCases {
        guard let contact = rule.isInitial ? truth.initialContact : truth.finalContact,
          let time = rules[stride.foot]?.time(rule, of: stride)
        else { continue }
        var error = RuleErrors(fromOurs: [time - (rule.isInitial ? stride.end : stride.finalContact)])
        if !reference.hasClockOffset { error.fromReference = [time - contact] }
        errors[rule, default: [:]][truth.direction, default: RuleErrors()].add(error)
      }
    }
    return errors
  }
}
