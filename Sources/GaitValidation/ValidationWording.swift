/// What the article says in words; figures come from the measurement.
enum ValidationWording {
  static let howMeasured = """
    The recordings are public: gaitmap's example data (motion capture; MIT licence), TRIPOD (instrumented walkway and
    treadmill; HPI-CH), C. Voisard's clinical set (contacts checked by hand), mobgap's example data (pressure insoles;
    Apache-2.0), PyShoe (motion capture, with circles, sidesteps and steps backward), a treadmill set forward and backward
    (Gottlieb 2020), a set of jogging, sidesteps and backward walking (UCI), and CMU's motion capture, from which the
    readings of sensors were computed. They are no part of the package. `Scripts/validation` writes this article from them;
    it holds sums and counts, no data of any recording.

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

  static let reliability = """
    `direction_confidence` and `contact_confidence` are probabilities. In each tenth, *predicted* is their mean and
    *observed* the share that the reference confirms. Below 0.6 a stride enters no aggregate of direction or contact. Where
    the foot's long axis is in doubt (sidesteps seen by one foot alone), confidence is low although most of these strides
    are right.
    """

  static let failures = """
    - **Steps of a turn on the spot** that go 20 to 30 cm while the foot turns by 90° and more: a reference that knows only
      contacts calls them forward, this program in place or sideways, mostly with low confidence.
    - **Short strides below 0.2 m**: their direction is known worse, and below 0.15 m they are in place.
    - **Sidesteps seen by one foot**: nothing tells roll from pitch. With two feet it shows, because both cannot go opposite
      ways at once.
    - **A sensor that follows the shank** turns during stance: there is no foot-flat phase, many strides have no length,
      foot pitch is left empty, and a heel contact can be called flat, with a confidence below 0.6.
    - **Lost packets**: a stride with lost samples is flagged, its interval widened and its confidences lowered; of the
      strides beside it some have no length where 0.2 s are lost in mid-swing.
    - **Strides cut by the ends of a recording** have no rest before or after and may be missed.
    - **Jogging and running**: contacts are reported; without a foot-flat phase the length is empty.
    - **The lower back's lengths** come from a model of forward walking. They differ between people by 10 % and more and are
      about 8 % too long in backward walking, and more in turns and in slow, hesitant steps; the intervals are wide for that
      reason.
    - **Feet as one body**: step length and width need the distance between the feet, which two separate sensors do not
      measure; the cells stay empty.
    """
}
