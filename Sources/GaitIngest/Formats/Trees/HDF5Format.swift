import GaitModel

/// An HDF5 file of a sensor's software, told by what stands at its root.
protocol HDF5Format: SendableMetatype {
  static var name: String { get }
  /// How the units are known, a sentence each.
  static var units: [String] { get }

  /// What in the file says that it is of this format, or `nil` if it is not.
  static func reason(_ tree: borrowing HDF5Tree) -> String?

  /// What each sensor measured.
  ///
  /// - Throws: `IngestError` if the file is of this format and cannot be used.
  static func signals(_ tree: borrowing HDF5Tree) throws(IngestError) -> [SensorSignals]
}

/// The HDF5 formats that are known besides plain HDF5: a closed list.
enum HDF5Formats {
  static let all: [any HDF5Format.Type] = [APDMRecordingFormat.self]

  /// The format of the file, and why; `nil` if none claims it but plain HDF5 may.
  ///
  /// - Throws: `IngestError` if more than one claims it, or none does.
  static func recognized(
    _ tree: borrowing HDF5Tree
  ) throws(IngestError) -> (format: any HDF5Format.Type, reason: String)? {
    var claims: [(format: any HDF5Format.Type, reason: String)] = []
    for format in all {
      if let reason = format.reason(tree) { claims.append((format, reason)) }
    }
    let names = tree.names()
    let isPlain = names.contains { Placement(rawValue: $0) != nil }
    guard claims.count + (isPlain ? 1 : 0) < 2 else {
      throw IngestError(
        .unusable, file: tree.file,
        found: "a file that could be " + claims.map { "\($0.format.name) (\($0.reason))" }.joined(separator: " or ")
          + (isPlain ? " or plain HDF5" : ""),
        expected: "one format", advice: "copy the sensors into a file of their own (h5copy)")
    }
    if let claim = claims.first { return claim }
    guard isPlain else {
      let shown = names.prefix(8).joined(separator: ", ")
      throw IngestError(
        .unusable, file: tree.file,
        found: names.isEmpty
          ? "nothing at the root" : "an unknown layout with \(shown)\(names.count > 8 ? ", …" : "") at the root",
        expected: "groups named " + Placement.allCases.map(\.rawValue).joined(separator: ", ")
          + ", or the layout of APDM or MATLAB",
        advice: "copy each sensor into a group named after where it was worn")
    }
    return nil
  }
}
