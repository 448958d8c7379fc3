import GaitModel
import GaitWords

extension SummaryDocument {
  /// The summary of a recording. Numbers are rounded to what can be measured.
  package init(
    recording: Recording, result: GaitResult, summary: WalkSummary, settings: JSONValue, program: ProgramVersion
  ) {
    let details = recording.details
    let curves = MeanCurve.all(of: result).map(Curve.init)
    let warnings = recording.warnings + result.warnings
    self.init(
      recording: recording.name, subject: details.subject, session: details.session, startedAt: details.startedAt,
      surface: details.surface, beltSpeedMS: details.beltSpeed, inclinePercent: details.inclinePercent,
      heightM: details.height, walkedM: details.walkedDistance, notes: details.notes,
      durationSeconds: rounded(recording.duration, 2),
      strides: result.strides.count, stridesByDirection: Self.count(result.strides), program: program,
      inputs: recording.inputs, settings: settings,
      sensors: result.sensors.map(Sensor.init), directions: [:], contacts: [:], rejected: [:],
      trunk: Trunk(result.bouts), warnings: warnings.map(\.words),
      curves: curves.isEmpty ? nil : curves)
    warningCodes = warnings.map(\.code.rawValue)
    self.details = details.other.isEmpty ? nil : details.other
    for k in sensors.indices {
      sensors[k].clock = recording[sensors[k].placement]?.source?.clockRelation.map(ClockOffset.init)
    }
    for direction in summary.directions {
      directions[direction.direction.rawValue] = DirectionMeasures(direction)
      contacts[direction.direction.rawValue] = Dictionary(
        uniqueKeysWithValues: direction.contacts.map { ($0.rawValue, rounded($1, 4)) })
    }
    leftOut = Dictionary(uniqueKeysWithValues: summary.leftOut.map { ($0.rawValue, $1) })
    halfTurns = Measure.halfTurns(in: result.strides)
    addWalkMeasures(WalkEvidence(result, of: recording, summary: summary))
    stridesToLookAt = LookAt(result)
    for reason in result.strides.compactMap(\.rejectReason) { rejected[reason.rawValue, default: 0] += 1 }
  }
}

extension SummaryDocument {
  private static func count(_ strides: [Stride]) -> [String: Int] {
    Dictionary(strides.compactMap { $0.sureDirection.map { ($0.rawValue, 1) } }, uniquingKeysWith: +)
  }
}

extension SummaryDocument.Curve {
  init(_ curve: MeanCurve) {
    self.init(
      foot: curve.foot, direction: curve.direction, n: curve.n, forwardM: curve.forward.map { rounded($0, 4) },
      heightM: curve.height.map { rounded($0, 4) }, heightSDM: curve.heightSD?.map { rounded($0, 4) },
      footPitchDeg: curve.pitch.map { rounded($0, 2) }, footPitchSDDeg: curve.pitchSD?.map { rounded($0, 2) })
  }
}

extension SummaryDocument.Sensor {
  init(_ findings: SensorFindings) {
    let degrees = 180 / Double.pi
    self.init(
      placement: findings.placement, samplingRateHz: rounded(findings.timing.rate, 3),
      jitterMs: rounded(findings.timing.jitter * 1000, 3), samples: findings.samples,
      gaps: findings.timing.gaps.map { .init(startS: rounded($0.start, 4), endS: rounded($0.end, 4)) },
      alignment: findings.alignment.map { $0.rotation.map { $0.map { rounded($0, 4) } } },
      alignmentConfidence: findings.alignment.map { rounded($0.confidence, 4) },
      gyroscopeBiasDegS: findings.gyroscopeBias.map { $0.map { rounded($0 * degrees, 3) } },
      restingAccelerationMS2: findings.restingAcceleration.map { rounded($0, 3) },
      restSharePercent: findings.restShare.map { rounded($0 * 100, 1) }, clippedSamples: findings.clippedSamples,
      swings: findings.swings, swingsWithLength: findings.measuredSwings)
  }
}

extension SummaryDocument.ClockOffset {
  init(_ relation: SignalSource.ClockRelation) {
    self.init(
      offsetS: rounded(relation.offset, 3), offsetSdS: rounded(relation.uncertainty, 3),
      driftSPerHour: rounded(relation.drift * 3600, 3))
  }
}

