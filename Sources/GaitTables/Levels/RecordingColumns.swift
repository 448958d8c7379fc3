import GaitExport
import GaitMeasures
import GaitModel

/// What to look at before the numbers of a recording are used: its length and signals, the strides seen, measured and
/// excluded, and the warnings.
///
/// The table `recordings` of an export and `quality.csv` of a batch have these columns. All of them count the whole recording.
package enum RecordingColumns {
  package typealias Column = TableColumn<SummaryDocument>

  package static let all: [Column] = signals + strides + excluded + rejected + doubts

  // MARK: Signals

  private static let signals: [Column] = [
    number("duration_s", "s", decimals: 2, "length of the recording, as long as its longest sensor") {
      $0.durationSeconds
    },
    Column(
      TableField("placements", .text, "where the sensors were worn, parted by spaces", isRequired: true)
    ) { TableCell($0.sensors.map(\.placement.rawValue).joined(separator: " ")) },
    number("sampling_rate_hz", "Hz", decimals: 2, "sampling rate of the slowest sensor") {
      $0.sensors.map(\.samplingRateHz).min()
    },
    count("gaps", "number of times without samples, over all sensors") { $0.gaps.count },
    number("gap_s", "s", decimals: 2, "length of all gaps together, over all sensors") { summary in
      summary.gaps.reduce(0) { $0 + $1.endS - $1.startS }
    },
    count("clipped_samples", "number of samples at the end of a sensor's range, over all sensors") { summary in
      summary.sensors.reduce(0) { $0 + $1.clippedSamples }
    },
    Column(
      TableField(
        "alignment_confidence", .number(decimals: 3),
        "least probability among the sensors that strides come from, that front is front and not back; empty without one",
        possible: 0...1)
    ) { TableCell($0.sensorsOfStrides.compactMap(\.alignmentConfidence).min()) },
  ]

  // MARK: Strides seen and measured

  private static let strides: [Column] =
    [count("strides", "number of strides seen, of all directions and both feet") { $0.strides }]
    + Direction.allCases.map { direction in
      known("strides_\(direction.rawValue)", "number of strides that surely went \(direction.inWords)") { summary in
        summary.stridesByDirection.map { $0[direction.rawValue] ?? 0 }
      }
    }
    + [
      known("strides_unsure", "number of strides without a sure direction") { summary in
        summary.stridesByDirection.map { max(0, summary.strides - $0.values.reduce(0, +)) }
      },
      count("strides_valid", "number of strides in which everything could be measured") { summary in
        max(0, summary.strides - summary.rejected.values.reduce(0, +))
      },
      inMeans(.forward), inMeans(.backward),
    ]

  private static func inMeans(_ direction: Direction) -> Column {
    count("in_means_\(direction.rawValue)", "number of strides that enter the means of \(direction.inWords) walking") {
      $0.directions[direction.rawValue]?.strides ?? 0
    }
  }

  // MARK: Why strides were excluded

  private static let excluded: [Column] = LeftOutReason.allCases.map { reason in
    known(
      "excluded_\(reason.rawValue)", "number of strides that enter no mean and have \(reason.rawValue) in left_out"
    ) { summary in summary.leftOut.map { $0[reason.rawValue] ?? 0 } }
  }

  private static let rejected: [Column] = RejectReason.allCases.map { reason in
    count(
      "rejected_\(reason.rawValue)",
      "number of strides that could not be measured and have \(reason.rawValue) in reject_reason"
    ) { $0.rejected[reason.rawValue] ?? 0 }
  }

  // MARK: Doubts

  private static let doubts: [Column] = [
    known("strides_to_look_at", "number of strides that differ from their neighbors as a stumble or a stop would") {
      $0.stridesToLookAt?.strides.count
    },
    known("segments", "number of named segments; empty where the recording was not cut") { $0.segments?.count },
    count("warnings", "number of warnings in summary.json") { $0.warnings.count },
    Column(
      TableField(
        "warning_codes", .text,
        "code of each warning, in the order of summary.json, parted by spaces; a code can occur more than once")
    ) { TableCell($0.warningCodes?.joined(separator: " ")) },
  ]

  // MARK: Kinds of columns

  private static func count(
    _ name: String, _ definition: String, _ value: @escaping @Sendable (SummaryDocument) -> Int
  ) -> Column {
    Column(TableField(name, .whole, definition, possible: 0...Double.infinity, isRequired: true)) {
      TableCell(value($0))
    }
  }

  /// A count that results of earlier versions lack, or that not every recording has.
  private static func known(
    _ name: String, _ definition: String, _ value: @escaping @Sendable (SummaryDocument) -> Int?
  ) -> Column {
    Column(TableField(name, .whole, definition, possible: 0...Double.infinity)) { TableCell(value($0)) }
  }

  private static func number(
    _ name: String, _ unit: String, decimals: Int, _ definition: String,
    _ value: @escaping @Sendable (SummaryDocument) -> Double?
  ) -> Column {
    Column(TableField(name, .number(decimals: decimals), unit: unit, definition, possible: 0...Double.infinity)) {
      TableCell(value($0))
    }
  }
}

extension SummaryDocument {
  /// The gaps of all sensors.
  fileprivate var gaps: [Gap] { sensors.flatMap(\.gaps) }

  /// The sensors on the feet; those elsewhere where no foot has one.
  fileprivate var sensorsOfStrides: [Sensor] {
    let feet = sensors.filter { $0.placement.foot != nil }
    return feet.isEmpty ? sensors : feet
  }
}

extension Direction {
  /// As in "walking in place".
  fileprivate var inWords: String { rawValue.replacing("_", with: " ") }
}
