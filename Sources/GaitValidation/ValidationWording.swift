/// The words of the article. Figures come from the measurement.
enum ValidationWording {
  static let howMeasured = """
    The recordings are public. They are not part of the package. `Scripts/validation` writes this article from them. It
    holds sums and counts, and no data of any recording.

    - gaitmap's example data: healthy people, motion capture
    - TRIPOD: healthy people, instrumented walkway and treadmill
    - C. Voisard's set: healthy people, contacts checked by hand
    - PyShoe: healthy people, motion capture, with circles, sidesteps and steps backward
    - Gottlieb 2020: healthy people, a treadmill forward and backward
    - UCI: healthy people, sidesteps and backward walking
    - CMU and ACCAD: actors; the readings of the sensors were computed from motion capture
    - mobgap's example data and daily activities: patients, pressure insoles
    - semiogram: patients, contacts by its authors

    A found stride matches a stride of the reference if the middle of its swing lies in the reference's window. Both must be of
    the same foot, except for the lower back. Matches are one to one, nearest first. Strides in place are not counted.

    - *Jitter* is the mean absolute error around the median error of that foot in that recording. Every reference has a contact
      rule of its own.
    - *Limits of agreement* are the bias minus and plus 1.96 standard deviations (Bland & Altman 1986,
      doi 10.1016/S0140-6736(86)90837-8).
    - *Within the interval* is the share of lengths between `length_low_m` and `length_high_m`. The right value is 0.95. The
      error of the reference is included.

    > Important: These recordings were looked at while rules were chosen. No constant was fitted to a single file, but other
    > people, shoes and sensors may give worse results.
    """

  static let eventRules = """
    Contacts are defined by the motion of the foot as a whole. *Initial contact* is where the point that lands stops. The
    horizontal speed of heel or ball, whichever is slower, has fallen to 15 % of the swing's highest. *Final contact* is where
    the ground stops turning the foot: the rate has fallen to half of its last peak. Both hold forward, when the heel lands
    and the toes leave. They also hold backward, when the toes land and the heel leaves. Other rules find other instants, and
    the distance depends on the direction. Positive is later.
    """

  static let sharedError = """
    A sensor on a foot and one on the back have independent errors. The error that they share at the same contact is the
    reference's own. No method can agree with that reference more closely: the mean absolute error is at least 0.8 of its
    standard deviation. Contacts more than 60 ms off in one of the two are left out.
    """

  static let clips = """
    The same walks of the feet are cut into clips of 3, 5, 8 and 12 seconds that begin every 5 seconds in mid-walk. Each clip is
    analyzed alone. There is no rest to read the gyroscope's bias from, and only one to a dozen strides show where the foot's
    toes are. Strides that the ends of a clip cut are left out.
    """

  static let reliability = """
    `direction_confidence` and `contact_confidence` are probabilities. In each tenth, *predicted* is their mean and *observed*
    the share that the reference confirms. A stride below 0.6 is excluded from every aggregate of direction or contact. A clip
    of a few seconds (see above) carries less information than a walk of minutes, and its confidences are lower.
    """

  static let variability = """
    The table uses straight forward strides that both systems have, in recordings with at least 20 of them. *CV* is the
    coefficient of variation of the strides, both feet together. *Left − right* is the difference of the means of the feet over
    their mean, with at least 8 strides of each. Errors of single strides add to the variability of both systems.
    """

  static let people = """
    The table counts directions of the same recordings, and of further ones. In the further ones the task is known, but not
    each stride:

    - people after a stroke, on a treadmill (MovingReality) and overground (Felius)
    - people with ALS and healthy controls (one set, which are not separated here)
    - older and young people with a sensor on the belt buckle (SisFall)
    - healthy people with slow or clipped sensors

    *Surely wrong* are strides of a wrong direction with a confidence of 0.6 or more. *Predicted* is the mean confidence of
    strides above 0.9, *observed* the share of them that is right. A kind of people with fewer than 20 strides is untested.
    Nobody here walks backward after a stroke, with multiple sclerosis or ALS. Six walks of healthy people have a sensor on the
    belt buckle whose front is not declared. Their directions have confidences below 0.6 and a warning, and most of them are
    wrong.
    """

  static let failures = """
    - **Steps of a turn on the spot** may go 20 to 30 cm while the foot turns by 90° and more. A reference that has only
      contacts calls them forward. RetroGait calls them in place or sideways, mostly with low confidence.
    - **Short strides below 0.2 m**: their direction is less certain. Below 0.15 m they are in place.
    - **Sidesteps seen by one foot**: a foot that goes sideways rolls as much as a walking foot pitches. It also pitches, and
      leans to both sides alike, which identifies most cases. Short sidesteps and short steps backward may alternate within a
      few seconds. The foot may then be taken the wrong way around, at a confidence mostly below 0.8.
    - **A sensor that follows the shank** turns during stance. There is no foot-flat phase, many strides have no length, and
      foot pitch stays empty. A heel contact can be called flat, with a confidence below 0.6.
    - **Lost packets**: a stride with lost samples is flagged. Its interval is wider and its confidences are lower. Where 0.2 s
      are lost in mid-swing, some of the strides beside it have no length.
    - **Strides cut by the ends of a recording** have no rest before or after and may be missed.
    - **Jogging and running**: contacts are reported. Without a foot-flat phase the length is empty.
    - **The lower back's lengths** come from a model of forward walking. The mean of a person is off by 12 % (standard
      deviation) in forward walking. In backward walking it is off by twice that; its calibration rests on three people.
      Lengths in turns and slow, hesitant steps are less certain. The intervals are wide for these reasons. A known distance or
      the speed of a belt removes most of the error.
    - **Steps of 0.25 m/s with pauses, seen by the lower back**: nearly all are found, with contacts off by 0.2 s.
    - **Ten to twenty-four samples per second without a filter, ±2 g**: a quarter of the strides have no direction.
    - **Feet as one body**: step length and width need the distance between the feet. Two separate sensors do not measure it,
      so the cells stay empty.
    """
}

/// Rules and kinds of people as rows of tables name them.
extension ValidationWording {
  static func title(_ rule: EventRule) -> String {
    switch rule {
    case .endOfRotation: "initial contact at the end of the swing's rotation"
    case .jolt: "initial contact at the largest jolt"
    case .reversal: "final contact at the reversal of rotation"
    }
  }

  static func title(_ kind: PeopleKind) -> String {
    switch kind {
    case .healthy: "healthy"
    case .older: "older, healthy"
    case .stroke: "after a stroke"
    case .multipleSclerosis: "multiple sclerosis"
    case .als: "ALS, with healthy controls"
    case .footSurgery: "after surgery of a foot"
    }
  }
}
