import GaitModel

extension TrunkWarning {
  var words: String {
    switch self {
    case .noWalking: "no walking was found."
    case .irregularSteps(let steps, let times, let hasMore):
      "\(steps) steps look like walking, but the trunk did not repeat its movement from stride to stride. Only their times "
        + "are given (\(Self.listed(times))\(hasMore ? ", …" : ""))."
    case .stairs(let strides, let all):
      "\(strides) of \(all) strides look like steps on stairs: the trunk hardly slows down and speeds up. Their directions "
        + "and lengths are uncertain."
    case .lengths(let source): source.words
    case .withoutLength(let strides, let all):
      "\(strides) of \(all) strides have no length. In these strides the trunk did not move as in walking (turning on the "
        + "spot, shuffling, running)."
    case .frontContradicted(let front):
      "the front was declared to be \(front.rawValue), but the trunk moves as if the front were the opposite. Check the "
        + "declaration."
    case .frontContradictedOrAtWaist(let front):
      "the front was declared to be \(front.rawValue), but the trunk moves as if the front were the opposite. Or the sensor "
        + "was at the front of the waist and the person walked backward. Check the declaration, or name the sensor "
        + "waist_front."
    case .wornAtWaist:
      "the sensor moves like one at the front of the waist. If it was worn there, name it waist_front."
    case .backOrWaist:
      "two readings fit: worn on the back and walking backward, or worn at the front of the waist and walking forward. "
        + "Directions are only relative to each other. Name it waist_front, or declare the front. "
        + Self.declareFront
    case .forwardOrSideways:
      "it is uncertain whether the person walks forward or sideways, because the trunk moves differently in left and right "
        + "steps. Declare the front. " + Self.declareFront
    case .frontUnsure:
      "the front of the trunk is uncertain. Directions are only relative to each other: forward may be backward throughout. "
        + "Declare the front. " + Self.declareFront
    }
  }

  private static let declareFront =
    "It is the sensor axis that points to the wearer's front: --front, or front in "
    + "recording.json."

  private static func listed(_ times: [ClosedRange<Int>]) -> String {
    times.map { "\($0.lowerBound)–\($0.upperBound) s" }.joined(separator: ", ")
  }
}

extension TrunkWarning.LengthSource {
  fileprivate var words: String {
    switch self {
    case .belt: "stride lengths are the belt speed multiplied by the stride duration."
    case .trunk(let usesHeight): Self.estimated(usesHeight)
    case .trunkAgainstBelt(let usesHeight):
      "the belt speed was not used, because it would make strides far longer than the motion of the trunk allows. Check that "
        + "belt_speed_m_s is in meters per second. " + Self.estimated(usesHeight).capitalizedSentence
    case .knownDistance(let meters, let scale):
      "stride lengths are estimated from the motion of the trunk. They were multiplied by \(plain(scale)) so that the steps "
        + "cover the \(plain(meters)) m of walked_m."
    case .trunkAgainstDistance(let meters, let usesHeight):
      "the \(plain(meters)) m of walked_m were not used, because the steps found cannot cover that distance. Check that the "
        + "recording holds the whole walk and no other. " + Self.estimated(usesHeight).capitalizedSentence
    }
  }

  private static func estimated(_ usesHeight: Bool) -> String {
    "stride lengths are estimated from the motion of the trunk"
      + (usesHeight ? " and the person's height. " : ", without the person's height (height_m in recording.json). ")
      + "Expect the mean of a person to be off by 12 %, and twice that in backward walking, where calibration rests on "
      + "three people. The columns length_low_m and length_high_m hold 95 % intervals. A known distance (walked_m in "
      + "recording.json) or belt_speed_m_s makes lengths exact."
  }
}

extension String {
  /// With a capital first letter.
  fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}
