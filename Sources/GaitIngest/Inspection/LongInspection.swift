import GaitModel

/// Looks at a long recording a chunk at a time, so that it is never held whole.
struct LongInspection {
  private var sensors: [SensorInspection] = []
  private var warnings = ChunkWarnings()
  private var error: IngestError?
  private var recording: Recording?

  /// Of so many neighboring samples the smallest and largest value are kept for a drawing: a plot of a day at 100 Hz
  /// has 10,000 samples for each of its points.
  private static let drawnTogether = 64

  /// What the recording shows, and its signals as far as a drawing needs them.
  struct Findings {
    var recording: Recording
    var sensors: [SensorInspection]
    var warnings: [GaitWarning]
    /// Why the recording cannot be used, if it cannot.
    var error: IngestError?
  }

  /// - Throws: `IngestError` if the samples cannot be read.
  static func findings(
    of chunks: consuming RecordingChunks, formats: [(file: String, format: RecognizedFormat)]
  ) throws(IngestError) -> Findings {
    var inspection = LongInspection()
    while let chunk = try chunks.next() { inspection.add(chunk, formats: formats) }
    let recording = inspection.recording ?? Recording(name: "", sensors: [])
    return Findings(
      recording: recording, sensors: inspection.sensors, warnings: inspection.warnings.all, error: inspection.error)
  }

  private mutating func add(_ chunk: Recording, formats: [(file: String, format: RecognizedFormat)]) {
    warnings.add(chunk.warnings)
    var drawn = chunk
    drawn.sensors = []
    for stream in chunk.sensors {
      let format = formats.first { $0.file == stream.source?.file }?.format
      let found = SignalSurvey(units: format?.units ?? []).inspection(of: stream)
      if let k = sensors.firstIndex(where: { $0.placement == found.placement }) {
        sensors[k].add(found)
      } else {
        sensors.append(found)
      }
      do throws(IngestError) { try PhysicsCheck(SignalEvidence(stream)).check() } catch let fault {
        error = error ?? fault
      }
      drawn.sensors.append(Self.drawing(of: stream))
    }
    sensors.sort { $0.placement < $1.placement }
    guard let known = recording else {
      recording = drawn
      return
    }
    recording?.sensors = drawn.sensors.reduce(into: known.sensors) { sensors, next in
      if let k = sensors.firstIndex(where: { $0.placement == next.placement }) {
        sensors[k] = sensors[k].followed(by: next)
      } else {
        sensors.append(next)
      }
    }.sorted { $0.placement < $1.placement }
  }

  /// The smallest and largest values of neighboring samples, at the times of the first and last.
  private static func drawing(of stream: SensorStream) -> SensorStream {
    let starts = stride(from: 0, to: stream.count, by: drawnTogether)
    func extremes(_ column: [Double]) -> [Double] {
      starts.flatMap { start in
        var (smallest, largest) = (Double.nan, Double.nan)
        for value in column[start..<min(start + drawnTogether, column.count)] {
          // Comparisons with a missing sample are false.
          if !(value >= smallest) { smallest = value.isNaN ? smallest : value }
          if !(value <= largest) { largest = value.isNaN ? largest : value }
        }
        return [smallest, largest]
      }
    }
    func series(_ series: TriaxialSeries) -> TriaxialSeries {
      TriaxialSeries(x: extremes(series.x), y: extremes(series.y), z: extremes(series.z))
    }
    var drawing = SensorStream(
      placement: stream.placement,
      time: starts.flatMap { [stream.time[$0], stream.time[min($0 + drawnTogether, stream.count) - 1]] },
      acceleration: series(stream.acceleration), angularVelocity: series(stream.angularVelocity),
      timing: stream.timing)
    drawing.source = stream.source
    return drawing
  }
}

extension SensorStream {
  /// The samples of both, one after the other.
  fileprivate func followed(by next: SensorStream) -> SensorStream {
    func series(_ a: TriaxialSeries, _ b: TriaxialSeries) -> TriaxialSeries {
      TriaxialSeries(x: a.x + b.x, y: a.y + b.y, z: a.z + b.z)
    }
    var whole = SensorStream(
      placement: placement, time: time + next.time, acceleration: series(acceleration, next.acceleration),
      angularVelocity: series(angularVelocity, next.angularVelocity), timing: timing)
    whole.source = source
    return whole
  }
}

extension SensorInspection {
  /// What both chunks of one sensor show; means are weighted by samples.
  fileprivate mutating func add(_ next: SensorInspection) {
    let share = Double(next.samples) / Double(max(1, samples + next.samples))
    func mean(_ a: Double, _ b: Double, _ decimals: Double) -> Double {
      ((a * (1 - share) + b * share) * decimals).rounded() / decimals
    }
    samples += next.samples
    end = next.end
    rate.measured = mean(rate.measured, next.rate.measured, 1000)
    rate.jitter = mean(rate.jitter, next.rate.jitter, 1000)
    if next.gaps.longest > gaps.longest {
      (gaps.longest, gaps.longestAt) = (next.gaps.longest, next.gaps.longestAt)
    }
    gaps.count += next.gaps.count
    gaps.lostSamples += next.gaps.lostSamples
    acceleration.add(next.acceleration)
    angularVelocity.add(next.angularVelocity)
    restShare = mean(restShare, next.restShare, 10)
    // Rest tells gravity better than the quietest tenth of walking.
    if gravity.from == next.gravity.from, let a = gravity.magnitude, let b = next.gravity.magnitude {
      gravity.magnitude = mean(a, b, 1000)
      gravity.isPlausible = gravity.isPlausible && next.gravity.isPlausible
    } else if gravity.magnitude == nil || (next.gravity.from == .rest && next.gravity.magnitude != nil) {
      gravity = next.gravity
    }
    doubts += next.doubts.filter { !doubts.contains($0) }
    refusal = refusal ?? next.refusal
  }
}

extension SensorInspection.Signal {
  fileprivate mutating func add(_ next: SensorInspection.Signal) {
    // Constant is what never changed and has the value that it had before.
    constant = zip(["x", "y", "z"], 0..<3).filter { axis, k in
      constant.contains(axis) && next.constant.contains(axis) && minimum?[k] == next.minimum?[k]
    }.map { $0.0 }
    first = first ?? next.first
    if let a = minimum, let b = next.minimum {
      minimum = zip(a, b).map { Swift.min($0, $1) }
    } else {
      minimum = minimum ?? next.minimum
    }
    if let a = maximum, let b = next.maximum {
      maximum = zip(a, b).map { Swift.max($0, $1) }
    } else {
      maximum = maximum ?? next.maximum
    }
    missingSamples += next.missingSamples
    clippedSamples += next.clippedSamples
  }
}
