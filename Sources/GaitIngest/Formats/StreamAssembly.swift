import GaitModel

/// Makes a stream of seven columns of numbers, and refuses what cannot be measured with.
struct StreamAssembly {
  let file: String
  let placement: Placement
  /// Names the place of a row and column of the source.
  let place: (_ row: Int, _ column: Int) -> String
  /// Samples per second that the file declares, where it does.
  var declaredRate: Double?
  /// What says where the sensor was worn.
  var placementFrom = SignalSource.PlacementEvidence.fileName

  /// Whether this is one chunk of a sensor's samples: how many are missing or stuck is judged over all of them.
  var isChunk = false

  /// The stream of `columns` (time, acceleration x y z, angular velocity x y z) in the units of `sensor`.
  func stream(columns: consuming [[Double]], sensor: PlainColumns.Sensor) throws(IngestError) -> SensorStream {
    var columns = columns
    for (k, column) in sensor.columns.enumerated() where column.factor != 1 {
      for i in columns[k].indices { columns[k][i] *= column.factor }
    }
    var time = columns[0]
    guard !time.isEmpty else { throw Self.noSamples(file) }
    if let row = time.firstIndex(where: \.isNaN) {
      throw Self.noTime(file, place: place(row, sensor.time.position))
    }
    for k in 0..<7 {
      guard let row = columns[k].firstIndex(where: \.isInfinite) else { continue }
      throw IngestError(
        .unusable, file: file, place: place(row, sensor.columns[k].position), found: "an infinite number",
        expected: "a number, or NaN where a sample is missing", advice: "export the recording again")
    }
    var timing: SampleTiming
    do throws(SamplingClock.Fault) {
      try SamplingClock.check(time)
    } catch {
      throw timeError(error, time: time, sensor: sensor)
    }
    // Over a chunk's ends nothing can be interpolated.
    if !isChunk, let joined = try QuantityStamps(columns).joined(file: file) { columns = joined }
    do throws(SamplingClock.Fault) {
      removeDoubledRows(&columns)
      time = columns[0]
      let reading = try SamplingClock.reading(of: time)
      timing = reading.timing
      time = reading.time ?? time
    } catch {
      throw timeError(error, time: time, sensor: sensor)
    }
    timing.declaredRate = declaredRate
    var acceleration = wholeSamples(&columns, 1)
    var rate = wholeSamples(&columns, 4)
    let stuck = removeStuck(&acceleration, &rate, time: time, rate: timing.rate)
    let damaged = removeDamaged(&acceleration, &rate, time: time)
    var stream = SensorStream(
      placement: placement, time: time, acceleration: acceleration, angularVelocity: rate, timing: timing)
    stream.stuck = stuck
    stream.damaged = damaged
    if !isChunk {
      var losses = SampleLosses()
      losses.add(stream, lost: timing.lostSamples)
      try losses.check(placement, file: file)
    }
    stream.timing.gaps = Self.gaps(in: stream)
    stream.source = SignalSource(
      file: file, accelerationUnit: sensor.acceleration[0].unit, angularVelocityUnit: sensor.angularVelocity[0].unit,
      placementFrom: placementFrom)
    return stream
  }

  /// Share of the rows that may repeat the row above, its stamp included, and be left out; more are something else.
  private static let mostDoubled = 0.1

  /// Leaves out rows that repeat all of the row above: a line that was written twice.
  private func removeDoubledRows(_ columns: inout [[Double]]) {
    let count = columns[0].count
    var doubled = Set<Int>()
    for i in columns[0].indices.dropFirst() where columns[0][i] == columns[0][i - 1] {
      if columns.allSatisfy({ column in column[i] == column[i - 1] }) { doubled.insert(i) }
    }
    guard !doubled.isEmpty, Double(doubled.count) <= Self.mostDoubled * Double(count) else { return }
    for k in columns.indices {
      var kept: [Double] = []
      kept.reserveCapacity(count - doubled.count)
      for i in 0..<count where !doubled.contains(i) { kept.append(columns[k][i]) }
      columns[k] = kept
    }
  }

  /// The three columns from `first` on, moved out of `columns`; a sample without one of its axes is without all.
  private func wholeSamples(_ columns: inout [[Double]], _ first: Int) -> TriaxialSeries {
    for i in columns[first].indices
    where (columns[first][i] + columns[first + 1][i] + columns[first + 2][i]).isNaN {
      for k in first..<(first + 3) { columns[k][i] = .nan }
    }
    defer { for k in first..<(first + 3) { columns[k] = [] } }
    return TriaxialSeries(x: columns[first], y: columns[first + 1], z: columns[first + 2])
  }

  static func noSamples(_ file: String) -> IngestError {
    IngestError(
      .unusable, file: file, found: "no samples", expected: "samples below the header",
      advice: "export the recording again, or name the other sensors with --sensors to do without this one")
  }

  static func noTime(_ file: String, place: String) -> IngestError {
    IngestError(
      .unusable, file: file, place: place, found: "no time", expected: "a time stamp in every row",
      advice: "remove the row or fill the time in")
  }

  static func timeGoesBack(_ file: String, place: String, found: String) -> IngestError {
    IngestError(
      .unusable, file: file, place: place, found: found, expected: "time that never goes back",
      advice: "sort the rows, or split the file where the clock was set back")
  }

