import GaitModel

extension WalkProgram.Walk {
  /// Heel to toe along a line: each step is as long as the foot, and brings one foot in front of the other (or behind it).
  ///
  /// The feet pass beside each other, so they swing outward.
  ///
  /// - Parameters:
  ///   - footLength: Of the shoe in m.
  ///   - speed: m/s; people who balance on a line take about a step a second.
  public static func tandem(
    _ direction: Direction, strides: Int, footLength: Double = 0.28, speed: Double = 0.25
  ) -> WalkProgram.Walk {
    var style = SwingStyle(
      pitchAtRelease: direction == .backward ? 8 : -30, pitchRateAtRelease: direction == .backward ? 0.6 : -1,
      pitchAtContact: direction == .backward ? -16 : 12, pitchRateAtContact: direction == .backward ? 0.4 : -0.5,
      lift: 0.03, circumduction: 0.10, landingDeceleration: 6, releaseShare: 0.14, loadingShare: 0.10)
    style.lean = 0
    var walk = WalkProgram.Walk(
      direction, strides: strides, strideLength: 2 * footLength, speed: speed, stanceShare: 0.72, style: style)
    walk.stepWidth = 0
    return walk
  }

  /// Up stairs where `rise` is positive, down where it is negative, one foot on each stair.
  ///
  /// - Parameters:
  ///   - rise: Height of a stair in m.
  ///   - tread: Depth of a stair in m.
  ///   - speed: Along the ground, in m/s.
  public static func stairs(
    _ direction: Direction = .forward, strides: Int, rise: Double, tread: Double = 0.29, speed: Double = 0.45
  ) -> WalkProgram.Walk {
    // Feet land flat or with the toes, and rise over the edge before they go on.
    let style =
      rise >= 0
      ? SwingStyle(
        pitchAtRelease: -35, pitchRateAtRelease: -2, pitchAtContact: -4, pitchRateAtContact: 0.3, lift: 0.10,
        circumduction: 0.02, landingDeceleration: 8, releaseShare: 0.20, loadingShare: 0.10)
      : SwingStyle(
        pitchAtRelease: -30, pitchRateAtRelease: -1.5, pitchAtContact: -22, pitchRateAtContact: 0.8, lift: 0.08,
        circumduction: 0.02, landingDeceleration: 8, releaseShare: 0.20, loadingShare: 0.14)
    return WalkProgram.Walk(
      direction, strides: strides, strideLength: 2 * tread, speed: speed, elevation: 2 * rise, style: style)
  }
}

extension WalkProgram {
  /// Intervals: `walks` one after the other with a rest after each, several times over.
  ///
  /// - Parameter rest: Seconds of standing after each walk.
  public static func intervals(_ walks: [Walk], rounds: Int, rest: Double) -> WalkProgram {
    WalkProgram([.stand(2)] + (0..<rounds).flatMap { _ in walks.flatMap { [.walk($0), .stand(rest)] } })
  }
}
