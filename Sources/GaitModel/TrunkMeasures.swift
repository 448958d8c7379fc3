/// A number for each axis of the body; `nil` where it could not be measured.
public struct BodyAxes: Sendable, Equatable {
  /// Anteroposterior.
  public var front: Double?
  /// Mediolateral.
  public var left: Double?
  /// Vertical.
  public var up: Double?

  public init(front: Double? = nil, left: Double? = nil, up: Double? = nil) {
    self.front = front
    self.left = left
    self.up = up
  }
}

/// How the trunk moves in walking, from a sensor on the lower back.
public struct TrunkMeasures: Sendable, Equatable {
  /// Number of steps they rest on.
  public var steps: Int
  /// Root mean square of the acceleration less its mean, in m/s².
  public var rms = BodyAxes()
  /// How smooth the walk is: along front and up the sum of the amplitudes of the even harmonics of the stride over
  /// that of the odd ones, to the side the other way round; the first twenty harmonics, median over strides
  /// (Menz et al. 2003, doi 10.1016/S0966-6362(02)00159-5; by stride as Bellanca et al. 2013,
  /// doi 10.1016/j.jbiomech.2012.12.008).
  public var harmonicRatio = BodyAxes()
  /// Autocorrelation of the acceleration after one step, from −1 to 1, mean over windows of 16 steps: how much the
  /// steps of the two feet are alike (Moe-Nilssen & Helbostad 2004, doi 10.1016/S0021-9290(03)00233-1).
  public var stepRegularity = BodyAxes()
  /// Autocorrelation after one stride: how much strides are alike.
  public var strideRegularity = BodyAxes()
  /// Meters by which the trunk rises and falls in a step; median.
  public var verticalDisplacement: Double?
  /// Angle in rad by which the trunk leans farther forward than where the person stands before and after walking; `nil`
  /// where nobody stood.
  public var inclination: Double?

  public init(steps: Int) {
    self.steps = steps
  }

  /// The means of `parts`, each weighted by its steps; `nil` without steps.
  ///
  /// A value that only some of the parts have is the mean of those.
  public init?(meanOf parts: [TrunkMeasures]) {
    let steps = parts.reduce(0) { $0 + $1.steps }
    guard steps > 0 else { return nil }
    func mean(_ value: (TrunkMeasures) -> Double?) -> Double? {
      var (sum, weight) = (0.0, 0.0)
      for part in parts {
        guard let value = value(part) else { continue }
        sum += value * Double(part.steps)
        weight += Double(part.steps)
      }
      return weight > 0 ? sum / weight : nil
    }
    func axes(_ value: (TrunkMeasures) -> BodyAxes) -> BodyAxes {
      BodyAxes(front: mean { value($0).front }, left: mean { value($0).left }, up: mean { value($0).up })
    }
    self.init(steps: steps)
    rms = axes(\.rms)
    harmonicRatio = axes(\.harmonicRatio)
    stepRegularity = axes(\.stepRegularity)
    strideRegularity = axes(\.strideRegularity)
    verticalDisplacement = mean(\.verticalDisplacement)
    inclination = mean(\.inclination)
  }
}
