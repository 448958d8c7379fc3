import RetroGait

/// The folder of a batch: its manifest, and beside it results, failures and what is made of them.
public struct BatchFolder: Sendable {
  /// The path of the manifest.
  public var manifest: String
  /// The folder that the manifest lies in.
  public var path: String

  public init(manifest: String) {
    self.manifest = manifest
    path = manifest.lastIndex(of: "/").map { $0 == manifest.startIndex ? "/" : String(manifest[..<$0]) } ?? "."
  }

  /// The folder with a folder of results for each recording, as `analyze` writes it.
  public var results: String { "\(path)/results" }
  /// The folder with a file for each recording that failed.
  public var failures: String { "\(path)/failures" }
  /// The folder with what was put together.
  public var collated: String { "\(path)/\(Self.collatedName)" }
  /// The folder with what each task printed.
  public var log: String { "\(path)/log" }
  public var jobScript: String { "\(path)/shard.sbatch" }
  public var collateScript: String { "\(path)/collate.sbatch" }

  static let collatedName = "collated"

  /// The results, in a folder that other machines write to as well.
  var output: OutputFolder {
    var output = OutputFolder(path: results)
    output.isShared = true
    return output
  }
}
