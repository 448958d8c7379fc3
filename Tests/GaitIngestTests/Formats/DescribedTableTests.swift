import GaitModel
import Testing

@testable import GaitIngest

@Suite("Tables whose names tell what they hold")
struct DescribedTableTests {
  private let motion = TrueMotion()

  @Test(
    "names and units in many spellings are read at once",
    arguments: ["brackets", "slashes", "comment", "units below", "bars", "German", "quantity above"])
  func spellings(name: String) throws {
    let text = try #require(TableFixtures.described(motion).first { $0.name == name }).text
    let export = try Export(["left_foot.csv": text])
    motion.expect(try export.recording("left_foot.csv").sensors[0])
  }

  @Test(
    "a unit is read however it is written",
    arguments: [
      ("m/s²", "m_s2"), ("m/s^2", "m_s2"), ("m/(s^2)", "m_s2"), ("m s-2", "m_s2"), ("m·s⁻²", "m_s2"),
      ("m/s**2", "m_s2"),
      ("mG", "mg"), ("°/s", "deg_s"), ("\u{FFFD}/s", "deg_s"), ("deg·s⁻¹", "deg_s"), ("degrees/second", "deg_s"),
      ("mdps", "mdeg_s"), ("rad s^-1", "rad_s"), ("µs", "us"), ("msec", "ms"), ("days", "d"),
    ])
  func units(text: String, name: String) {
    #expect(SignalUnit(text)?.name == name)
  }

