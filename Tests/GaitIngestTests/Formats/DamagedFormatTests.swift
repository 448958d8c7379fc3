import GaitModel
import Testing

@testable import GaitIngest

@Suite("Damaged exports")
struct DamagedFormatTests {
  /// Every text layout, of a short recording.
  private static let files = files(of: TrueMotion(rate: 50, seconds: 3))

  static func files(of motion: TrueMotion) -> [String: String] {
    var files = [
      "dot.csv": MovellaDOTTests.text(motion), "shimmer.csv": SensorFixtures.shimmer(motion),
      "xsens.txt": SensorFixtures.xsens(motion, comments: SensorFixtures.xsensComments),
      "cwa.csv": SensorFixtures.axivity(motion),
      "omgui.csv": SensorFixtures.axivity(motion, header: SensorFixtures.omguiHeader),
      "link.csv": SensorFixtures.actiGraph(motion), "apdm.csv": SensorFixtures.apdmNamed(motion),
      "apdm7.csv": SensorFixtures.apdmGrouped(motion), "sensorlog.csv": AppFixtures.sensorLog(motion, raw: false),
      "toolbox.csv": AppFixtures.physicsToolbox(motion, minus: "\u{2212}"),
    ]
    for (name, text) in TableFixtures.described(motion) { files["\(name.replacing(" ", with: "-")).csv"] = text }
    files["alternating.csv"] = TableFixtures.alternating(motion, words: ("LF", "RF"))
    files.merge(AppFixtures.phyphox(motion, delimiter: ";", decimalMark: ",")) { $1 }
    files.merge(SensorFixtures.motionBIDS(motion)) { $1 }
    return files
  }

  private func read(_ bytes: [UInt8], _ name: String) {
    let file = OpenedFile(bytes, path: name) { Self.files[$0] }
    guard case .parts(let parts) = try? file.signals(SensorRequest()) else { return }
    let assembly = SensorAssembly(path: name, declared: .lowerBack, wanted: nil)
    _ = try? assembly.assembled(parts.map { .init(file: name, namedPlacement: nil, signals: $0) })
  }

  @Test("no two formats claim one file", arguments: files.keys.sorted())
  func oneClaim(name: String) throws {
    let text = try #require(Self.files[name])
    let file = OpenedFile(Array(text.utf8), path: name) { Self.files[$0] }
    let isSidecar = name.contains("meta/") || name.hasSuffix(".json") || name.hasSuffix("_channels.tsv")
    try file.withContent { (content) throws(IngestError) in
      var claims: [FormatClaim] = []
      for format in KnownFormats.all { if let claim = try format.claim(content) { claims.append(claim) } }
      if claims.isEmpty, let claim = try DescribedTableFormat.claim(content) { claims.append(claim) }
      #expect(claims.count == (isSidecar ? 0 : 1), "\(claims)")
    }
  }

  @Test("a file cut anywhere gives samples or a message, never a crash", arguments: files.keys.sorted())
  func cut(name: String) throws {
    let bytes = Array(try #require(Self.files[name]).utf8)
    // Headers are cut at every few bytes, samples here and there.
    for length in stride(from: 0, to: min(1200, bytes.count), by: 13) { read(Array(bytes[..<length]), name) }
    for length in stride(from: 1200, to: bytes.count, by: 4001) { read(Array(bytes[..<length]), name) }
  }

  @Test("bytes turned and cells doubled give samples or a message, never a crash", arguments: files.keys.sorted())
  func turned(name: String) throws {
    let bytes = Array(try #require(Self.files[name]).utf8)
    var state: UInt64 = 11
    let replacements = Array(",;\t\n\"-.e9:#/x ".utf8)
    for _ in 0..<60 {
      var turned = Array(bytes.prefix(4000))
      for _ in 0..<6 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        let byte = replacements[Int(state >> 50) % replacements.count]
        turned[Int(state >> 33) % min(turned.count, 1500)] = byte
      }
      read(turned, name)
    }
  }

  @Test("an absurd clock gives no time of day, and no crash")
  func absurdClock() throws {
    var files = AppFixtures.phyphox(TrueMotion(), delimiter: ",", decimalMark: ".")
    for absurd in ["1e300", "-5", "nan", "inf"] {
      files["meta/time.csv"] = "\"event\",\"experiment time\",\"system time\"\n\"START\",0,\(absurd)\n"
      let export = try Export(Dictionary(uniqueKeysWithValues: files.map { ("lower back/" + $0.key, $0.value) }))
      let recording = try? export.recording("lower back")
      #expect(recording?.details.startedAt == nil)
    }
  }
}
