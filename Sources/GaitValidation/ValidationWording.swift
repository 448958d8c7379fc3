/// What the article says in words; figures come from the measurement.
enum ValidationWording {
  static let howMeasured = """
    The recordings are public. Healthy people walk in gaitmap's example data (motion capture), TRIPOD (instrumented walkway
    and treadmill), C. Voisard's set (contacts checked by hand), PyShoe (motion capture, with circles, sidesteps and steps
    backward), a treadmill set forward and backward (Gottlieb 2020), and a set of sidesteps and backward walking (UCI). The
    readings of the sensors of CMU's and ACCAD's actors were computed from motion capture. Patients walk in mobgap's
    example data and daily activities (pressure insoles) and in the semiogram set (contacts by its authors). The recordings
    are not part of the package. `Scripts/validation` writes this article from them. It holds sums and counts, and no data
    of any recording.

    A stride that was found matches a stride of the reference of the same foot (any foot for the lower back) if the middle
    of its swing lies in the reference's window; one to one, nearest first. Strides in place count neither way. *Jitter* is
    the mean absolute error around the middle error of that foot in that recording, because every reference has a contact
    rule of its own. *Limits of agreement* are the bias less and plus 1.96 standard deviations (Bland & Altman 1986,
    doi 10.1016/S0140-6736(86)90837-8). *Within the interval* is the share of lengths between `length_low_m` and
    `length_high_m`, of which 0.95 would be right; the error of the reference is in it.

    > Important: These recordings were looked at while rules were chosen. No constant was fitted to a single file, but other
    > people, shoes and sensors may come out worse.
    """

  static let eventRules = """
    Contacts are defined by the motion of the foot as a whole: *initial contact* where the point that lands stops (the
    horizontal speed of heel or ball, whichever is slower, has fallen to 15 % of the swing's highest), *final contact* where
    the ground stops turning the foot (the rate has fallen to half of its last peak). Both hold forward, when the heel lands and the toes leave, and
    backward, when the toes land and the heel leaves. Other rules find other instants, and the distance depends on the
    direction; positive is later.
    """

  static let sharedError = """
    A sensor on a foot and one on the back know nothing of each other. What their errors share at the same contact is the
    reference's own error, and no method can come closer to that reference than it: the mean absolute error is at least 0.8
    of its standard deviation. Contacts more than 60 ms off in one of the two are left out.
    """

  static let clips = """
    The same walks of the feet, cut into clips of 3, 5, 8 and 12 seconds that begin every 5 seconds in mid-walk. Each is
    analyzed as if nothing else were known: there is no rest to read the gyroscope's bias from, and one to a dozen strides
    have to tell where the foot's toes are. Strides that the ends of a clip cut are left out.
    """

  static let reliability = """
    `direction_confidence` and `contact_confidence` are probabilities. In each tenth, *predicted* is their mean and
    *observed* the share that the reference confirms. Below 0.6 a stride enters no aggregate of direction or contact. Of a clip
    of a few seconds (see above) less is known than of a walk of minutes, and the confidences say so.
    """

  static let variability = """
    Straight forward strides that both systems have, in recordings with at least 20 of them. *CV* is the coefficient of
    variation of the strides, both feet together. *Left − right* is the difference of the means of the feet over their mean,
    with at least 8 strides of each. Errors of single strides add to the variability that is found, and those of a reference
    to its own.
    """

  static let people = """
    Directions of the same recordings, and of more in which it is known what the person did but not each stride: people
    after a stroke on a treadmill (MovingReality) and overground (Felius), people with ALS and healthy controls (one set,
    which does not tell them apart here), older and young people with a sensor on the belt buckle (SisFall), and healthy
    people with slow or clipped sensors. *Surely wrong* are strides of a wrong direction with a confidence of 0.6 or more.
    *Predicted* is the mean confidence of strides above 0.9, *observed* the share of them that is right. A kind of people
    with fewer than 20 strides is untested. Nobody here walks backward after a stroke, with multiple sclerosis or ALS.
    Six walks of healthy people have a sensor on the belt buckle whose front is not declared. Their directions have
    confidences below 0.6 and a warning, and most of them are wrong.
    """

  static let failures = """
    - **Steps of a turn on the spot** that go 20 to 30 cm while the foot turns by 90° and more: a reference that knows only
      contacts calls them forward, this program in place or sideways, mostly with low confidence.
    - **Short strides below 0.2 m**: their direction is known worse, and below 0.15 m they are in place.
    - **Sidesteps seen by one foot**: a foot that goes sideways rolls as much as a walking foot pitches. That it pitches as
      well, and leans to both sides alike, tells in most cases; where short sidesteps and short steps backward alternate
      within a few seconds, it may be taken the wrong way around, at a confidence mostly below 0.8.
    - **A sensor that follows the shank** turns during stance: there is no foot-flat phase, many strides have no length,
      foot pitch is left empty, and a heel contact can be called flat, with a confidence below 0.6.
    - **Lost packets**: a stride with lost samples is flagged, its interval widened and its confidences lowered; of the
      strides beside it some have no length where 0.2 s are lost in mid-swing.
    - **Strides cut by the ends of a recording** have no rest before or after and may be missed.
    - **Jogging and running**: contacts are reported; without a foot-flat phase the length is empty.
    - **The lower back's lengths** come from a model of forward walking. The mean of a person is off by 12 % (standard
      deviation) in forward walking, and by twice that in backward walking, whose calibration rests on three people. Turns
      and slow, hesitant steps are known worse. The intervals are wide for these reasons. A known distance or the speed of
      a belt removes most of the error.
    - **Steps of 0.25 m/s with pauses, seen by the lower back**: nearly all are found, with contacts off by 0.2 s.
    - **Ten to twenty-four samples per second without a filter, ±2 g**: a quarter of the strides have no direction.
    - **Feet as one body**: step length and width need the distance between the feet, which two separate sensors do not
      measure; the cells stay empty.
    """
}
