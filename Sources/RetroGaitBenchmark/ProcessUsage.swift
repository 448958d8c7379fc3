#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What this process, and those that it started and waited for, have used so far.
struct ProcessUsage {
  /// Seconds of processor time.
  var processorSeconds: Double
  /// Largest resident memory of this process, in bytes.
  var largestMemory: Double

  static var now: ProcessUsage {
    var own = rusage()
    var children = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &own)
      getrusage(RUSAGE_CHILDREN, &children)
      let unit = 1.0
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &own)
      getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &children)
      let unit = 1024.0
    #endif
    let times = [own.ru_utime, own.ru_stime, children.ru_utime, children.ru_stime]
    return ProcessUsage(
      processorSeconds: times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6 },
      largestMemory: Double(own.ru_maxrss) * unit)
  }
}
