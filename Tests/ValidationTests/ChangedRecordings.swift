import GaitModel
import GaitSignal

/// The same walk as other sensors, clocks and rooms would have recorded it.
extension Recording {
  func mapSensors(_ transform: (SensorStream) throws -> SensorStream) rethrows -> Recording {
    var result = self
    // The order of placements may change.
    result.sensors = try sensors.map(transform).sorted { $0.placement < $1.placement }
    return result
  }

  /// On a clock that shows `seconds` more.
  func shifted(by seconds: Double) -> Recording {
    mapSensors { stream in
      var result = stream
      result.time = stream.time.map { $0 + seconds }
      result.timing.gaps = stream.timing.gaps.map { .init(start: $0.start + seconds, end: $0.end + seconds) }
      return result
    }
  }

  /// Only the samples of `span`, in seconds.
  func cut(to span: Range<Double>) -> Recording {
    mapSensors { stream in
      let kept = stream.time.indices.filter { span.contains(stream.time[$0]) }
      let range = (kept.first ?? 0)..<(kept.last.map { $0 + 1 } ?? 0)
      var result = SensorStream(
        placement: stream.placement, time: Array(stream.time[range]), acceleration: stream.acceleration[range],
        angularVelocity: stream.angularVelocity[range], timing: stream.timing,
        accelerationRange: stream.accelerationRange, angularVelocityRange: stream.angularVelocityRange)
      result.timing.gaps = stream.timing.gaps.filter { span.contains($0.start) && span.contains($0.end) }
      return result
    }
  }

  /// Sampled at another rate: each sample is the mean over its period, as a sensor's filter makes it, of straight lines
  /// between the samples.
  func resampled(at rate: Double) -> Recording {
    mapSensors { stream in
      guard let first = stream.time.first, let last = stream.time.last else { return stream }
      let times = (0...Int((last - first) * rate)).map { first + Double($0) / rate }
      let parts = rate < stream.timing.rate ? 8 : 1
      func column(_ values: [Double]) -> [Double] {
        var k = 0
        func value(at time: Double) -> Double {
          while k + 2 < stream.time.count, stream.time[k + 1] <= time { k += 1 }
          let width = stream.time[k + 1] - stream.time[k]
          let share = width > 0 ? min(1, max(0, (time - stream.time[k]) / width)) : 0
          return values[k] + share * (values[k + 1] - values[k])
        }
        return times.map { time in
          let sum = (0..<parts).reduce(0.0) { sum, part in
            sum + value(at: time + ((Double(part) + 0.5) / Double(parts) - 0.5) / rate)
          }
          return sum / Double(parts)
        }
      }
      func series(_ series: TriaxialSeries) -> TriaxialSeries {
        TriaxialSeries(x: column(series.x), y: column(series.y), z: column(series.z))
      }
      var result = SensorStream(
        placement: stream.placement, time: times, acceleration: series(stream.acceleration),
        angularVelocity: series(stream.angularVelocity), timing: stream.timing,
        accelerationRange: stream.accelerationRange, angularVelocityRange: stream.angularVelocityRange)
      result.timing.rate = rate
      return result
    }
  }

  /// As seen in a mirror: what was left is right, and turning rates, which have a sense, change theirs.
  var mirrored: Recording {
    mapSensors { stream in
      var result = stream
      let (force, rate) = (stream.acceleration, stream.angularVelocity)
      result.acceleration = TriaxialSeries(x: force.x.map { -$0 }, y: force.y, z: force.z)
      result.angularVelocity = TriaxialSeries(x: rate.x, y: rate.y.map { -$0 }, z: rate.z.map { -$0 })
      result.placement =
        switch stream.placement {
        case .leftFoot: .rightFoot
        case .rightFoot: .leftFoot
        case .leftShank: .rightShank
        case .rightShank: .leftShank
        case .lowerBack, .waistFront: stream.placement
        }
      return result
    }
  }

  /// With time run backward: every forward stride becomes a backward one.
  var reversed: Recording {
    let end = sensors.compactMap(\.time.last).max() ?? 0
    return mapSensors { $0.reversed(endingAt: end) }
  }
}

extension SensorStream {
  /// The same motion with time run backward, so that what happened at `end` happens at 0.
  func reversed(endingAt end: Double) -> SensorStream {
    func reversed(_ series: TriaxialSeries, sign: Double) -> TriaxialSeries {
      TriaxialSeries(
        x: series.x.reversed().map { sign * $0 }, y: series.y.reversed().map { sign * $0 },
        z: series.z.reversed().map { sign * $0 })
    }
    var result = self
    result.time = time.reversed().map { end - $0 }
    result.acceleration = reversed(acceleration, sign: 1)
    result.angularVelocity = reversed(angularVelocity, sign: -1)
    result.timing.gaps = timing.gaps.reversed().map { .init(start: end - $0.end, end: end - $0.start) }
    return result
  }
}
