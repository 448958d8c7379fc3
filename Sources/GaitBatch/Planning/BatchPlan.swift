import GaitCore
import GaitIngest
import GaitMeasures
import GaitModel
import RetroGait

/// How the recordings of a batch are analyzed: the first line of its manifest.
public struct BatchPlan: Sendable, Equatable, Codable {
  /// The version of the manifest's form.
  public var form = Self.currentForm
  public var program: ProgramVersion
  /// When the batch was planned, as ISO 8601 text; the store has it as the time of every recording's addition.
  public var plannedAt: String
  /// Number of recordings, so that a manifest that was cut is known as such.
  public var recordings: Int
  public var shards: Int
  public var analysis: GaitAnalysis
  /// The sensors to use, or `nil` for all.
  public var sensors: [Placement]?
  /// Where a sensor was worn whose file says nothing of it.
  public var placement: Placement?
  /// What the columns of text files hold.
  public var map: String?
  /// Bytes of numbers that a packed file may give, if the user said so.
  public var maxExpanded: Int?

  static let currentForm = 1

  enum CodingKeys: String, CodingKey {
    case form = "retrogait_batch"
    case program, recordings, shards, sensors, placement, map, analysis
    case plannedAt = "planned_at"
    case maxExpanded = "max_expanded"
  }

  public init(
    analysis: GaitAnalysis = GaitAnalysis(), sensors: Set<Placement>? = nil, ingest: IngestOptions = IngestOptions(),
    plannedAt: String = ""
  ) {
    program = .current
    self.plannedAt = plannedAt
    recordings = 0
    shards = 1
    self.analysis = analysis
    self.sensors = sensors?.sorted()
    placement = ingest.placement
    map = ingest.mapping?.text
    maxExpanded = ingest.expansion.bytes
  }

  /// What the user said of files that do not say it themselves.
  ///
  /// - Throws: `ColumnMapping.Fault` if the mapping is not one of this version.
  func ingest() throws(ColumnMapping.Fault) -> IngestOptions {
    var options = IngestOptions(placement: placement)
    if let map { options.mapping = try ColumnMapping(map) }
    options.expansion.bytes = maxExpanded
    return options
  }
}
