import Foundation
import GaitBatch
import Testing

@Suite("Scripts for Slurm")
struct SlurmJobTests {
  @Test("are shell scripts that hold, whatever the names of folders are", arguments: ["/a/study", "/a b/'s $(x)/50%"])
  func syntax(folder: String) throws {
    let job = SlurmJob(
      of: BatchFolder(manifest: "\(folder)/batch.jsonl"), shards: 7, program: "/opt/my tools/retrogait")
    for script in [job.shardScript, job.collateScript] {
      let bash = Process()
      bash.executableURL = URL(filePath: "/bin/bash")
      bash.arguments = ["-n", "-c", script]
      try bash.run()
      bash.waitUntilExit()
      #expect(bash.terminationStatus == 0)
    }
    #expect(job.shardScript.contains("#SBATCH --array=1-7\n"))
    #expect(!job.shardScript.contains("/50%/log"))
  }

  @Test("put the collation behind the array, and only where there is one")
  func dependency() {
    let job = SlurmJob(of: BatchFolder(manifest: "/s/batch.jsonl"), shards: 7, program: "/bin/retrogait")
    #expect(job.arrayArguments(ShardList([1, 2, 5])).contains("--array=1-2,5"))
    #expect(job.collateArguments(after: "12").contains("--dependency=afterany:12"))
    #expect(!job.collateArguments(after: nil).contains { $0.hasPrefix("--dependency") })
  }
}
