import GaitModel

/// What a file of an upload is. Its name on the disk is made from this, never from the request.
struct UploadedFile: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    /// The signals of one sensor.
    case sensor(Placement)
    /// The signals of all sensors in one file.
    case allSensors
    /// `recording.json`.
    case details
  }

  enum Format: String, Sendable, CaseIterable {
    case csv
    case hdf5 = "h5"
    case json
  }

  let content: Content
  let format: Format

  /// What the names in a request mean; `nil` if they mean nothing.
  init?(content: String?, format: String?) {
    guard let format = format.flatMap(Format.init) else { return nil }
    switch (content, format) {
    case ("details", .json): self.content = .details
    case ("all", .csv), ("all", .hdf5): self.content = .allSensors
    case (let content?, .csv), (let content?, .hdf5):
      guard let placement = Placement(rawValue: content) else { return nil }
      self.content = .sensor(placement)
    default: return nil
    }
    self.format = format
  }

  /// Name in the upload's folder.
  var fileName: String {
    switch content {
    case .sensor(let placement): "\(placement.rawValue).\(format.rawValue)"
    case .allSensors: "all_sensors.\(format.rawValue)"
    case .details: "recording.json"
    }
  }

  /// Longest file that is taken. A day of six axes at 100 Hz is 529 MB of CSV.
  static let longestSensorFile = 1_000_000_000  // bytes
  static let longestDetails = 1_000_000  // bytes

  var longest: Int { content == .details ? Self.longestDetails : Self.longestSensorFile }
}
