import Foundation

/// Runs `retrogait inspect` on HDF5 files with some of their bytes changed, and keeps those on which it does anything
/// but end with 0, 65 or 74 within its time and memory.
///
/// A process for each batch of files, because a defect in libhdf5 would end this one.
///
/// Arguments: path of retrogait, folder of seeds, seconds, folder for what was found, and the random numbers' seed, if they
/// are to be the same each time.
@main
struct HDF5Fuzzer {
  private static let batch = 40
  /// Seconds within which a batch must end.
  private static let patience = 60.0

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5 || arguments.count == 6, let seconds = Double(arguments[3]) else {
      print("usage: HDF5Fuzzer RETROGAIT SEEDS SECONDS FOUND [SEED]")
      exit(64)
    }
    let seeds = try FileManager.default.contentsOfDirectory(atPath: arguments[2]).sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(arguments[2])/\(name)").map { Array($0) }
    }
    let fuzzer = HDF5Fuzzer(program: arguments[1], found: arguments[4])
    let work = FileManager.default.temporaryDirectory.appending(path: "retrogait-fuzz-\(getpid())")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: arguments[4], withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    let state = arguments.count > 5 ? UInt64(arguments[5]) : nil
    var random = Random(state: state ?? UInt64(Date().timeIntervalSince1970))
    let end = Date().addingTimeInterval(seconds)
    var tried = 0
    var failures = 0
    while Date() < end {
      var files: [String] = []
      for k in 0..<batch {
        let file = work.appending(path: "\(k).h5").path
        let seed = seeds[random.below(seeds.count)]
        try Data(random.mutated(seed)).write(to: URL(filePath: file))
        files.append(file)
      }
      tried += batch
      if try fuzzer.isSound(files) { continue }
      for file in files where try !fuzzer.isSound([file]) {
        failures += 1
        let kept = "\(arguments[4])/\(tried)-\(URL(filePath: file).lastPathComponent)"
        try? FileManager.default.copyItem(atPath: file, toPath: kept)
        print("found: \(kept)")
      }
    }
    print("\(tried) files, \(failures) failures")
    exit(failures == 0 ? 0 : 1)
  }

  let program: String
  let found: String

  /// Whether inspecting `files` ends as it should.
  private func isSound(_ files: [String]) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // Two gigabytes of memory are far more than these files need.
    process.arguments = ["-c", "ulimit -v 2000000; exec \"$0\" inspect \"$@\"", program] + files
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = environment
    try process.run()
    let limit = Date().addingTimeInterval(Self.patience)
    while process.isRunning, Date() < limit { usleep(2000) }
    if process.isRunning {
      process.terminate()
      return false
    }
    return process.terminationReason == .exit && [0, 65, 74].contains(process.terminationStatus)
  }
}

/// A small generator of its own seed, and the ways in which files are changed.
struct Random {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  mutating func below(_ limit: Int) -> Int { limit > 0 ? Int(next()) % limit : 0 }

  /// `seed` with a few bytes, words or stretches changed, mostly where metadata are.
  mutating func mutated(_ seed: [UInt8]) -> [UInt8] {
    var bytes = seed
    for _ in 0...below(6) {
      let reach = below(3) == 0 ? bytes.count : min(bytes.count, 4096)
      let place = below(reach)
      switch below(6) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
      case 1: bytes[place] ^= 1 << UInt8(below(8))
      case 2:
        // Sizes and addresses take eight bytes.
        let values: [UInt64] = [0, 1, .max, 0x7FFF_FFFF_FFFF_FFFF, UInt64(bytes.count), next()]
        let value = values[below(values.count)]
        for k in 0..<8 where place + k < bytes.count { bytes[place + k] = UInt8(truncatingIfNeeded: value >> (8 * k)) }
      case 3:
        let length = below(64)
        for k in 0..<length where place + k < bytes.count { bytes[place + k] = UInt8(truncatingIfNeeded: next()) }
      case 4:
        let source = below(bytes.count)
        for k in 0..<32 where max(place, source) + k < bytes.count { bytes[place + k] = bytes[source + k] }
      default:
        if below(4) == 0 { bytes.removeLast(below(bytes.count / 2)) }
      }
    }
    return bytes
  }
}
