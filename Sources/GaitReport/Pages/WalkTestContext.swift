import GaitMeasures
import GaitModel
import GaitPages
import PageLanguage

/// The time of a walk test beside what studies published for the same test with the same start.
///
/// It is context. Nothing here says on which side of a time a person is.
struct WalkTestContext {
  var test: WalkTest
  /// Name of the quantity: `First 3 m backward, from standing`.
  var title: String
  /// Session in which it was walked; `nil` where there is only one.
  var place: String?
  var found: WalkQuantity.Found

  var language: Language

  /// Empty where nothing is published for the test.
  func html() -> Markup {
    let published = PublishedTime.all(of: test)
    let changes = PublishedChange.all.filter { $0.test == test }
    guard !published.isEmpty || !changes.isEmpty else { return .nothing }
    return """
      <h3>\(title)\(place.map { ", \($0)" } ?? "")</h3>
      <p>\(words) \(changes.map { Self.words($0, language) }.joined(separator: " "))</p>
      \(if: !published.isEmpty, Self.list(published, of: test, language))
      """
  }

  /// What is published for a test, without the time of anybody; empty where nothing is.
  static func published(of test: WalkTest, title: String, in language: Language = .english) -> Markup {
    let published = PublishedTime.all(of: test)
    let changes = PublishedChange.all.filter { $0.test == test }.map { words($0, language) }.joined(separator: " ")
    guard !published.isEmpty || !changes.isEmpty else { return .nothing }
    return """
      <h3>\(title)</h3>\(if: !changes.isEmpty, "<p>\(changes)</p>")\
      \(if: !published.isEmpty, list(published, of: test, language))
      """
  }

  /// `3 m in 3.62 s (3.30 to 3.95), 0.83 m/s, 7 steps.`
  private var words: Markup {
    let number = { (value: Double) in language.fixed(value, 2) }
    let time = language("\(language.short(test.distance)) m in \(number(found.value)) s")
    let interval = found.interval.map {
      " (\(language("\(number($0.lowerBound)) to \(number($0.upperBound))")))"
    }
    let speed = found.value > 0 ? ", \(language.speed(test.distance / found.value))" : ""
    return """
      \(time)<span class="interval">\(interval ?? "")</span>\(speed), \(language("\(found.n, "step")")).
      """
  }

  private static func words(_ change: PublishedChange, _ language: Language) -> String {
    let unit = language.shown(change.unit, decimals: 2)
    return language(
      """
      Measurement error alone stays below \(language.fixed(change.change, unit)) \(unit.text) in 95 of 100 \
      people (\(language.text(change.population)); \(language.text(change.source))).
      """)
  }

  private static func list(_ published: [PublishedTime], of test: WalkTest, _ language: Language) -> Markup {
    let items = published.map { time -> Markup in
      let meaning =
        switch time.meaning {
        case .slowerAtRisk: language("people who fell tend to be slower")
        case .fasterNotAtRisk: language("people who did not fall tend to be faster")
        }
      let about = [
        language.text(time.population), language.text(time.accuracy), language.text(time.source),
        time.isStartSeen ? "" : language("how its clock starts is not known"),
      ]
      return """
        <li>\(language.fixed(time.time, 2)) s: \(meaning) (\(about.filter { !$0.isEmpty }.joined(separator: "; "))).</li>
        """
    }
    return """
      <details class="studies printed"><summary>\(language("Times of this test in studies (\(published.count))"))</summary>
      <p class="soft">\(language("They are context, and no verdict on a person."))\
      \(if: test.start == .standing, " \(clock(language))")</p>
      <ul class="soft">\(items.joined())</ul></details>
      """
  }

  private static func clock(_ language: Language) -> String {
    language(
      """
      A stopwatch starts at the command, a sensor when the foot leaves: published times are longer by the time to react.
      """)
  }
}
