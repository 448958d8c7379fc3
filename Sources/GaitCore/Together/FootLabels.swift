import GaitModel
import GaitSignal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Checks which foot is left and which is right against the way they move.
///
/// Two things tell, and neither is used to change a label, only to warn:
/// - **Push-off.** Rolling over the toes a foot supinates and turns outward (Root, Orien & Weed 1977; seen in all sets of
///   recordings looked at), so that the left foot turns to the left and tilts with its left edge down, the right foot the
///   other way.
/// - **Turns.** In a turn the outer foot goes farther: in one to the left it is the right foot, by the angle of the turn
///   times the distance between the feet. This is geometry.
package struct FootLabels: Sendable, Equatable, Codable {
  /// Fewest forward strides of a foot of which the push-off is judged.
  package var fewestStrides = 8
  /// Twist in rad by which both feet together must differ the wrong way (8°): the right way feet differed by 3° to 62°,
  /// 15° in the median.
  package var wrongDifference = 8 * Double.pi / 180
  /// Twist in rad by which one foot alone must turn the wrong way (10°): a foot that was named rightly did by 5° at
  /// most.
  package var wrongTwist = 10 * Double.pi / 180
  /// Least sum of squared turns in rad² of which the distance between the feet is judged: a turn of 180° in six steps
  /// has 3.
  package var leastTurning = 1.0
  /// Fewest strides between two of the other foot of which the distance between the feet is judged: as many as the
  /// steps of a turn of 180°.
  package var fewestTurns = 6
  /// Distance between the feet in m, from turns, that must have the wrong sign.
  package var wrongDistance = 0.08
  /// Greatest distance in m that feet can have in walking: hips are 0.2 m apart, a wide gait 0.3 m. More than this is a
  /// walk that speeds up or slows down while it turns, and no evidence.
  package var greatestDistance = 0.5
  /// Strides of both feet, before and after, over which a walk must go on where a turn is judged. The first and last two
  /// steps of a walk are shorter than the others, whichever foot is outside (Lindemann et al. 2008,
  /// PubMed 17383185).
  package var strideMargin = 2
  /// Standard errors by which push-off or turns must contradict a label: one label in 4,000 by chance, if errors are
  /// normal.
  package var standardErrors = 3.5

  package init() {}

  /// Where the labels contradict the movement.
  ///
  /// - Parameters:
  ///   - twists: By foot: how far the foot turned to the left and tilted with its left edge down while it rolled over
  ///     the toes, in rad, for each straight forward stride.
  ///   - strides: Of both feet, sorted by end.
  package func doubts(twists: [Side: [Double]], strides: [Stride]) -> [GaitWarning] {
    let evidence = [pushOff(twists), turning(strides)].compactMap { $0 }
    // One that clearly says the opposite silences the other.
    if evidence.contains(.swapped), !evidence.contains(.right) {
      return [.walk(.feetExchanged)]
    }
    guard !evidence.contains(.right) else { return [] }
    return Side.allCases.compactMap { side in
      guard let twist = Middle(twists[side] ?? []), twist.count >= fewestStrides, twists[side.opposite] == nil
      else { return nil }
      let outward = side == .left ? twist.value : -twist.value
      guard outward < -wrongTwist, outward < -standardErrors * twist.error else { return nil }
      return .foot(side == .left ? .leftFoot : .rightFoot, .looksLikeOther)
    }
  }

  private enum Evidence { case right, swapped }

  private func pushOff(_ twists: [Side: [Double]]) -> Evidence? {
    guard let left = Middle(twists[.left] ?? []), let right = Middle(twists[.right] ?? []),
      min(left.count, right.count) >= fewestStrides
    else { return nil }
    let difference = left.value - right.value
    let error = (left.error * left.error + right.error * right.error).squareRoot()
    guard abs(difference) > max(wrongDifference, standardErrors * error) else { return nil }
    return difference > 0 ? .right : .swapped
  }

  private func turning(_ strides: [Stride]) -> Evidence? {
    var pairs: [(turn: Double, farther: Double)] = []
    let stretch = strideMargin + 1
    let goesOn = goingOn(strides)
    for k in strides.indices.dropFirst(stretch).dropLast(stretch) {
      let (a, b, c) = (strides[k - 1], strides[k], strides[k + 1])
      guard goesOn[k + stretch] - goesOn[k - stretch] == 2 * stretch, let direction = b.direction,
        let before = a.length, let length = b.length, let after = c.length,
        let turnBefore = a.turn, let turn = b.turn, let turnAfter = c.turn
      else { continue }
      let sense = (b.foot == .right) == (direction == .forward) ? 1.0 : -1.0
      pairs.append(((turnBefore + 2 * turn + turnAfter) / 4, sense * (length - (before + after) / 2)))
    }
    let squares = pairs.reduce(0) { $0 + $1.turn * $1.turn }
    guard pairs.count >= fewestTurns, squares >= leastTurning else { return nil }
    let distance = pairs.reduce(0) { $0 + $1.turn * $1.farther } / squares
    guard abs(distance) <= greatestDistance else { return nil }
    let residuals = pairs.reduce(0) { sum, pair in
      let rest = pair.farther - distance * pair.turn
      return sum + rest * rest
    }
    let error = (residuals / Double(pairs.count - 1) / squares).squareRoot()
    guard abs(distance) > max(wrongDistance, standardErrors * error) else { return nil }
    return distance > 0 ? .right : .swapped
  }

  /// How often, up to each stride, one followed its predecessor without a pause: the other foot's, in the same direction.
  private func goingOn(_ strides: [Stride]) -> [Int] {
    var counts = [Int](repeating: 0, count: strides.count)
    for k in strides.indices.dropFirst() {
      let (a, b) = (strides[k - 1], strides[k])
      let isWalking = b.direction == .forward || b.direction == .backward
      let follows = isWalking && a.foot != b.foot && a.direction == b.direction && (b.start ?? b.finalContact) < a.end
      counts[k] = counts[k - 1] + (follows ? 1 : 0)
    }
    return counts
  }

  /// A median and its standard error.
  private struct Middle {
    var value: Double
    var error: Double
    var count: Int

    init?(_ values: [Double]) {
      guard values.count > 1, let value = median(of: values),
        let deviation = median(of: values.map { abs($0 - value) })
      else { return nil }
      self.value = value
      // 1.48 makes a standard deviation of the median absolute deviation, 1.25 the error of a median of one of a mean.
      error = 1.48 * 1.25 * deviation / Double(values.count).squareRoot()
      count = values.count
    }
  }
}
