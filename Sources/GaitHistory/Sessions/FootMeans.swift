import GaitMeasures
import GaitModel
import GaitStatistics

/// The mean of a quantity over the strides of each foot: one session, one direction, one kind of conditions.
package struct FootMeans: Sendable, Equatable {
  /// Why a foot has no mean.
  package enum Lack: Sendable, Hashable, CaseIterable {
    /// Only one foot carries a sensor, and this is the other one, or the quantity needs both.
    case oneFoot
    /// Fewer strides that enter means have the quantity than an asymmetry rests on.
    case tooFew
  }

  /// Fewest strides of a foot of which a mean is given: as many as an asymmetry needs of each foot.
  package static let fewest = DirectionSummary.fewestPerFoot

  /// Over the recordings of the session, weighted by their strides; a foot without a mean is absent.
  package var means: [Side: PersonCourse.SessionMeasure] = [:]
  /// Why feet have none.
  package var lacks: [Side: Lack] = [:]

  /// - Parameters:
  ///   - recordings: Those of the session; only those under `conditions` are taken.
  ///   - hasIntervals: Whether means get their 95 % intervals: that of the block bootstrap of each recording.
  /// - Returns: `nil` where nobody walked in `direction` under `conditions`.
  package init?(
    _ quantity: StrideQuantity, _ direction: Direction, of recordings: [AnalyzedRecording],
    under conditions: WalkConditions, hasIntervals: Bool = true
  ) {
    let own = recordings.filter { recording in
      recording.summary.directions[direction.rawValue] != nil
        && WalkConditions(of: recording.summary, aid: conditions.aid) == conditions
    }
    guard !own.isEmpty else { return nil }
    let worn = Set(own.flatMap { $0.summary.sensors.compactMap(\.placement.foot) })
    for foot in Side.allCases {
      let values = own.map { recording in
        recording.strides.filter { $0.isCounted && $0.direction == direction && $0.foot == foot }
          .compactMap(quantity.value)
      }
      let count = values.joined().count
      if count >= Self.fewest {
        means[foot] = values.compactMap { PersonCourse.SessionMeasure($0, hasInterval: hasIntervals) }
          .reduce(nil) { sum, next in sum?.merged(with: next) ?? next }
      } else {
        lacks[foot] = worn.count == 1 && count == 0 ? .oneFoot : .tooFew
      }
    }
  }
}

extension PersonCourse.SessionMeasure {
  /// The mean of the strides of one recording, in the order in which they were made; `nil` without any.
  fileprivate init?(_ values: [Double], hasInterval: Bool) {
    guard let mean = Spread(values)?.mean else { return nil }
    let interval = hasInterval ? BlockBootstrap().interval(of: values) : nil
    self.init(n: values.count, mean: mean, standardError: interval.map(Self.standardError), interval: interval)
  }
}
