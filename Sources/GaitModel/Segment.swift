/// A named part of a recording, such as a trial or a task.
public struct Segment: Sendable, Hashable {
  /// What it is called: `rail`, `dual task`.
  public var name: String
  /// Seconds on the recording's clock.
  public var start: Double
  public var end: Double

  public init(name: String, start: Double, end: Double) {
    self.name = name
    self.start = start
    self.end = end
  }

  /// Whether a stride lies wholly in it, from the initial contact before it, or the final contact of a first swing.
  public func holds(_ stride: Stride) -> Bool {
    start <= stride.start ?? stride.finalContact && stride.end <= end
  }
}

/// The time of a recording that counts, where the user does not want all of it.
///
/// How sensors sit and how a person walks is judged by the whole recording all the same.
public struct EvaluatedTime: Sendable, Equatable {
  /// Seconds on the recording's clock; `nil` for its beginning.
  public var from: Double?
  /// Seconds on the recording's clock; `nil` for its end.
  public var to: Double?

  public init(from: Double? = nil, to: Double? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether `time`, in seconds on the recording's clock, lies in it.
  public func holds(_ time: Double) -> Bool {
    (from ?? -.infinity) <= time && time <= to ?? .infinity
  }

  /// Whether a stride lies wholly in it.
  public func holds(_ stride: Stride) -> Bool {
    holds(stride.start ?? stride.finalContact) && holds(stride.end)
  }
}

extension Stride {
  /// Takes the name of the segment that holds the stride, and whether it lies in the time that counts.
  ///
  /// - Parameter segments: Without overlap.
  package mutating func take(segments: [Segment], evaluated: EvaluatedTime?) {
    segment = segments.first { $0.holds(self) }?.name
    isEvaluated = evaluated?.holds(self) ?? true
  }
}
