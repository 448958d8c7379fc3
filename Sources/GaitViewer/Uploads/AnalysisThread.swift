import Dispatch

/// Runs analyses on a thread of their own, one after the other, so that pages are answered meanwhile, on a machine with
/// one core too.
final class AnalysisThread: TaskExecutor {
  private let queue = DispatchQueue(label: "retrogait.analysis", qos: .utility)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