  /// Takes the samples in which a part of the sensor repeats one value for missing, and says where they were.
  private func removeStuck(
    _ acceleration: inout TriaxialSeries, _ angularVelocity: inout TriaxialSeries, time: [Double], rate: Double
  ) -> [StuckSignal] {
    let runs = StuckSignals(
      acceleration: acceleration, angularVelocity: angularVelocity, rate: rate, isChunk: isChunk
    ).runs()
    // The first of them was still measured where the sensor worked before.
    func lost(_ isMissing: (StuckSignal.Part) -> Bool) -> [Range<Int>] {
      runs.filter { isMissing($0.part) }.map { run in
        run.range.lowerBound == 0 ? run.range : run.range.lowerBound + 1..<run.range.upperBound
      }
    }
    acceleration.remove(lost { $0.isMissing.force })
    angularVelocity.remove(lost { $0.isMissing.rate })
    return runs.map {
      StuckSignal(part: $0.part, start: time[$0.range.lowerBound], end: time[$0.range.upperBound - 1], value: $0.value)
    }
  }

  /// Takes single samples that cannot be measurements for missing, and says where they were.
  private func removeDamaged(
    _ acceleration: inout TriaxialSeries, _ angularVelocity: inout TriaxialSeries, time: [Double]
  ) -> [DamagedSample] {
    let found = DamagedSamples().found(acceleration: acceleration, angularVelocity: angularVelocity)
    acceleration.remove(found.accelerometer.map { $0..<($0 + 1) })
    angularVelocity.remove(found.gyroscope.map { $0..<($0 + 1) })
    let samples =
      found.accelerometer.map { DamagedSample(part: .accelerometer, time: time[$0]) }
      + found.gyroscope.map { DamagedSample(part: .gyroscope, time: time[$0]) }
    return samples.sorted { $0.time < $1.time }
  }

  /// The gaps of the stamps, and the samples without a number that are longer than one and a half periods.
  private static func gaps(in stream: SensorStream) -> [SampleTiming.Gap] {
    let (a, w) = (stream.acceleration, stream.angularVelocity)
    var empty: [SampleTiming.Gap] = []
    func add(_ start: Double, _ end: Double) {
      if (end - start) * stream.timing.rate > SamplingClock.gapPeriods { empty.append(.init(start: start, end: end)) }
    }
    var last = 0
    for i in 0..<stream.count where (a.x[i] + a.y[i] + a.z[i] + w.x[i] + w.y[i] + w.z[i]).isFinite {
      if i - last > 1 { add(stream.time[last], stream.time[i]) }
      last = i
    }
    if stream.count - last > 1 { add(stream.time[last], stream.time[stream.count - 1]) }
    guard !empty.isEmpty else { return stream.timing.gaps }
    // A gap without rows in the midst of empty ones is a part of theirs.
    var next = 0
    let others = stream.timing.gaps.filter { gap in
      while next < empty.count, empty[next].end < gap.end { next += 1 }
      return next == empty.count || empty[next].start > gap.start
    }
    return (others + empty).sorted { $0.start < $1.start }
  }

  /// How many samples of `stream` are missing in gaps without a row, beside those whose cells are empty.
  static func lostSamples(in stream: SensorStream) -> Int {
    guard emptySamples(in: stream) > 0 else { return stream.timing.lostSamples }
    var lost = 0
    for (a, b) in zip(stream.time, stream.time.dropFirst()) where b - a <= SampleTiming.longestLoss {
      let periods = (b - a) * stream.timing.rate
      if periods > SamplingClock.gapPeriods { lost += max(0, Int(periods.rounded()) - 1) }
    }
    return lost
  }

  /// How many samples of `stream` have a row without all of its numbers.
  static func emptySamples(in stream: SensorStream) -> Int {
    let (a, w) = (stream.acceleration, stream.angularVelocity)
    var empty = 0
    for i in 0..<stream.count where (a.x[i] + a.y[i] + a.z[i] + w.x[i] + w.y[i] + w.z[i]).isNaN { empty += 1 }
    return empty
  }

  private func timeError(
    _ fault: SamplingClock.Fault, time: [Double], sensor: PlainColumns.Sensor
  ) -> IngestError {
    switch fault {
    case .decreasing(let row):
      Self.timeGoesBack(
        file, place: place(row, sensor.time.position),
        found: "\(columnsTime(time[row], sensor)) after \(columnsTime(time[row - 1], sensor))")
    case .tooCoarse:
      IngestError(
        .unusable, file: file, found: "time stamps that mostly repeat the one before",
        expected: "a time stamp for every sample", advice: "export the time with milliseconds")
    case .tooSlow(let rate):
      IngestError(
        .unusable, file: file, found: "\((rate * 100).rounded() / 100) samples per second",
        expected: "at least \(Int(SamplingClock.lowestRate))",
        advice: "check the unit of the time; a foot's swing is too short to be seen at this rate")
    case .tooFast(let rate):
      IngestError(
        .unusable, file: file, found: "\(Int(rate.rounded())) samples per second",
        expected: "at most \(Int(SamplingClock.highestRate))", advice: "check the unit of the time")
    case .tooShort(let seconds):
      IngestError(
        .unusable, file: file, found: "\((seconds * 1000).rounded() / 1000) s of samples",
        expected: "at least \(Int(SamplingClock.shortest)) s",
        advice: "check the unit of the time, or leave this recording out")
    }
  }

  private func columnsTime(_ seconds: Double, _ sensor: PlainColumns.Sensor) -> String {
    "\(seconds / sensor.time.factor) \(sensor.time.unit)"
  }
}

extension TriaxialSeries {
  /// Takes the samples in `ranges` for missing.
  fileprivate mutating func remove(_ ranges: [Range<Int>]) {
    guard !ranges.isEmpty else { return }
    var columns = [x, y, z]
    for k in columns.indices {
      for range in ranges {
        for i in range { columns[k][i] = .nan }
      }
    }
    self = TriaxialSeries(x: columns[0], y: columns[1], z: columns[2])
  }
}
