import GaitModel

extension SummaryDocument {
  /// Strides to look at: they are not near falls, and what happened is not known.
  public struct LookAt: Sendable, Equatable, Codable {
    /// Number of strides that had enough neighbors to be judged.
    public var judged: Int
    /// In the order of time.
    public var strides: [Entry]

    /// One such stride.
    public struct Entry: Sendable, Equatable, Codable {
      public var foot: Side
      /// Number of the stride among those of its foot, as in `strides.csv`.
      public var stride: Int
      /// Seconds on the recording's clock.
      public var timeS: Double
      public var direction: Direction
      public var kind: StrideToLookAt.Kind
      /// Seconds by which the step is late; absent of a swing.
      public var delayS: Double?

      enum CodingKeys: String, CodingKey {
        case foot, stride, direction, kind
        case timeS = "time_s"
        case delayS = "delay_s"
      }
    }

    /// - Returns: `nil` where no foot carries a sensor.
    init?(_ result: GaitResult) {
      guard result.sensors.contains(where: { $0.placement.foot != nil }) else { return nil }
      self.init(IrregularityDetector()(result.strides))
    }

    init(_ found: StridesToLookAt) {
      judged = found.judged
      strides = found.strides.map { stride in
        Entry(
          foot: stride.foot, stride: stride.number, timeS: Self.milliseconds(stride.time), direction: stride.direction,
          kind: stride.kind, delayS: stride.delay.map(Self.milliseconds))
      }
    }

    /// Rounded to 1 ms, which no sensor resolves.
    private static func milliseconds(_ time: Double) -> Double { (time * 1000).rounded() / 1000 }
  }
}
