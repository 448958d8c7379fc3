import Foundation
import GaitModel

extension CalendarDay {
  /// The day on the clock of this machine.
  public static var today: CalendarDay? {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: .now)
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// The Monday after the day.
  public var nextMonday: CalendarDay { monday.adding(days: 7) ?? monday }
}
