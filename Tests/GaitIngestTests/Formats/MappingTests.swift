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

  @Test("an unknown layout shows its names, and the mapping that reads it")
  func unknown() throws {
    let message = try Export(["walk.csv": text()]).refusal("walk.csv")
    #expect(message.contains("the columns t, az, ay, ax, battery, wx, wy, wz"))
    #expect(message.contains("--map 'time=1:ms acc=4,3,2:g gyr=6,7,8:rad/s'"))
    #expect(message.contains("to be checked: that the time is in ms; the unit of acceleration"))
    let other = try Export(["walk.csv": "My logger\nwhat,is,this\n1,2,3\n"]).refusal("walk.csv")
    #expect(other.contains("'My logger' / 'what,is,this' / '1,2,3'"))
    #expect(other.contains("--map 'time=1:ms acc=2,3,4:g gyr=5,6,7:deg/s'"))
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

  @Test("a rate that contradicts a column of times is told with what the column has", arguments: [100.0, 150])
  func contradictedRate(rate: Double) throws {
    let rows = motion.rows { i in fixed([motion.time[i] * 1000] + motion.gravities(i) + motion.turn(i)) }
    let export = try Export(["left_foot.csv": "time_ms,ax,ay,az,wx,wy,wz\n" + rows])
    let mapping = try ColumnMapping("rate=\(rate) acc=2,3,4:g gyr=5,6,7:rad/s")
    let warnings = try export.recording("left_foot.csv", mapping: mapping).warnings
    if rate == 100 {
      #expect(!warnings.contains { $0.code == .rateContradictsTimes })
    } else {
      let warning = TableWarning.rateContradictsTimes(
        given: 150, column: "time_ms", found: 100, mapping: "time=1:ms")
      #expect(warnings.contains(.table(.leftFoot, warning)))
    }
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
      ("time=1:s acc=2,3,4:deg/s gyr=5,6,7:deg/s", "no known unit"),
      ("time=1:s gyr=5,6,7:deg/s", "acc= is missing"),
      ("time=1:s acc=0,3,4:g gyr=5,6,7:deg/s", "three columns"), ("mag=1,2,3:uT", "is not understood"),
      ("time=1:s rate=9 acc=2,3,4:g gyr=5,6,7:deg/s", "cannot be combined"),
      ("rate=-1 acc=2,3,4:g gyr=5,6,7:deg/s", "not a rate"),
      ("time=1:s acc=2,3,4:g", "gyroscope"), ("time=1:0Hz acc=2,3,4:g gyr=5,6,7:deg/s", "unknown unit"),
      ("time=1:s acc=2,3,4:g/0 gyr=5,6,7:deg/s", "no known unit"),
      ("time=1:s rows=2:LF acc=3,4,5:g gyr=6,7,8:dps", "no placement"),
      (
        "time=1:s left_foot.acc=2,3,4:g left_foot.gyr=5,6,7:dps right_foot.acc=2,9,10:g right_foot.gyr=11,12,13:dps",
        "column 2 is assigned to left_foot and to right_foot"
      ),
      ("acc=1,2,3:g acc=1,2,3:g", "appears twice"),
      // An empty cell of the list must not shift the sign to another axis.
      ("time=1:s acc=,-2,3,4:g gyr=5,6,7:deg/s", "three columns"),
      ("time=1:s acc=2,3,3:g gyr=5,6,7:deg/s", "three columns"),
      ("time=1:s acc=2,3,4:g gyr=4,5,6:deg/s", "column 4 is used in acc= and in gyr="),
    ])
  func faults(map: String, says: String) throws {
    let fault = #expect(throws: ColumnMapping.Fault.self) { try ColumnMapping(map) }
    #expect(try #require(fault).description.contains(says))
  }

  @Test("columns that are not there are refused")
  func notThere() throws {
    let export = try Export(["left_foot.csv": text()])
    for (map, says) in [
      ("time=1:ms acc=4,3,2:g gyr=7,8,9:rad/s", "no line with numbers in the columns of --map"),
      ("time=q:ms acc=ax,ay,az:g gyr=wx,wy,wz:rad/s", "no column named 'q'; expected one of the columns t, az, ay, ax"),
    ] {
      let mapping = try ColumnMapping(map)
      let error = #expect(throws: IngestError.self) { try export.recording("left_foot.csv", mapping: mapping) }
      #expect(try #require(error).description.contains(says))
    }
  }

  @Test("a name that stands twice is refused, never taken for the first of the two")
  func repeatedNames() throws {
    let rows = motion.rows { i in fixed([motion.time[i]] + motion.gravities(i) + motion.degrees(i) + [1, 2, 3]) }
    let export = try Export(["left_foot.csv": "t,ax,ay,az,gx,gy,gz,ax,ay,az\n" + rows])
    let mapping = try ColumnMapping("time=t:s acc=ax,ay,az:g gyr=gx,gy,gz:deg/s")
    let error = #expect(throws: IngestError.self) { try export.recording("left_foot.csv", mapping: mapping) }
    #expect(try #require(error).description.contains("several columns named 'ax': 2, 8"))
    let numbers = try ColumnMapping("time=1:s acc=2,3,4:g gyr=5,6,7:deg/s")
    motion.expect(try export.recording("left_foot.csv", mapping: numbers).sensors[0])
  }

  @Test(
    "units may be divided, days and counters are clocks, and names stand in quotes",
    arguments: [
      "time=\"my time\":d acc=2,3,4:g/2048 gyr=5,6,7:deg/s/16.4", "time=n:100Hz acc=2,3,4:g/2048 gyr=5,6,7:deg/s/16.4",
      "time='my time':d acc=2,3,\"a, z\":g/2048 gyr=5,6,7:deg/s/16.4",
    ])
  func counts(map: String) throws {
    let rows = motion.rows { i in
      fixed([46_272 + motion.time[i] / 86_400], 12)
        + fixed(
          motion.gravities(i).map { $0 * 2048 } + motion.degrees(i).map { $0 * 16.4 } + [Double((i + 65_500) % 65_536)],
          0)
    }
    let export = try Export(["left_foot.csv": "my time,ax,ay,\"a, z\",gx,gy,gz,n\n" + rows])
    let recording = try export.recording("left_foot.csv", mapping: try ColumnMapping(map))
    motion.expect(recording.sensors[0], tolerance: 0.02, timeTolerance: 2e-3)
  }

  @Test("groups of columns have placements, and share the clock of their rows")
  func groups() throws {
    let rows = motion.rows { i in
      fixed([motion.time[i]] + motion.gravities(i) + motion.degrees(i) + motion.force(i) + motion.turn(i))
    }
    let export = try Export(["walk.csv": rows])
    let map =
      "time=1:s left_foot.acc=2,3,4:g left_foot.gyr=5,6,7:deg/s right_foot.acc=8,9,10:m/s2 right_foot.gyr=11,12,13:rad/s"
    let recording = try export.recording("walk.csv", mapping: try ColumnMapping(map))
    #expect(recording.sensors.map(\.placement) == [.leftFoot, .rightFoot])
    for sensor in recording.sensors { motion.expect(sensor) }
    #expect(recording.warnings.isEmpty)
  }

  @Test("one mapping reads the accelerometer and the gyroscope of files named after them")
  func quantitiesInFiles() throws {
    func rows(_ values: (Int) -> [Double]) -> String { motion.rows { i in fixed([motion.time[i]] + values(i)) } }
    let export = try Export([
      "walk/Accelerometer.csv": "t,x,y,z\n" + rows { motion.force($0) },
      "walk/Gyroscope.csv": "t,x,y,z\n" + rows { motion.degrees($0) },
    ])
    let mapping = try ColumnMapping("time=1:s acc=2,3,4:m/s2 gyr=2,3,4:deg/s")
    motion.expect(try export.recording("walk", placement: .leftFoot, mapping: mapping).sensors[0])
  }

  @Test(
    "dates with the year at their end are read by what the whole column tells",
    arguments: [
      ("07/09/2026 %@", "time=1:text"), ("25/09/2026 %@", "time=1:text"), ("09/25/2026 %@", "time=1:text"),
      ("07.09.2026 %@", "time=1:text/mdy"), ("%@", "time=1:text"),
    ])
  func dates(form: String, clock: String) throws {
    // Over midnight, where a date stands or not.
    let rows = motion.rows { i in
      let seconds = 86_398 + motion.time[i]
      let time = String(
        format: "%02d:%02d:%06.3f", Int(seconds) / 3600 % 24, Int(seconds) / 60 % 60,
        seconds.truncatingRemainder(dividingBy: 60))
      let date = seconds < 86_400 ? form : form.replacing("07", with: "08").replacing("25", with: "26")
      return [date.replacing("%@", with: time)] + fixed(motion.gravities(i) + motion.degrees(i))
    }
    let export = try Export(["left_foot.csv": rows])
    if clock == "time=1:text/mdy" {
      let wrong = try ColumnMapping("\(clock) acc=2,3,4:g gyr=5,6,7:deg/s")
      // A month between two rows is a gap, not a sample later.
      let recording = try? export.recording("left_foot.csv", mapping: wrong)
      #expect(recording.map { $0.sensors[0].timing.gaps.count == 1 } ?? true)
      return
    }
    let mapping = try ColumnMapping("\(clock) acc=2,3,4:g gyr=5,6,7:deg/s")
    motion.expect(try export.recording("left_foot.csv", mapping: mapping).sensors[0], timeTolerance: 1e-3)
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
