import GaitReport
import PageLanguage

extension GaitReport {
  /// The report on people with the methods of their recordings for copying: the text that `retrogait methods` prints of them.
  public static func withMethods(
    people: [PersonReport], audience: ReportAudience = .specialist, language: Language = .english
  ) -> GaitReport {
    let summaries = people.flatMap(\.recordings).map(\.summary)
    return GaitReport(
      people: people, audience: audience, methods: summaries.isEmpty ? nil : MethodsText(summaries).text,
      language: language)
  }
}
