#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The memory addresses that this process may use, where a user or a scheduler limits them (`ulimit -v`).
enum AddressSpace {
  #if canImport(Glibc)
    /// glibc's `M_ARENA_MAX`, which its header keeps from Swift.
    private static let mostArenas: CInt = -8

    /// Threads beside one for each core: the main one's work, that of signals, and that of events.
    private static let otherThreads = 3

    /// Bytes of addresses for the numbers of a small recording.
    private static let leastMemory = 16 << 20

    /// Bytes of the stack of a thread where the size has no limit (glibc, `pthread_attr_init(3)`).
    private static let stackWithoutLimit = 2 << 20
  #endif

  private static var isLimited: Bool {
    #if canImport(Glibc)
      var limit = rlimit()
      return getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 && limit.rlim_cur != rlim_t.max
    #else
      return false
    #endif
  }

  /// Keeps to one part of memory that all threads share, where addresses are limited.
  ///
  /// glibc reserves 64 MB of addresses for each thread that asks for memory, of which few are used. A walk of 45 MB takes
  /// 193 MB of memory, and took 600 MB of addresses with them and 350 MB without (three sensors of an hour, 2 cores).
  static func saveIfLimited() {
    #if canImport(Glibc)
      guard isLimited, let symbol = dlsym(nil, "mallopt") else { return }
      typealias Setting = @convention(c) (CInt, CInt) -> CInt
      _ = unsafeBitCast(symbol, to: Setting.self)(mostArenas, 1)
    #endif
  }

  /// Bytes of addresses that this process needs for its threads and a small recording, if they are not left.
  ///
  /// Where there is no address for the stack of a thread, the system's library of threads waits for one without end.
  static var shortage: Int? {
    #if canImport(Glibc)
      guard isLimited else { return nil }
      var stack = rlimit()
      let isBounded = getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &stack) == 0 && stack.rlim_cur != rlim_t.max
      let threads = max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) + otherThreads
      let stacks = (isBounded ? Int(clamping: stack.rlim_cur) : stackWithoutLimit).multipliedReportingOverflow(
        by: threads)
      guard !stacks.overflow, stacks.partialValue < Int.max - leastMemory else { return Int.max }
      let needed = stacks.partialValue + leastMemory
      // Addresses alone: no page of memory is used.
      let place = mmap(nil, needed, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
      guard place != MAP_FAILED else { return needed }
      munmap(place, needed)
    #endif
    return nil
  }
}
