import GaitModel

/// Warnings of every kind, with parameters that change their sentences.
enum WarningExamples {
  static let all: [GaitWarning] = files + segments + tables + clocks + signals + feet + trunk + walk + history

  private static let files: [GaitWarning] = [
    .files(.sensorNotMeasured(file: "L_Thigh.csv")),
    .files(.identicalFiles("left_foot.csv", "right_foot.csv")),
    .files(.identicalSignals(.leftFoot, .rightFoot)),
    .files(.noParticipant(table: "participants.tsv")),
    .files(.unknownKey("height", file: "recording.json", meant: ["height_m", "height_cm"])),
    .files(.overgroundOnBelt(file: "recording.json")),
    .files(.analyzedInChunks(3)),
  ]

  private static let rail = Segment(name: "rail", start: 2.5, end: 900)
  private static let names = (1...8).map { "rail \($0)" }

  private static let segments: [GaitWarning] = [
    .segments(.read([], file: "segments.csv")),
    .segments(.read(["rail"], file: "segments.csv")),
    .segments(.read(names, file: "segments.csv")),
    .segments(.replaced(file: "segments.csv")),
    .segments(.severalTables(["x_events.tsv", "y_events.tsv"], ending: "events.tsv")),
    .segments(.ofOtherRecording(file: "segments.csv", expected: "walk_segments.csv")),
    .segments(.notPreferred(file: "events.tsv", preferred: "segments.csv")),
    .segments(.unusable(file: "events.tsv", reason: "events.tsv: found an empty file")),
    .segments(.events(1, file: "events.tsv")),
    .segments(.events(3, file: "events.tsv")),
    .segments(.repeatedLabel("rail", count: 2, file: "segments.csv")),
    .segments(.outside(rail, recording: 0...2)),
    .segments(.reachesBeyond(rail, recording: 0...95.126)),
    .segments(.withoutStride(rail)),
    .segments(.evaluatedTime(10...60, outside: 12, strides: 80)),
  ]

  private static let tables: [GaitWarning] = [
    .table(.leftFoot, .counterSkips(column: "count", samples: 71, places: 9, rate: 100)),
    .table(.leftFoot, .unplacedSensors(["thigh_left", "thigh_right"])),
    .table(.leftFoot, .unplacedRows(["thigh"], column: "sensor")),
    .table(.leftFoot, .paused(1)),
    .table(.leftFoot, .paused(2)),
    .table(.leftFoot, .rateContradictsTimes(given: 150, column: "time_ms", found: 100, mapping: "time=1:ms")),
  ]

  private static let clocks: [GaitWarning] = [
    .clocks(.assumed([.rightFoot], reference: .leftFoot)),
    .clocks(
      .alignedByMotion(
        [.rightFoot, .lowerBack], reference: .leftFoot, by: .init(offset: -3.5, uncertainty: 0.04, drift: 0))),
    .clocks(
      .alignedByMotion([.lowerBack], reference: .leftFoot, by: .init(offset: 3.5, uncertainty: 0.04, drift: -0.36))),
    .clocks(.endsEarly(.rightFoot, seconds: 20.5, other: .leftFoot, at: 40)),
    .clocks(.beginsLate(.rightFoot, seconds: 20.5, other: .leftFoot)),
    .clocks(.endsWhileWalking(.rightFoot, seconds: 20.5, foot: .leftFoot)),
    .clocks(.beginsWhileWalking(.rightFoot, seconds: 20.5, foot: .leftFoot)),
  ]

  private static let causes: [SignalWarning.Cause] =
    [
      .unknown(fewSamples: false), .unknown(fewSamples: true), .radiansAsDegrees(misfit: 0.3),
      .degreesAsRadians(misfit: 0.3), .scale(factor: 1.5, misfit: 0.3, fittingRate: 100, rate: 150),
    ] + faults.map { .axes($0, misfit: 0.3) }
  static let faults: [SignalWarning.AxisFault] = [
    .gyroscopeSigns, .gyroscopeSign(.x), .accelerometerSign(.y), .gyroscopeExchange(allBut: .x),
    .accelerometerExchange(allBut: .y), .gyroscopeOrder([.y, .minusZ, .x], isMirrored: true),
  ]

