import GaitModel

/// A date and time of day as text, or a time of day alone, to the digits that are written.
struct ClockText {
  /// Which of two numbers of a date with the year at its end is the day.
  enum DayOrder: Sendable, Equatable { case dayFirst, monthFirst }

  /// What the text says beside the time of day.
  enum Form: Equatable {
    /// Year, month and day, in an order that leaves no doubt.
    case date
    /// Day and month, or month and day, before the year.
    case dateOfOrder
    /// No date: a time of day.
    case timeOfDay
    /// Minutes and seconds of an hour that is not written, as spreadsheets show times.
    case timeOfHour
  }

  /// Seconds from 1970-01-01T00:00:00 in the time zone of the text; from midnight or the full hour without a date.
  var seconds: Double
  /// Seconds that the zone is ahead of UTC, or `nil` if the text names none.
  var zoneOffset: Double?
  var form = Form.date

  /// Seconds from 1970 in UTC, where the text names its zone and date.
  var utc: Double? { form == .date || form == .dateOfOrder ? zoneOffset.map { seconds - $0 } : nil }

  /// Reads `2019-02-14T08:58:00.1234567`, `14.02.2019 8:58:00,12`, `14-Feb-2019 08:58:00`, `02/14/2019 8:58:00 AM`,
  /// `08:58:00.123` and `58:00.1`.
  ///
  /// A space, comma or underscore may stand before the time, and `AM`, `Z`, `+0100`, `+01:00`, `UTC+2`, the name of a
  /// zone or one in brackets behind it. Minutes and seconds may be parted by points. Years have four digits.
  ///
  /// - Parameter order: The order of day and month where the year stands at the end.
  /// - Returns: `nil` if `text` is something else.
  init?(_ text: some StringProtocol, order: DayOrder = .dayFirst) {
    let bytes = Array(text.utf8)
    let time = bytes.withUnsafeBufferPointer { ClockText($0[...], order: order) }
    guard let time else { return nil }
    self = time
  }

  init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, order: DayOrder = .dayFirst) {
    var reader = ClockTextReader(rest: bytes)
    reader.skipOutside()
    var midnight = 0.0
    if let (day, form) = reader.date(order) {
      self.form = form
      midnight = day.unixSeconds
    } else {
      reader.rest = bytes
      reader.skipOutside()
      form = .timeOfDay
    }
    guard let time = reader.timeOfDay() else { return nil }
    if time.isOfHour {
      guard form == .timeOfDay else { return nil }
      form = .timeOfHour
    }
    seconds = midnight + time.seconds
    reader.skipOutside()
    if let half = reader.halfOfDay() {
      guard time.hour >= 1, time.hour <= 12, !time.isOfHour else { return nil }
      seconds += (half ? 43_200 : 0) - (time.hour == 12 ? 43_200 : 0)
      reader.skipOutside()
    }
    guard let zone = reader.zone() else { return nil }
    zoneOffset = zone.offset
  }
}
