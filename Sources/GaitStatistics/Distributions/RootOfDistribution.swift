/// The positive value at which a rising distribution reaches `p`, by halving.
func rootOfDistribution(_ p: Double, _ probability: (Double) -> Double) -> Double {
  guard p > 0, p < 1 else { return p >= 1 ? .infinity : 0 }
  var high = 1.0
  while probability(high) < p {
    high *= 2
    guard high.isFinite else { return .infinity }
  }
  // Halving ends when no number lies between the bounds; from 1 that takes at most some seventy steps.
  var low = 0.0
  while true {
    let middle = low + (high - low) / 2
    guard middle > low, middle < high else { return middle }
    if probability(middle) < p { low = middle } else { high = middle }
  }
}
