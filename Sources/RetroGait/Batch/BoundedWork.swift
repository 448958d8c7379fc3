/// Does pieces of work on at most `jobs` threads at the same time. All concurrency of this program's batches is here.
package struct BoundedWork: Sendable {
  package var jobs: Int

  package init(jobs: Int) {
    self.jobs = jobs
  }

  /// Does `count` pieces of work; a task that is cancelled begins no further one.
  ///
  /// - Parameters:
  ///   - work: Does the piece of the given number, from 0, on any thread.
  ///   - finished: Called with what each piece gave as it ends, in no particular order, never twice at the same time.
  package func run<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Result, finished: (Result) -> Void
  ) async {
    await withTaskGroup(of: Result.self) { group in
      var next = 0
      func startNext() {
        guard next < count, !Task.isCancelled else { return }
        let index = next
        next += 1
        group.addTask { work(index) }
      }
      for _ in 0..<max(1, jobs) { startNext() }
      while let result = await group.next() {
        finished(result)
        startNext()
      }
    }
  }
}
