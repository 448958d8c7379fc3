/// How recordings are divided into shards of about the same work, by the sizes of their files alone.
///
/// The same recordings give the same shards on every machine.
public struct ShardProposal: Sendable {
  /// Seconds of work of a shard. A scheduler takes about a second to start a task, and what a killed task had not finished
  /// is done again.
  public static let secondsOfWork = 60.0
  /// Bytes of samples that one core reads, analyzes and writes the results of in a second: text of two feet, on a slow
  /// core. Binary files take up to three times as long for a byte, for they hold more samples.
  static let bytesPerSecond = 20e6
  /// Seconds that a recording takes however short it is: six files are written and put on the disk.
  static let secondsPerRecording = 0.05
  /// Shards that are proposed at most: a task of an array has a number below Slurm's MaxArraySize, which is 1001 where
  /// nobody has changed it.
  public static let most = 1000

  /// Estimated seconds of work for a recording with `bytes` of samples.
  static func seconds(ofBytes bytes: Int) -> Double { secondsPerRecording + Double(bytes) / bytesPerSecond }

  /// The number of shards for `recordings`; 1 for none.
  public static func count(for recordings: [PlannedRecording]) -> Int {
    let seconds = recordings.reduce(0) { $0 + Self.seconds(ofBytes: $1.bytes) }
    return max(1, min(Int(min(seconds / secondsOfWork, Double(most)).rounded(.up)), recordings.count))
  }

  /// Gives each recording its shard: the longest first, to the shard that has the least work so far.
  public static func assign(_ recordings: inout [PlannedRecording], to count: Int) {
    var work = [Double](repeating: 0, count: max(1, count))
    let order = recordings.indices.sorted { a, b in
      if recordings[a].bytes != recordings[b].bytes { return recordings[a].bytes > recordings[b].bytes }
      return recordings[a].recording.utf8.lexicographicallyPrecedes(recordings[b].recording.utf8)
    }
    for index in order {
      var lightest = 0
      for shard in work.indices where work[shard] < work[lightest] { lightest = shard }
      recordings[index].shard = lightest + 1
      work[lightest] += seconds(ofBytes: recordings[index].bytes)
    }
  }
}