  private static let signals: [GaitWarning] =
    [
      .signals(.leftFoot, .rateContradictsDeclaration(measured: 100, declared: 128)),
      .signals(.leftFoot, .stampsOfArrival(delay: 0.12, rate: 99.8)),
      .signals(.leftFoot, .stampsInWholeSeconds(rate: 99.8)),
      .signals(.leftFoot, .rateTooLow(12.5)),
      .signals(.leftFoot, .stuck(.all, isZero: true, places: 1, start: 9, end: 12.1, seconds: 3.1)),
      .signals(
        .leftFoot, .stuck(.accelerometerAxis(.z), isZero: false, places: 3, start: 9, end: 12.1, seconds: 8)),
      .signals(.leftFoot, .damaged(.gyroscope, samples: 12, start: 5.3)),
      .signals(.leftFoot, .gyroscopeTooSlow(degreesPerSecond: 3.2)),
      .signals(.lowerBack, .turnsLikeFoot(degreesPerSecond: 320)),
      .signals(.leftFoot, .gravityWrong(6.87, percent: -30)),
    ] + causes.map { .signals(.leftFoot, .gyroscopeContradictsAccelerometer(misfit: 4.1, cause: $0)) }

  private static let feet: [GaitWarning] =
    [
      .noSwing, .noStride, .fewLengths(swings: 40, measured: 9, mostOften: nil), .toesContradicted, .toesUpright,
      .toesUnknown, .loose(degrees: 25), .clipped(samples: 120), .missing(places: 1, longerThan: 0.2),
      .missing(places: 4, longerThan: 0.2), .looksLikeOther,
    ].map { .foot(.leftFoot, $0) }
    + RejectReason.allCases.map { .foot(.rightFoot, .fewLengths(swings: 40, measured: 9, mostOften: $0)) }

  private static let lengths: [TrunkWarning.LengthSource] =
    [.belt, .knownDistance(meters: 40, scale: 1.15)]
    + [true, false].flatMap { usesHeight -> [TrunkWarning.LengthSource] in
      [
        .trunk(usesHeight: usesHeight), .trunkAgainstBelt(usesHeight: usesHeight),
        .trunkAgainstDistance(meters: 500, usesHeight: usesHeight),
      ]
    }

  private static let trunk: [GaitWarning] =
    ([
      .noWalking, .irregularSteps(12, times: [3...9, 20...28], hasMore: true), .stairs(strides: 12, of: 40),
      .withoutLength(strides: 3, of: 40), .frontContradicted(.minusX), .frontContradictedOrAtWaist(.minusX),
      .wornAtWaist, .backOrWaist, .forwardOrSideways, .frontUnsure,
    ] + lengths.map(TrunkWarning.lengths)).map { .trunk(.lowerBack, $0) }

  private static let walk: [GaitWarning] = [
    .walk(.feetInOppositeDirections(strides: 12, of: 20)),
    .walk(.feetSwingTogether(percent: 70, mayBeOneFoot: true)),
    .walk(.feetSwingTogether(percent: 26, mayBeOneFoot: false)),
    .walk(.feetExchanged),
    .walk(.feetContradictBackDirection(strides: 12, of: 20)),
    .walk(.feetContradictBackCount(feet: 40, back: 12)),
    .walk(.beltSpeedContradicted(given: 4.3, measured: 1.21)),
    .walk(.distanceContradicted(given: 400, measured: 21.3)),
    .walk(.heightContradicted(height: 0.9, stride: 1.4)),
    .walk(.trunkSensorNotUsed(.waistFront)),
    .walk(.shankNotAnalyzed(.leftShank)),
    .inChunks(1, of: 3, .foot(.leftFoot, .noSwing)),
  ]

  private static let history: [GaitWarning] =
    [
      .history(.heightsDiffer(here: 1.8, before: 1.68)), .history(.sameTime(recording: "walk")),
      .history(.clockZonesDiffer(here: -300, before: 120)), .history(.placedByHand(subject: "S01", session: "first")),
    ] + [CalendarDay("2031-09-07")].compactMap { $0 }.map { .history(.dateInFuture($0)) }
}
