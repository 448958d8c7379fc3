/// The scripts by which Slurm runs a batch: an array with a task for each shard, and a job behind it that collates.
public struct SlurmJob: Sendable {
  public var folder: BatchFolder
  public var shards: Int
  /// The path of this program on every machine.
  public var program: String
  /// Cores of a task, each of which analyzes a recording.
  public var cores: Int
  /// Memory of a task as Slurm takes it, such as `2G`.
  public var memory: String

  /// Times that a task is started again after it was killed or asked for another try.
  public static let mostRestarts = 3
  /// Enough for a recording of a week on each foot, a core.
  public static let usualMemory = "2G"
  /// Seconds that a task waits to be taken off its node after it asked for that.
  private static let wait = 60

  public init(
    of folder: BatchFolder, shards: Int, program: String, cores: Int = 1, memory: String = usualMemory
  ) {
    self.folder = folder
    self.shards = shards
    self.program = program
    self.cores = cores
    self.memory = memory
  }

  /// The script of a task of the array.
  public var shardScript: String {
    """
    #!/bin/bash
    #SBATCH --job-name=retrogait
    #SBATCH --array=1-\(shards)
    #SBATCH --requeue
    #SBATCH --open-mode=append
    #SBATCH --output=\(Self.quoted(Self.pattern("\(folder.log)/shard-") + "%a.txt"))
    #SBATCH --cpus-per-task=\(cores)
    #SBATCH --mem=\(memory)
    # Written by 'retrogait batch submit'. Slurm requeues a task whose node fails. A task that was killed alone (137, as
    # when out of memory), or that asks for another try (75), requeues itself, up to \(Self.mostRestarts) times.
    \(Self.word(program)) batch run --manifest \(Self.word(folder.manifest)) \\
      --shard "$SLURM_ARRAY_TASK_ID/\(shards)" --jobs "${SLURM_CPUS_PER_TASK:-1}"
    code=$?
    if { [ "$code" -eq 75 ] || [ "$code" -gt 128 ]; } && [ "${SLURM_RESTART_COUNT:-0}" -lt \(Self.mostRestarts) ]; then
      # A task that somebody cancelled is not running any more, and stays cancelled.
      if [ "$(squeue --noheader --job "$SLURM_JOB_ID" --format %t)" = R ]; then
        scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID" && sleep \(Self.wait)
      fi
    fi
    exit "$code"

    """
  }

  /// The script of the job that puts the results together.
  public var collateScript: String {
    """
    #!/bin/bash
    #SBATCH --job-name=retrogait-collate
    #SBATCH --requeue
    #SBATCH --open-mode=append
    #SBATCH --output=\(Self.quoted(Self.pattern("\(folder.log)/collate") + ".txt"))
    #SBATCH --mem=\(memory)
    # Written by 'retrogait batch submit'.
    exec \(Self.word(program)) batch collate --manifest \(Self.word(folder.manifest))

    """
  }

  /// The arguments of `sbatch` for the array.
  public func arrayArguments(_ list: ShardList, options: [String] = []) -> [String] {
    ["--parsable", "--array=\(list)"] + options + [folder.jobScript]
  }

  /// The arguments of `sbatch` for the job behind the array.
  ///
  /// - Parameter job: The array, or `nil` if no shard is missing.
  public func collateArguments(after job: String?, options: [String] = []) -> [String] {
    ["--parsable"] + (job.map { ["--dependency=afterany:\($0)"] } ?? []) + options + [folder.collateScript]
  }

  /// Text as one word of a shell.
  public static func word(_ text: String) -> String {
    let plain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-=:,+".contains($0)) }
    return plain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// Text as a value in a line of `#SBATCH`.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// A path in which Slurm puts nothing in the place of a percent sign.
  private static func pattern(_ path: String) -> String { path.replacing("%", with: "%%") }
}
