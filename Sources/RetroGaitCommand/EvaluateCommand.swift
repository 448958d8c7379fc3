import ArgumentParser
import GaitValidation
import RetroGait

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compare strides with those of another system.",
    usage: """
      retrogait evaluate --reference <file> --strides <file>
        [--by <key,key>] [--tolerance <seconds>] [--json | --chart <measure>]
      """,
    discussion: """
      Prints Markdown: the strides found, errors of contact times, and limits of
      agreement and ICC of each measure in the reference. Tables show how often each
      direction and first contact was confused with another. Intervals of the limits
      resample people, because strides of one person resemble each other.

      The reference is a CSV table, one row per stride, with a header:
        initial_contact_s   the contact that ends the swing (or end_s), or
        window_start_s, window_end_s   between which the middle of the swing lies
        recording   needed if the strides come from several recordings
        foot        left or right; without it either foot matches
        final_contact_s, direction, contact_type, length_m, duration_s, speed_m_s
                    and other columns of strides.csv, where they are known
      Strides are matched one to one, the nearest first. Steps in place are not
      counted, nor are strides outside the time range of the reference.

      The strides are a strides.csv of 'analyze', or of 'export' for many
      recordings.

      EXAMPLE
        retrogait evaluate --reference walkway.csv \\
          --strides results/P07/strides.csv --by direction
        retrogait evaluate --reference walkway.csv \\
          --strides results/P07/strides.csv --chart length_m > length.svg
      """)

  @Option(help: ArgumentHelp("The other system's strides.", valueName: "file"))
  var reference: String

  @Option(help: ArgumentHelp("The strides of RetroGait.", valueName: "file"))
  var strides: String

  @Option(
    help: ArgumentHelp(
      "Also by direction, subject, session, recording or foot; several with commas.", valueName: "key,key"))
  var by: EvaluationKeys = EvaluationKeys(keys: [])

  @Option(
    help: ArgumentHelp("By how much an initial contact may differ to be the same.", valueName: "seconds"))
  var tolerance: Double = Evaluation.usualTolerance

  @Flag(help: "Print JSON.")
  var json = false

  @Option(help: ArgumentHelp("Print the Bland-Altman chart of a measure as SVG.", valueName: "measure"))
  var chart: String?

  func validate() throws {
    guard chart == nil || !json else { throw ValidationError("--json and --chart exclude each other.") }
    guard tolerance > 0, tolerance.isFinite else { throw ValidationError("--tolerance is \(tolerance), not above 0.") }
  }

  func run() throws {
    let console = Console(isQuiet: false)
    let evaluation: Evaluation
    do throws(EvaluationError) {
      evaluation = try Evaluation(
        reference: (try text(of: reference), reference), strides: (try text(of: strides), strides), by: by.keys,
        tolerance: tolerance)
    } catch {
      console.error(error.description)
      if case .unreadable = error { throw ExitCode.inputOutput }
      throw ExitCode.unusableInput
    }
    if let chart {
      guard let svg = evaluation.chart(of: chart) else {
        let known =
          evaluation.drawable.isEmpty ? "a reference with measures" : evaluation.drawable.joined(separator: ", ")
        throw ValidationError("--chart: found '\(chart)'; expected \(known).")
      }
      return console.result(exactly: svg)
    }
    let program = "\(RetroGaitVersion.name) \(RetroGaitVersion.current)"
    guard json else { return console.result(evaluation.markdown(program: program)) }
    try catchingHistoryErrors { () throws(HistoryError) in
      console.result(exactly: try JSONText.text(of: EvaluationDocument(evaluation, program: program)))
    }
  }

  private func text(of path: String) throws(EvaluationError) -> String {
    guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
    else {
      throw .unreadable(path: path)
    }
    return text
  }
}

/// What groups are made by, from `direction,subject`.
struct EvaluationKeys: ExpressibleByArgument {
  var keys: [Evaluation.Key]

  init(keys: [Evaluation.Key]) {
    self.keys = keys
  }

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    keys = words.compactMap { Evaluation.Key(rawValue: String($0)) }
    guard keys.count == words.count, Set(keys).count == keys.count else { return nil }
  }

  var defaultValueDescription: String { keys.map(\.rawValue).joined(separator: ",") }
}
