import GaitHistory
import GaitMeasures
import NumberText
import RetroGait

/// Why a batch could not be planned, a shard not run, or the results not be put together.
public enum ShardError: Error, Sendable, CustomStringConvertible {
  case nothingFound
  case noManifest(path: String)
  /// A line of the manifest is not what this program writes.
  case damagedManifest(path: String, line: Int, found: String)
  case otherVersion(path: String, found: ProgramVersion)
  /// What the manifest holds of the plan is not what this version writes.
  case unusablePlan(reason: String)
  case wrongShardCount(found: Int, recordings: Int)
  case noSuchShard(ShardNumber, shards: Int)
  /// Recordings that share a file with samples.
  case doubledWalks(count: Int, first: String)
  /// Recordings without a result of this plan.
  case unfinished(count: Int, of: Int, other: Int, shards: ShardList, first: String)
  /// Results of recordings that the manifest does not name.
  case strangeResults(folder: String, count: Int, first: String)
  /// A result that is called otherwise than its folder.
  case renamedResult(folder: String, found: String)
  /// Something in the place of the collated files that was changed since, or is something else.
  case changedCollation(path: String)
  case batch(BatchError)
  case history(HistoryError)
  case results(ReportError)
  case export(ExportError)
  case notWritable(path: String, reason: String)
  /// Something could not be encoded: a defect.
  case notEncoded(String)

  public var description: String {
    switch self {
    case .nothingFound:
      "batch plan: found no recording; expected at least one; name the folders or files that hold them"
    case .noManifest(let path):
      "\(path): found no manifest that can be read; expected the file that 'retrogait batch plan' wrote; check the path"
    case .damagedManifest(let path, let line, let found):
      "\(path), line \(line): found \(found); expected what 'retrogait batch plan' writes; plan the batch again"
    case .otherVersion(let path, let found):
      "\(path): found a manifest of \(PrintableText("\(found.name) \(found.version)")); expected one of "
        + "\(RetroGaitVersion.name) \(RetroGaitVersion.current), this program; use the same version on every machine, or plan "
        + "the batch again"
    case .unusablePlan(let reason):
      "found a manifest whose plan cannot be used (\(PrintableText(reason))); expected what 'retrogait batch plan' of this "
        + "version writes; plan the batch again"
    case .wrongShardCount(let found, let recordings):
      "--shards: found \(found); expected 1 to \(recordings), the number of recordings"
    case .noSuchShard(let shard, let shards):
      "--shard: found \(shard); expected 1/\(shards) to \(shards)/\(shards), as the manifest says"
    case .doubledWalks(let count, let first):
      "found \(PlainNumbers.count(count, "recording")) with the samples of another one (\(first)); expected each walk once; "
        + "remove the copies and plan the batch again"
    case .unfinished(let count, let all, let other, let shards, let first):
      "found no result of \(count) of \(PlainNumbers.count(all, "recording")), the first \(PrintableText(first))"
        + (other == 0 ? "" : ", \(other) of them with results of other files, settings or versions")
        + "; expected one of each; run the shards \(shards) again"
    case .strangeResults(let folder, let count, let first):
      "\(folder): found \(PlainNumbers.count(count, "result")) that the manifest does not name, the first "
        + "\(PrintableText(first)); expected results of this batch only; move the others away"
    case .renamedResult(let folder, let found):
      "\(folder): found the results of '\(PrintableText(found))'; expected those of the folder's own name; remove the "
        + "folder and run its shard again"
    case .changedCollation(let path):
      "\(path): found files that were changed since 'retrogait batch collate' wrote them, or that it did not write; "
        + "expected nothing, or what it wrote; move the folder away, or add --overwrite"
    case .batch(let error): error.description
    case .history(let error): error.description
    case .results(let error): error.description
    case .export(let error): error.description
    case .notWritable(let path, let reason):
      "\(path): cannot be written (\(reason)); check that the folder exists, is yours and has space"
    case .notEncoded(let reason): "found something that cannot be encoded, please report it: \(reason)"
    }
  }
}