  @Test("what is a unit of nothing that is measured is none", arguments: ["", "uT", "%", "N", "m", "m/s", "deg", "V"])
  func foreignUnits(text: String) { #expect(SignalUnit(text) == nil) }

  @Test("a magnetometer, an orientation or a temperature is never taken for a signal")
  func others() {
    for name in ["mag_x_uT", "Quat_W", "Euler X (deg)", "Temperature", "Roll", "velocity x (m/s)", "gravityX"] {
      #expect(ColumnName(name).quantity == nil, "\(name)")
    }
    #expect(ColumnName("Acc_X").quantity == .acceleration && ColumnName("wz").axis == 2)
    #expect(ColumnName("gx (g)").quantity == .acceleration && ColumnName("gx (dps)").quantity == .angularVelocity)
    #expect(ColumnName("left_acc_x_m_s2").rest == ["left"])
  }

  @Test("two sensors side by side are read by their names; one of another place is passed over, and said so")
  func sideBySide() throws {
    let places = ["Left Foot", "Right Foot", "Chest"]
    let axes = ["X", "Y", "Z"]
    let names = places.flatMap { place in
      axes.map { "\(place) Acc \($0) (g)" } + axes.map { "\(place) Gyr \($0) (dps)" }
    }
    let rows = motion.rows { i in
      fixed([motion.time[i]])
        + [1.0, -1, 0.5].flatMap { sign in fixed(motion.gravities(i) + motion.degrees(i).map { $0 * sign }) }
    }
    let export = try Export(["walk.csv": "Time (s)," + names.joined(separator: ",") + "\n" + rows])
    let recording = try export.recording("walk.csv")
    #expect(recording.sensors.map(\.placement) == [.leftFoot, .rightFoot])
    motion.expect(recording.sensors[0])
    #expect(recording.sensors[1].time == recording.sensors[0].time)
    #expect(abs(recording.sensors[1].angularVelocity.y[300] + motion.angularVelocity.y[300]) < 1e-3)
  }

  @Test("accelerometer and gyroscope in files of their own are one sensor")
  func twoFiles() throws {
    let head = "epoc (ms),timestamp (-0400),elapsed (s),"
    func rows(_ values: (Int) -> [Double]) -> String {
      motion.rows { i in
        ["\(1_788_771_600_000 + i * 10)", "2026-09-07T05.00.00.000"] + fixed([motion.time[i]] + values(i))
      }
    }
    let export = try Export([
      "walk/MetaWear_Accelerometer.csv": head + "x-axis (g),y-axis (g),z-axis (g)\n" + rows { motion.gravities($0) },
      "walk/MetaWear_Gyroscope.csv": head + "x-axis (deg/s),y-axis (deg/s),z-axis (deg/s)\n"
        + rows { motion.degrees($0) },
    ])
    motion.expect(try export.recording("walk", placement: .leftFoot).sensors[0], timeTolerance: 1e-3)
  }

  @Test("what the names leave open is proposed as a mapping that reads the file")
  func proposal() throws {
    let rows = motion.rows { i in
      fixed([Double(i)] + motion.gravities(i).map { $0 * 2048 } + motion.degrees(i).map { $0 * 16.4 }, 0)
    }
    for (text, guess) in [
      ("counter,ax,ay,az,gx,gy,gz\n" + rows, "g/2048"),
      ("Sampling rate: 100 Hz\nframe;accX;accY;accZ;gyroX;gyroY;gyroZ\n" + rows.replacing(",", with: ";"), "100Hz"),
    ] {
      let export = try Export(["left_foot.csv": text])
      let message = try export.refusal("left_foot.csv")
      #expect(message.contains(guess), "\(message)")
      let map = try #require(message.split(separator: "'").first { $0.hasPrefix("time=") || $0.hasPrefix("rate=") })
      let recording = try export.recording("left_foot.csv", mapping: try ColumnMapping(String(map)))
      motion.expect(recording.sensors[0], tolerance: 0.02)
    }
  }

  @Test("acceleration alone is refused for want of a gyroscope, in any layout")
  func noGyroscope() throws {
    let rows = motion.rows { i in fixed([motion.time[i]] + motion.gravities(i)) }
    for header in ["Timestamp,AccelerationX,AccelerationY,AccelerationZ\n", "t (s),x (g),y (g),z (g)\n"] {
      #expect(try Export(["walk.csv": header + rows]).refusal("walk.csv").contains("gyroscope"))
    }
  }

  @Test("rows of two sensors are read apart by the words of a column")
  func alternating() throws {
    let export = try Export(["walk.csv": TableFixtures.alternating(motion, words: ("LF", "RF"))])
    let recording = try export.recording("walk.csv")
    #expect(recording.sensors.map(\.placement) == [.leftFoot, .rightFoot])
    motion.expect(recording.sensors[0])
    let mapping = try ColumnMapping("time=1:s acc=3,4,5:g gyr=6,7,8:deg/s")
    #expect(try export.recording("walk.csv", placement: .leftFoot, mapping: mapping).sensors.count == 2)
  }

  @Test("rows of two sensors that do not say where they were worn are refused, and read by rows=")
  func unknownWords() throws {
    for (label, words) in [("device", ("A1", "B2")), ("kind", ("one", "two")), ("sensor_id", ("7", "8"))] {
      let export = try Export(["walk.csv": TableFixtures.alternating(motion, words: words, label: label)])
      let message = try export.refusal("walk.csv")
      #expect(message.contains("column \(label)") && message.contains("'\(words.0)', '\(words.1)'"), "\(message)")
      let text = try #require(message.split(separator: "'").first { $0.hasPrefix("time=") })
      let recording = try export.recording("walk.csv", mapping: try ColumnMapping(String(text)))
      #expect(recording.sensors.map(\.placement) == [.leftFoot, .rightFoot])
      motion.expect(recording.sensors[0])
    }
  }

  @Test("words that change seldom, as what a person does, part no rows")
  func activities() throws {
    let text =
      "time_s,activity,acc_x_g,acc_y_g,acc_z_g,gyr_x_deg_s,gyr_y_deg_s,gyr_z_deg_s\n"
      + motion.rows { i in
        fixed([motion.time[i]]) + [i < 250 ? "standing" : "walking"] + fixed(motion.gravities(i) + motion.degrees(i))
      }
    motion.expect(try Export(["left_foot.csv": text]).recording("left_foot.csv").sensors[0])
  }

  @Test("accelerometer and gyroscope in rows of their own are one sensor")
  func quantitiesInRows() throws {
    let text =
      "epoch_ms,sensor,x,y,z\n"
      + motion.rows { i in
        let time = "\(1_788_771_600_000 + i * 10)"
        return [
          ([time, "accel_g"] + fixed(motion.gravities(i))).joined(separator: ",") + "\n"
            + ([time, "gyro_dps"] + fixed(motion.degrees(i))).joined(separator: ",")
        ]
      }
    let export = try Export(["left_foot.csv": text])
    motion.expect(try export.recording("left_foot.csv").sensors[0], timeTolerance: 1e-3)
    let mapping = try ColumnMapping("time=1:ms acc=3,4,5:g gyr=3,4,5:dps acc.rows=2:accel_g gyr.rows=2:gyro_dps")
    motion.expect(try export.recording("left_foot.csv", mapping: mapping).sensors[0], timeTolerance: 1e-3)
  }
}
