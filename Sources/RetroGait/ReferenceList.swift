import GaitMeasures
import GaitReference
import NumberText

/// All reference values with their people and sources, for the documents.
public struct ReferenceList: Sendable {
  public let values = ReferenceValue.all

  public init() {}

  /// A table in Markdown, with a line for each published time of a walk test.
  public var timesMarkdown: String {
    let rows = PublishedTime.all.map { time in
      let meaning =
        switch time.meaning {
        case .slowerAtRisk: "people who fell tend to be slower"
        case .fasterNotAtRisk: "people who did not fall tend to be faster"
        }
      let cells = [
        PlainNumbers.fixed(time.time, 2), meaning, time.population, time.accuracy,
        time.isStartSeen ? "from standing" : "not stated", time.source,
      ]
      return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    return "| time, s | meaning | people | accuracy | start | source |\n| --- | --- | --- | --- | --- | --- |\n"
      + rows.joined()
  }

  /// A table in Markdown, with a line for each reference.
  public var markdown: String {
    let rows = values.map { value in
      let spread = value.standardDeviation.map { PlainNumbers.fixed($0, value.decimals) } ?? "not read"
      let band =
        value.band.map {
          "\(PlainNumbers.fixed($0.lowerBound, value.decimals)) to \(PlainNumbers.fixed($0.upperBound, value.decimals))"
        } ?? "none"
      let cells = [
        "`\(value.measure)`, \(value.direction.rawValue)", value.group, value.people.map { "\($0)" } ?? "not read",
        "\(PlainNumbers.fixed(value.mean, value.decimals)) \(value.unit)", spread, band, value.population,
        "\(value.setting.surface.rawValue); pace: \(value.setting.pace ?? "not stated"); \(value.setting.method)",
        "\(value.source.name), doi \(value.source.doi). \(value.source.origin)",
      ]
      return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    return "| measure | group | n | mean | SD | band | people | walk | source |\n"
      + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n" + rows.joined()
  }
}
