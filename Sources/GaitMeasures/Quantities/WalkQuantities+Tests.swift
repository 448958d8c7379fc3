import GaitModel

extension WalkQuantity {
  /// Times of walk tests: of the first walk in which the test's distance was covered.
  static let tests = [
    test(
      "walk_3m_from_standing_s", "First 3 m backward, from standing", .threeMetersBackward,
      source: "Carter et al. 2020, doi 10.1097/TGR.0000000000000272, where the clock starts at the command"),
    test(
      "walk_3m_rolling_s", "3 m backward, rolling start", .threeMetersBackwardRolling,
      source: "DeMark et al. 2023, doi 10.1080/09593985.2022.2085638"),
    test(
      "walk_10m_from_standing_s", "First 10 m, from standing", .tenMetersFromStanding,
      source: "static starts apart: Bohannon & Wang 2019, doi 10.1016/j.apmr.2018.06.031"),
    test(
      "walk_6m_rolling_s", "Middle 6 m of 10 m, rolling start", .tenMeters,
      source: "NINDS Common Data Elements, 10 Meter Timed Walk"),
  ]

  private static func test(_ id: String, _ title: String, _ test: WalkTest, source: String) -> WalkQuantity {
    WalkQuantity(
      id, title, unit: "s", decimals: 2, possible: 0...Double.infinity,
      method: start(of: test)
        + " The clock stops when the first foot passes the last line. The number is that of steps. The "
        + "interval follows from those of the lengths. The pace is the one that the person chose.",
      source: source,
      requirement:
        "both feet must carry a sensor, and all strides of a straight walk over the distance must have a length",
      directions: [test.direction], test: test
    ) { evidence, _ in
      let outcomes = WalkTestTimer().outcomes(
        of: test, in: evidence.strides, recordingStart: evidence.recordingStart)
      if let walk = outcomes.lazy.compactMap(\.timed).first {
        return .found(Found(n: walk.steps, value: walk.time, interval: walk.timeInterval))
      }
      let refusal = outcomes.lazy.compactMap(\.refusal).first ?? .noWalk(test.direction)
      return .missing(refusal.description)
    }
  }

  private static func start(of test: WalkTest) -> String {
    switch test.start {
    case .standing: "The clock starts when the first foot leaves the ground after 2 s of standing."
    case .rolling(let runUp): "The clock starts when the first foot passes a line, \(Int(runUp)) m into the walk."
    }
  }
}
