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

  /// Largest share of missing samples with which the stream is still used.
  var largestMissingShare = mostMissing

  /// Largest share of missing samples with which a recording is still used.
  static let mostMissing = 0.3

  /// The stream of `columns` (time, acceleration x y z, angular velocity x y z) in the units of `sensor`.
  func stream(columns: consuming [[Double]], sensor: PlainColumns.Sensor) throws(IngestError) -> SensorStream {
    var columns = columns
    for (k, column) in sensor.columns.enumerated() where column.factor != 1 {
      for i in columns[k].indices { columns[k][i] *= column.factor }
    }
    let time = columns[0]
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
    let acceleration = wholeSamples(&columns, 1)
    let rate = wholeSamples(&columns, 4)
    var timing: SampleTiming
    do throws(SamplingClock.Fault) {
      timing = try SamplingClock.timing(of: time)
    } catch {
      throw timeError(error, time: time, sensor: sensor)
    }
    timing.declaredRate = declaredRate
    var stream = SensorStream(
      placement: placement, time: time, acceleration: acceleration, angularVelocity: rate, timing: timing)
    let lost = timing.lostSamples
    try Self.checkMissing(
      Self.emptySamples(in: stream) + lost, of: stream.count + lost, file: file, largest: largestMissingShare)
    stream.source = SignalSource(
      file: file, accelerationUnit: sensor.acceleration[0].unit, angularVelocityUnit: sensor.angularVelocity[0].unit,
      placementFrom: placementFrom)
    return stream
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
      advice: "export the recording again")
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

  /// How many samples of `stream` have a row without all of its numbers.
  static func emptySamples(in stream: SensorStream) -> Int {
    let (a, w) = (stream.acceleration, stream.angularVelocity)
    var empty = 0
    for i in 0..<stream.count where (a.x[i] + a.y[i] + a.z[i] + w.x[i] + w.y[i] + w.z[i]).isNaN { empty += 1 }
    return empty
  }

  /// - Throws: `IngestError` if more than the share `largest` of a sensor's samples is missing.
  static func checkMissing(_ missing: Int, of all: Int, file: String, largest: Double) throws(IngestError) {
    let share = Double(missing) / Double(max(1, all))
    guard share < largest || missing == 0 else {
      throw IngestError(
        .unusable, file: file, found: "\(Int((share * 100).rounded())) % of the samples missing",
        expected: "less than \(Int(largest * 100)) %",
        advice: "export the recording with all of its samples, or measure again")
    }
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
        .unusable, file: file, found: "time stamps of which most are the same as the one before",
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
