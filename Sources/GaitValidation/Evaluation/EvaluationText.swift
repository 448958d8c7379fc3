import GaitMeasures
import GaitModel
import GaitStatistics
import NumberText

extension Evaluation {
  /// The evaluation as Markdown.
  ///
  /// - Parameter program: Name and version of the program.
  package func markdown(program: String) -> String {
    var lines = ["# Agreement with the reference", "", "\(program). \(matching) Errors are found less reference.", ""]
    if !recordingsWithoutStrides.isEmpty {
      let names = recordingsWithoutStrides.map(Self.cell).joined(separator: ", ")
      lines += ["Recordings of the reference without strides, which count neither way: \(names).", ""]
    }
    lines += Self.table(
      ["strides", "people", "reference", "found", "extra", "sensitivity", "precision", "F1"],
      groups.map { group in
        [group.name] + [group.people, group.references, group.found, group.extra].map(String.init)
          + [group.sensitivity, group.precision, group.f1].map { Self.number($0, 3) }
      })
    lines += ["## Times of contacts, ms", ""]
    lines += Self.table(
      ["strides", "contact", "n", "mean", "SD", "mean absolute", "median", "95 % below"],
      groups.flatMap { group in
        [("initial", group.initialContacts), ("final", group.finalContacts)].compactMap { name, errors in
          errors.map { errors in
            [group.name, name, String(errors.n)]
              + [errors.mean, errors.sd, errors.meanAbsolute, errors.median, errors.p95]
              .map { Self.number($0.map { 1000 * $0 }, 1) }
          }
        }
      })
    lines += [
      "## Measures", "",
      "Bias is the mean over people of their mean difference. 95 % limits of agreement count differences between and within "
        + "people (Bland & Altman 2007, doi 10.1080/10543400701329422); their intervals, in brackets, are those for several "
        + "strides a person (Zou 2013, doi 10.1177/0962280211402548) and are empty for one person.", "",
    ]
    lines += Self.table(
      ["strides", "measure", "unit", "n", "bias", "lower limit", "upper limit", "RMSE", "mean absolute"],
      rows { quantity, number in
        let limits = quantity.limits
        return [
          "\(quantity.errors.n)", Self.interval(limits?.bias ?? quantity.errors.mean, limits?.biasInterval, number),
          Self.interval(limits?.lower, limits?.lowerInterval, number),
          Self.interval(limits?.upper, limits?.upperInterval, number), number(quantity.rootMeanSquare),
          number(quantity.errors.meanAbsolute),
        ]
      })
    lines += [
      "ICC(2,1) is absolute agreement, ICC(3,1) consistency (Shrout & Fleiss 1979, doi 10.1037/0033-2909.86.2.420). Strides of "
        + "one person are not independent, so only people's means have 95 % intervals.", "",
    ]
    lines += Self.table(
      [
        "strides", "measure", "unit", "ICC(2,1) of strides", "ICC(3,1) of strides", "ICC(2,1) of people",
        "ICC(3,1) of people",
      ],
      rows { quantity, _ in
        [
          Self.interval(quantity.strides?.agreement, quantity.strides?.agreementInterval) { Self.number($0, 3) },
          Self.interval(quantity.strides?.consistency, quantity.strides?.consistencyInterval) { Self.number($0, 3) },
          Self.interval(quantity.people?.agreement, quantity.people?.agreementInterval) { Self.number($0, 3) },
          Self.interval(quantity.people?.consistency, quantity.people?.consistencyInterval) { Self.number($0, 3) },
        ]
      })
    lines += confusion("Direction", \.directions) + confusion("First contact", \.contacts)
    return lines.joined(separator: "\n")
  }

  private var matching: String {
    hasWindows
      ? "A stride matches if the middle of its swing lies in a window of the reference."
      : "A stride matches if its initial contact is within \(Self.number(tolerance, 3)) s of the reference's."
  }

  private func rows(_ cells: (Quantity, (Double?) -> String) -> [String]) -> [[String]] {
    groups.flatMap { group in
      group.quantities.map { quantity in
        let decimals = quantity.quantity.unit.fileDecimals
        return [group.name, quantity.quantity.column, quantity.quantity.unit.text]
          + cells(quantity) { Self.number($0, decimals) }
      }
    }
  }

  /// A table of what the reference says, by row, and what was found.
  private func confusion<Word: RawRepresentable<String> & CaseIterable & Hashable>(
    _ title: String, _ counts: (Group) -> [Word: [Word?: Int]]
  ) -> [String] {
    let known = Array(Word.allCases)
    let rows = groups.flatMap { group in
      known.compactMap { word in
        counts(group)[word].map { found in
          [group.name, word.rawValue] + (known.map { found[$0] } + [found[nil]]).map { String($0 ?? 0) }
        }
      }
    }
    return ["## \(title): reference in rows, found in columns", ""]
      + Self.table(["strides", "reference"] + known.map(\.rawValue) + ["none"], rows)
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> [String] {
    guard !rows.isEmpty else { return ["None in the reference.", ""] }
    let lines = [header, header.map { _ in "---" }] + rows.map { $0.map(cell) }
    return lines.map { "| \($0.joined(separator: " | ")) |" } + [""]
  }

  /// Text that does not end a cell or begin a tag.
  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("<", with: "&lt;").replacing("\n", with: " ")
  }

  static func number(_ value: Double?, _ decimals: Int) -> String { PlainNumbers.fixed(value, decimals) }

  private static func interval(
    _ value: Double?, _ interval: ClosedRange<Double>?, _ number: (Double?) -> String
  ) -> String {
    guard let interval else { return number(value) }
    return "\(number(value)) [\(number(interval.lowerBound)) to \(number(interval.upperBound))]"
  }
}

extension Evaluation.Group {
  /// `all`, or what the strides have in common.
  var name: String { label.isEmpty ? "all" : label.map(\.value).joined(separator: ", ") }
}
