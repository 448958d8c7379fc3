import GaitStatistics

/// Coverage of the intervals of backward against forward walking in one session.
struct ComparisonSimulation {
  let table: String

  init(sessions: Int) {
    var rows: [[String]] = []
    for (bouts, strides) in [(1, 10), (1, 20), (1, 40), (1, 100), (2, 20), (3, 9), (4, 9), (6, 9), (10, 9), (20, 9)] {
      var random = NormalNumbers(seed: UInt64(bouts))
      // A single bout says nothing of how bouts differ, so here they do not.
      let boutSD = bouts < PairedComparison.fewestBouts ? 0 : 0.05
      let backward = SimulatedWalk(bouts: bouts, stridesPerBout: strides, mean: 0.7, boutSD: boutSD)
      let forward = SimulatedWalk(bouts: bouts, stridesPerBout: strides, mean: 1.2, sd: 0.06, boutSD: boutSD)
      let variance = (backward.totalSD * backward.totalSD + forward.totalSD * forward.totalSD) / 2
      var difference = Share()
      var ratio = Share()
      var effect = Share()
      for k in 0..<sessions {
        guard
          let comparison = PairedComparison(
            backward: backward.strides(random: &random), forward: forward.strides(random: &random), resamplings: 400,
            seed: UInt64(k))
        else { continue }
        difference.add(comparison.difference.interval?.contains(-0.5) ?? false)
        ratio.add(comparison.ratio?.interval?.contains(0.7 / 1.2) ?? false)
        effect.add(comparison.effectSize?.interval?.contains(-0.5 / variance.squareRoot()) ?? false)
      }
      rows.append(
        ["\(bouts) of \(strides) strides", percent(difference.value), percent(ratio.value), percent(effect.value)])
    }
    table = StatisticsSimulation.table(["bouts of each direction", "difference", "ratio", "Hedges' g"], rows)
  }
}
