import ArgumentParser
import GaitModel
import RetroGait

/// Which conditions of a person's walking are looked at.
struct ConditionOptions: ParsableArguments {
  @Option(help: "Only walking on this surface: overground or treadmill.")
  var surface: Surface?

  @Option(help: ArgumentHelp("Only walking at this incline, in whole percent.", valueName: "percent"))
  var incline: Int?

  @Option(help: "Only walking measured by these sensors: feet or lower_back.")
  var sensors: WalkConditions.Sensors?

  /// The most frequent of a person's conditions that were asked for; `nil` where none were, for the usual ones.
  ///
  /// - Throws: `HistoryError.unknown` where the person never walked under such conditions.
  func chosen(of course: PersonCourse) throws(HistoryError) -> WalkConditions? {
    guard surface != nil || incline != nil || sensors != nil else { return nil }
    let fitting = course.conditions.filter { known, _ in
      (surface.map { known.surface == $0 } ?? true) && (incline.map { (known.inclinePercent ?? 0) == $0 } ?? true)
        && (sensors.map { known.sensors == $0 } ?? true)
    }
    let most = fitting.map(\.sessions).max()
    guard let found = fitting.first(where: { $0.sessions == most }) else {
      let wanted = [surface?.rawValue, incline.map { "incline \($0) %" }, sensors?.rawValue].compactMap { $0 }
      throw .unknown(
        wanted.joined(separator: ", "), of: "walking under the conditions",
        known: course.conditions.map(\.conditions.label))
    }
    return found.conditions
  }
}

extension Surface: ExpressibleByArgument {}
extension WalkConditions.Sensors: ExpressibleByArgument {}