extension SummaryDocument.Trunk {
  /// `nil` if no bout has measures of the trunk.
  init?(_ bouts: [WalkingBout]) {
    let measured = bouts.filter { $0.trunk != nil }
    guard !measured.isEmpty else { return nil }
    self.init(directions: [:], bouts: [], definitions: [:])
    for (direction, bouts) in Dictionary(grouping: measured, by: \.direction) {
      directions[direction.rawValue] = TrunkMeasures(meanOf: bouts.compactMap(\.trunk)).map(
        SummaryDocument.TrunkMotion.init)
    }
    self.bouts = measured.compactMap { bout in
      bout.trunk.map(SummaryDocument.TrunkMotion.init).map {
        .init(bout: bout.number, direction: bout.direction, steps: $0.steps, measures: $0.measures)
      }
    }
    for measure in TrunkMeasureDefinition.all {
      definitions[measure.id] = .init(
        title: measure.title, unit: measure.unit, method: measure.method, source: measure.source)
    }
  }
}

extension SummaryDocument.TrunkMotion {
  /// Rounded to what can be measured.
  package init(_ trunk: TrunkMeasures) {
    self.init(steps: trunk.steps, measures: [:])
    for measure in TrunkMeasureDefinition.all {
      if let value = measure.value(trunk), value.isFinite { measures[measure.id] = rounded(value, 4) }
    }
  }
}

extension SummaryDocument.DirectionMeasures {
  /// Why there is no mean where strides were walked and none of them counts, whatever sensors there are.
  static let noStrideCounts = "every stride was left out of the means, each with its reason"

  init(_ summary: DirectionSummary) {
    let missing = StrideQuantity.averaged.filter { summary.measures[$0.id] == nil }
    self.init(
      strides: summary.strides, stridesWalked: summary.walked.strides, durationS: rounded(summary.walked.duration, 2),
      distanceM: summary.walked.distance.map { rounded($0, 2) },
      measures: summary.measures.mapValues(SummaryDocument.Measure.init),
      asymmetryPercent: summary.asymmetryPercent.mapValues { rounded($0, 2) },
      notMeasured: Dictionary(
        uniqueKeysWithValues: missing.map {
          ($0.id, summary.strides == 0 ? Self.noStrideCounts : $0.mean?.requirement ?? "")
        }),
      contactCount: summary.contactCount)
  }
}

extension SummaryDocument.SegmentMeasures {
  /// - Parameters:
  ///   - strides: Of the whole recording, each with its segment and why it enters no mean.
  ///   - bouts: Of the whole recording, each with its segment.
  init(_ segment: Segment, strides: [Stride], bouts: [WalkingBout]) {
    let own = strides.filter { $0.segment == segment.name }
    let summary = WalkSummary(strides: own, bouts: bouts.filter { $0.segment == segment.name })
    self.init(
      name: segment.name, startS: rounded(segment.start, 4), endS: rounded(segment.end, 4), strides: own.count,
      directions: [:], contacts: [:],
      leftOut: Dictionary(uniqueKeysWithValues: summary.leftOut.map { ($0.rawValue, $1) }))
    for direction in summary.directions {
      let key = direction.direction.rawValue
      directions[key] = SummaryDocument.DirectionMeasures(direction)
      contacts[key] = Dictionary(
        uniqueKeysWithValues: direction.contacts.map { ($0.rawValue, rounded($1, 4)) })
    }
  }
}

extension SummaryDocument.Measure {
  init(_ summary: MeasureSummary) {
    self.init(
      n: summary.n, mean: rounded(summary.mean, 4), sd: summary.sd.map { rounded($0, 4) },
      cvPercent: summary.cvPercent.map { rounded($0, 2) }, median: rounded(summary.median, 4),
      ci95: summary.ci95.map { [rounded($0.lowerBound, 4), rounded($0.upperBound, 4)] })
  }
}

/// `value` rounded to `decimals` places.
private func rounded(_ value: Double, _ decimals: Int) -> Double {
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let result = (value * scale).rounded() / scale
  return result == 0 ? 0 : result
}
