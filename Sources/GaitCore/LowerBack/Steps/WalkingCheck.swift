import GaitModel
import GaitSignal

/// Tells walking from other movements that lift and lower the trunk at even intervals.
///
/// In walking every second step repeats itself: the phase between surge and heave and the phase of the sway are the
/// same from stride to stride. In fidgeting, sitting down and picking things up they are not.
package struct WalkingCheck: Sendable, Equatable, Codable {
  /// Smallest amplitude of the upward acceleration at step frequency, in m/s²: half of a shuffling walk's.
  package var smallestHeave = 0.25
  /// Smallest amplitude of the upward acceleration at step frequency in a walk that repeats itself clearly, in m/s²: at
  /// 0.4 m/s the trunk rises and falls by 5 to 10 mm in 0.9 s.
  package var faintHeave = 0.12
  /// Agreement between strides from which a walk repeats itself clearly, from −1 to 1: that of `clearPairs` unrelated
  /// pairs is 0 ± 0.25.
  package var clearAgreement = 0.5
  /// Fewest pairs of strides that show clear repetition: the agreement of so many unrelated ones is 0 ± 0.25.
  package var clearPairs = 8
  /// Smallest mean agreement between a stride and the next one that does not overlap it, from −1 to 1; without
  /// any relation between them it is 0 ± 1/√(2n). Walks with many turns and stops come down to 0.2.
  package var smallestAgreement = 0.12
  /// Fewest pairs of strides of which an agreement is judged: that of three unrelated ones is 0 ± 0.4.
  package var fewestPairs = 3
  /// Duration in seconds beyond which steps may be strides: a quick step takes 0.4 s.
  package var longStep = 0.8
  /// Sway as a share of what the trunk moves at the frequencies of the step, below which long steps are strides. In 49
  /// walks the share was 0.26 to 1.4, in those whose steps take longer than 0.65 s 0.36 to 1.3. With every second step
  /// left out it was 0.04 to 0.20 in 24 of 38, and more in the rest, which have turns or few steps.
  package var smallestSway = 0.22
  /// Fewest strides of which is judged whether every second step was missed.
  package var fewestStrides = 3
  /// Smallest agreement of a walk with steps longer than `longStep`, from −1 to 1: in people with multiple sclerosis
  /// and after a stroke it was 0.7 to 0.9. Sitting down and getting up, lying down and bending lower the trunk at such
  /// intervals too, but never alike.
  package var slowAgreement = 0.3
  /// Fewest lowest points in a row that look like walking where nothing repeats itself: sitting down, getting up and
  /// bending make at most five.
  package var fewestIrregular = 8

  package init() {}

  package func isWalking(_ motion: TrunkMotion, rate: Double) -> Bool {
    guard let heave = median(of: motion.strides.map(\.heave.amplitude)), heave >= faintHeave else {
      return false
    }
    let pairs = motion.strides.count - 2
    if heave < smallestHeave {
      return pairs >= clearPairs && agreement(of: motion) >= clearAgreement
    }
    if motion.sequence.stepSamples > longStep * rate {
      return pairs >= fewestPairs && agreement(of: motion) >= slowAgreement
    }
    return pairs < fewestPairs || agreement(of: motion) >= smallestAgreement
  }

  /// Whether `motion`, which is not walking that can be measured, looks like it nevertheless.
  package func looksLikeWalking(_ motion: TrunkMotion) -> Bool {
    motion.sequence.steps.count >= fewestIrregular
      && median(of: motion.strides.map(\.heave.amplitude)) ?? 0 >= smallestHeave
  }

  /// Whether the steps of `motion` are every second of the true ones, as in a limp in which one foot lifts the trunk
  /// and the other hardly does.
  ///
  /// The trunk sways to the left and to the right once in two steps. If it does in one, that is a stride.
  package func missesEverySecondStep(_ motion: TrunkMotion, rate: Double) -> Bool {
    guard motion.strides.count >= fewestStrides, motion.sequence.stepSamples > longStep * rate,
      let sway = median(of: motion.strides.map { horizontal($0.sway).squareRoot() }),
      let others = median(of: motion.strides.map { (horizontal($0.surge) + horizontal($0.surgeDoubled)).squareRoot() })
    else { return false }
    return sway < smallestSway * others
  }

  private func horizontal(_ phasors: (first: Phasor, second: Phasor)) -> Double {
    phasors.first.squaredAmplitude + phasors.second.squaredAmplitude
  }

  /// Mean agreement of the phases of surge against heave, and of sway, between strides that follow each other.
  package func agreement(of motion: TrunkMotion) -> Double {
    let strides = motion.strides
    guard strides.count > 2 else { return 0 }
    let surges = strides.map { ($0.surge.first * $0.heave.conjugate, $0.surge.second * $0.heave.conjugate) }
    let sways = strides.map { ($0.sway.first, $0.sway.second) }
    var sum = 0.0
    for k in 0..<(strides.count - 2) {
      sum += agreement(surges[k], surges[k + 2]) + agreement(sways[k], sways[k + 2])
    }
    return sum / Double(2 * (strides.count - 2))
  }

  private func agreement(_ a: (Phasor, Phasor), _ b: (Phasor, Phasor)) -> Double {
    let product = a.0 * b.0.conjugate + a.1 * b.1.conjugate
    let scale =
      ((a.0.squaredAmplitude + a.1.squaredAmplitude) * (b.0.squaredAmplitude + b.1.squaredAmplitude)).squareRoot()
    return scale > 0 ? product.real / scale : 0
  }
}
