import GaitStatistics

/// Coverage of the interval of a session's mean.
struct MeanSimulation {
  let table: String

  init(sessions: Int) {
    let correlations = [0, 0.3, 0.5]
    let rows = [5, 10, 20, 40, 80, 300].map { n in
      ["\(n)"]
        + correlations.map { correlation in
          var random = NormalNumbers(seed: UInt64(n))
          let walk = SimulatedWalk(bouts: 1, stridesPerBout: n, mean: 1, boutSD: 0, autocorrelation: correlation)
          var held = Share()
          for _ in 0..<sessions {
            let strides = walk.strides(random: &random).flatMap { $0 }
            held.add(BlockBootstrap(resamplings: 500).interval(of: strides)?.contains(1) ?? false)
          }
          return percent(held.value)
        }
    }
    table = StatisticsSimulation.table(["strides", "ρ = 0", "ρ = 0.3", "ρ = 0.5"], rows)
  }
}
