import GaitExport
import GaitMeasures

/// `datapackage.json`, by which Frictionless and other programs know files, columns and types (Frictionless Data Package 1,
/// specs.frictionlessdata.io).
struct DataPackage: Encodable {
  /// Stands in the file, by which it is known again.
  static let packageName = "retrogait-export"

  let name = DataPackage.packageName
  static let title = "Walking measured by RetroGait"
  let title = DataPackage.title
  var program: ProgramVersion
  var resources: [Resource]

  struct Resource: Encodable {
    var name: String
    var path: String
    /// Where the table stands in a file of several.
    var dataset: String?
    var description: String
    var format: String
    var mediatype: String
    var encoding = "utf-8"
    var profile: String?
    var bytes: Int
    /// SHA-256 of the file.
    var hash: String
    var schema: Schema
  }

  struct Schema: Encodable {
    var fields: [Field]
    var missingValues = [""]
  }

  struct Field: Encodable {
    var name: String
    var type: String
    var description: String
    var unit: String?
    var constraints: Constraints?
    var trueValues: [String]?
    var falseValues: [String]?
  }

  struct Constraints: Encodable {
    var required: Bool?
    var minimum: Double?
    var maximum: Double?
    var `enum`: [String]?
  }
}

extension DataPackage.Resource {
  /// - Parameters:
  ///   - file: Its name beside `datapackage.json`.
  ///   - hash: SHA-256 of its bytes, as lower-case hexadecimal digits.
  init(_ table: LevelTable, format: TableFormat, file: String, bytes: Int, hash: String) {
    let isText = format == .csv
    self.init(
      name: table.level.table, path: file, dataset: format == .hdf5 ? "/\(table.level.table)" : nil,
      description: "One row for \(table.level.rowMeaning).",
      format: format.rawValue, mediatype: format.mediaType,
      profile: isText ? "tabular-data-resource" : nil, bytes: bytes, hash: "sha256:\(hash)",
      schema: DataPackage.Schema(fields: table.fields.map { DataPackage.Field($0, isText: isText) }))
  }
}

extension DataPackage.Field {
  fileprivate init(_ field: TableField, isText: Bool) {
    self.init(
      name: field.name, type: field.kind.frictionless, description: field.definition,
      unit: field.unit.isEmpty ? nil : field.unit)
    if field.isRequired || field.minimum != nil || field.maximum != nil || !field.words.isEmpty {
      constraints = DataPackage.Constraints(
        required: field.isRequired ? true : nil, minimum: field.minimum, maximum: field.maximum,
        enum: field.words.isEmpty ? nil : field.words)
    }
    if isText, field.kind == .truth {
      trueValues = [TableEncoder.truths.yes]
      falseValues = [TableEncoder.truths.no]
    }
  }
}

extension TableFormat {
  fileprivate var mediaType: String {
    switch self {
    case .csv: "text/csv"
    case .parquet: "application/vnd.apache.parquet"
    case .hdf5: "application/x-hdf5"
    }
  }
}
