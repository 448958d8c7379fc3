import Foundation
import GaitModel
import Testing

@testable import GaitIngest

/// Not a test of anything: writes the seeds of `Tests/Fuzz/Seeds`, one of each format, when asked to by
/// `RETROGAIT_SEEDS=Tests/Fuzz/Seeds swift test --filter FuzzSeedTests`.
@Suite("Seeds of the fuzzers", .enabled(if: ProcessInfo.processInfo.environment["RETROGAIT_SEEDS"] != nil))
struct FuzzSeedTests {
  private let folder = ProcessInfo.processInfo.environment["RETROGAIT_SEEDS"] ?? ""

  private func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = URL(filePath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  @Test("a small file of each format is written")
  func seeds() throws {
    let motion = TrueMotion(rate: 25, seconds: 1.2)
    let rows = stride(from: 160, to: 300, by: 4).map { SampleText.rows[$0] }
    let plain = SampleText.csv(rows)
    try write("files/plain.csv", Array(plain.utf8))
    try write("files/semicolons.csv", Array(plain.replacing(",", with: ";").replacing(".", with: ",").utf8))
    try write("files/quotes.csv", Array(plain.replacing("0.5", with: "\"0.5\"").replacing("\n", with: "\r\n").utf8))
    for (name, text) in DamagedFormatTests.files(of: motion) where !name.contains("/") && !name.hasSuffix(".json") {
      try write("files/\(name)", Array(text.utf8))
    }
    let value = MobiliseDFixtures.value(motion, trials: ["Test5.Trial1"])
    try write("files/mobilised.mat", MATWriter().file([("data", value)]))
    let parts = AppFixtures.phyphox(motion, delimiter: ",", decimalMark: ".").sorted { $0.key < $1.key }
    let cells = rows.map { row in row.map { "\($0)" } }
    let names = plain.split(separator: "\n")[0].split(separator: ",").map(String.init)
    try write("files/spreadsheet.xlsx", ZIPWriter.archive(TableFixtures.spreadsheet([names] + cells)))
    try write("files/axivity.cwa", AxivityWriter.file(motion))
    try write("files/plain.csv.gz", try GzipWriter.packed(Array(plain.utf8)))
    let apart = "# " + plain.replacing(",", with: "  ")
    try write("files/blanks.txt", Array(apart.utf8))
    try write("files/phyphox.zip", ZIPWriter.archive(parts.map { (name: $0.key, text: $0.value) }))
    try FileManager.default.createDirectory(atPath: folder + "/hdf5", withIntermediateDirectories: true)
    for version in [3, 5] {
      try APDMFixtures.write(motion, version: version, labels: ["Lumbar"], to: "\(folder)/hdf5/apdm\(version).h5")
    }
    let stream = try #require(try SampleText.streams(SampleText.csv()).first)
    try Data(PlainHDF5Writer().bytes(of: [stream])).write(to: URL(filePath: "\(folder)/hdf5/plain.h5"))
    let path = "\(folder)/hdf5/mobilised.mat"
    try write("hdf5/mobilised.mat", MobiliseDFixtures.writeHDF5(value, to: path))
  }
}
