import Foundation
import GaitModel
import Testing

@testable import GaitIngest

@Suite("Declared columns")
struct MappingTests {
  private let motion = TrueMotion()

  /// A table that no format claims: a title, names, ms, g with x last, rad/s.
  private func text(delimiter: String = ",", decimalMark: String = ".") -> String {
    "My logger\n" + ["t", "az", "ay", "ax", "battery", "wx", "wy", "wz"].joined(separator: delimiter) + "\n"
      + motion.rows(delimiter: delimiter) { i in
        fixed([motion.time[i] * 1000] + motion.gravities(i).reversed() + [99] + motion.turn(i))
          .map { $0.replacing(".", with: decimalMark) }
      }
  }

  @Test("an unknown layout shows its first lines, what was missing, and --map")
  func unknown() throws {
    let message = try Export(["walk.csv": text()]).refusal("walk.csv")
    #expect(message.contains("'My logger' / 't,az,ay,ax,battery,wx,wy,wz' / '0.000000,"))
    #expect(message.contains("the columns time_s, acc_x_m_s2"))
    #expect(message.contains("--map 'time=1:ms acc=2,3,4:g gyr=5,6,7:deg/s'"))
  }

  @Test(
    "columns are declared by number or by name, whatever the dialect",
    arguments: [
      ("time=1:ms acc=4,3,2:g gyr=6,7,8:rad/s", ",", "."), ("time=t:ms acc=ax,ay,az:g gyr=wx,wy,wz:rad/s", ",", "."),
      ("gyr=6,7,8:rad/s acc=4,3,2:g time=1:ms", ";", ","), ("time=t:ms acc=ax,ay,az:g gyr=wx,wy,wz:rad/s", "\t", ","),
      ("rate=100 acc=4,3,2:g gyr=6,7,8:rad/s", ",", "."),
    ])
  func declared(map: String, delimiter: String, decimalMark: String) throws {
    let export = try Export(["left_foot.csv": text(delimiter: delimiter, decimalMark: decimalMark)])
    let recording = try export.recording("left_foot.csv", mapping: try ColumnMapping(map))
    motion.expect(recording.sensors[0])
    #expect(recording.inputs[0].format == "declared columns")
  }

  @Test(
    "the decimal mark is found where the first row is of whole numbers, and in quotes", arguments: [";", "\t", ","])
  func wholeFirstRow(delimiter: String) throws {
    let quote = delimiter == "," ? "\"" : ""
    let rows = motion.rows(delimiter: delimiter) { i in
      let numbers =
        i == 0 ? ["0", "0", "0", "1", "0", "0", "0"] : fixed([motion.time[i]] + motion.gravities(i) + motion.turn(i))
      return numbers.map { quote + $0.replacing(".", with: ",") + quote }
    }
    let export = try Export(["left_foot.csv": rows])
    let mapping = try ColumnMapping("time=1:s acc=2,3,4:g gyr=5,6,7:rad/s")
    let stream = try export.recording("left_foot.csv", mapping: mapping).sensors[0]
    #expect(stream.count == motion.count && abs(stream.acceleration.x[1] - motion.acceleration.x[1]) < 1e-3)
  }

  @Test("a mapping goes before the format that claims the file, and reads dates")
  func overFormat() throws {
    let export = try Export(["left_foot.csv": SensorFixtures.axivity(motion)])
    let mapping = try ColumnMapping("time=1:text acc=2,3,4:g gyr=5,6,7:deg/s")
    motion.expect(try export.recording("left_foot.csv", mapping: mapping).sensors[0], timeTolerance: 1.1e-3)
  }

  @Test("a mapping file says the same")
  func file() throws {
    let file = """
      ---
      # our logger
      time: 1:ms
      acc: [4, 3, 2]:g   # z first
      gyr: "6,7,8:rad/s"
      """
    #expect(try ColumnMapping(mappingFile: file) == ColumnMapping("time=1:ms acc=4,3,2:g gyr=6,7,8:rad/s"))
    #expect(throws: ColumnMapping.Fault.self) { try ColumnMapping(mappingFile: "acc") }
  }

  @Test(
    "what is wrong with a mapping is said",
    arguments: [
      ("acc=2,3,4:g gyr=5,6,7:deg/s", "time= is missing"), ("time=1 acc=2,3,4:g gyr=5,6,7:deg/s", "no unit"),
      ("time=1:h acc=2,3,4:g gyr=5,6,7:deg/s", "unknown unit"), ("time=1:s acc=2,3:g gyr=5,6,7:deg/s", "three columns"),
      ("time=1:s acc=2,3,4:deg/s gyr=5,6,7:deg/s", "no unit that is known"),
      ("time=1:s gyr=5,6,7:deg/s", "acc= is missing"),
      ("time=1:s acc=0,3,4:g gyr=5,6,7:deg/s", "three columns"), ("mag=1,2,3:uT", "is not understood"),
      ("time=1:s rate=9 acc=2,3,4:g gyr=5,6,7:deg/s", "exclude each other"),
      ("rate=-1 acc=2,3,4:g gyr=5,6,7:deg/s", "no rate"),
      ("acc=1,2,3:g acc=1,2,3:g", "stands twice"),
      // An empty cell of the list must not shift the sign to another axis.
      ("time=1:s acc=,-2,3,4:g gyr=5,6,7:deg/s", "three columns"),
      ("time=1:s acc=2,3,3:g gyr=5,6,7:deg/s", "three columns"),
      ("time=1:s acc=2,3,4:g gyr=4,5,6:deg/s", "column 4 stands in acc= and in gyr="),
    ])
  func faults(map: String, says: String) throws {
    let fault = #expect(throws: ColumnMapping.Fault.self) { try ColumnMapping(map) }
    #expect(try #require(fault).description.contains(says))
  }

  @Test("columns that are not there are refused")
  func notThere() throws {
    let export = try Export(["left_foot.csv": text()])
    for map in ["time=1:ms acc=4,3,2:g gyr=7,8,9:rad/s", "time=q:ms acc=ax,ay,az:g gyr=wx,wy,wz:rad/s"] {
      let mapping = try ColumnMapping(map)
      let error = #expect(throws: IngestError.self) { try export.recording("left_foot.csv", mapping: mapping) }
      #expect(try #require(error).description.contains("no line with numbers in the columns of --map"))
    }
  }

  @Test("gaitmap's tables are read by its convention, mobgap's ask for the rate")
  func toolboxes() throws {
    let names = "acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z"
    let rows = motion.rows { i in fixed([motion.time[i]] + motion.force(i) + motion.degrees(i)) }
    let samples = motion.rows { i in ["\(i)"] + fixed(motion.force(i) + motion.degrees(i)) }
    let export = try Export([
      "left_foot.csv": "time,\(names)\n" + rows, "lower_back.csv": "samples,\(names)\n" + samples,
    ])
    motion.expect(try export.recording("left_foot.csv").sensors[0])
    #expect(try export.format("left_foot.csv").name == "gaitmap CSV")
    let message = try export.refusal("lower_back.csv")
    #expect(message.contains("--map 'rate=100 acc=2,3,4:m/s2 gyr=5,6,7:deg/s'"))
    let mapping = try ColumnMapping("rate=100 acc=2,3,4:m/s2 gyr=5,6,7:deg/s")
    motion.expect(try export.recording("lower_back.csv", mapping: mapping).sensors[0])
  }
}
