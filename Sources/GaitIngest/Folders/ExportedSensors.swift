import GaitModel

/// Tells whether exports in one folder whose names say no placement are of one recording.
///
/// They are if an app wrote each sensor of a telephone to a file of its own, or if their labels say placements that all
/// differ.
struct ExportedSensors {
  /// A file that a text format claims.
  private struct Export {
    var path: String
    /// Whether an app wrote one of a device's sensors to it, and others elsewhere.
    var isPartial: Bool
    /// What the file's label says.
    var placement: Placement?
  }

  private let exports: [Export]

  /// Files of a folder that are looked into at most.
  private static let limit = 100

  /// - Parameter declared: What the user says of the columns of text files.
  init(_ files: [String], declared: DeclaredColumns = DeclaredColumns()) {
    exports = files.count > Self.limit ? [] : files.compactMap { Self.export($0, declared) }
  }

  /// The files that are one recording; empty if each is a recording of its own.
  var oneRecording: Set<String> {
    guard exports.count > 1 else { return [] }
    let placements = exports.compactMap(\.placement)
    let areDifferent = placements.count == exports.count && Set(placements).count == exports.count
    return areDifferent || exports.allSatisfy(\.isPartial) ? Set(exports.map(\.path)) : []
  }

  private static func export(_ path: String, _ declared: DeclaredColumns) -> Export? {
    let found = try? OpenedFile(path: path).withContent { (content) throws(IngestError) -> Export? in
      if let mapping = declared.mapping(of: content) {
        switch content {
        case .text(let opening): return export(path, mapping, opening)
        default: return nil
        }
      }
      guard let format = try KnownFormats.claim(content, file: path)?.format as? any TextFormat.Type else { return nil }
      switch content {
      case .text(let opening): return export(path, format, opening)
      default: return nil
      }
    }
    return found ?? nil
  }

  private static func export(_ path: String, _ format: any TextFormat.Type, _ opening: TextOpening) -> Export {
    // What the file lacks is said when it is read.
    let layouts = (try? format.layouts(opening)) ?? []
    let isWhole = layouts.contains { $0.acceleration != nil } && layouts.contains { $0.angularVelocity != nil }
    let label = layouts.count == 1 ? layouts[0].label.flatMap { PlacementLabel.placement(in: $0) } : nil
    return Export(path: path, isPartial: format.writesOneFilePerSensor && !isWhole, placement: label)
  }

  /// A file whose columns are declared is partial if it holds one of two quantities that stand in the same columns.
  private static func export(_ path: String, _ mapping: ColumnMapping, _ opening: TextOpening) -> Export? {
    guard let layouts = try? MappedTable(mapping: mapping, opening: opening).layouts() else { return nil }
    let isWhole = layouts.contains { $0.acceleration != nil } && layouts.contains { $0.angularVelocity != nil }
    return Export(path: path, isPartial: !isWhole, placement: nil)
  }
}
