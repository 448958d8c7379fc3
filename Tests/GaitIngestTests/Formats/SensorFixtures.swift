import Foundation

@testable import GaitIngest

/// Files of sensors' own software, in exactly the layout that it writes.
enum SensorFixtures {
  /// MT Manager: `comments` that begin with `//`, then a table between tabs with an empty SampleTimeFine.
  static func xsens(_ motion: TrueMotion, comments: [String], firstCount: Int = 65_400) -> String {
    comments.joined(separator: "\n") + "\n"
      + "PacketCounter\tSampleTimeFine\tAcc_X\tAcc_Y\tAcc_Z\tGyr_X\tGyr_Y\tGyr_Z\tQuat_q0\n"
      + motion.rows(delimiter: "\t") { i in
        ["\((firstCount + i) % 65_536)", ""] + fixed(motion.force(i)) + fixed(motion.turn(i)) + ["1.000000"]
      }
  }

  static let xsensComments = [
    "// Start Time: Unknown", "// Update Rate: 100.0Hz", "// Filter Profile: human (46.1)",
    "// Option Flags: AHS Disabled ICC Disabled", "// Firmware Version: 4.0.2",
  ]

  /// Consensys: low-noise and wide-range accelerometer, times in ms of Unix, a delimiter at the end of each line.
  static func shimmer(
    _ motion: TrueMotion, delimiter: String = ";", wideRange: Bool = true, prefix: String = "Shimmer_40AC"
  ) -> String {
    let xyz = ["X", "Y", "Z"]
    let names =
      ["Timestamp_Unix_CAL"] + xyz.map { "Accel_LN_\($0)_CAL" } + (wideRange ? xyz.map { "Accel_WR_\($0)_CAL" } : [])
      + xyz.map { "Gyro_\($0)_CAL" }
    let units = ["ms"] + [String](repeating: "m/(s^2)", count: wideRange ? 6 : 3) + ["deg/s", "deg/s", "deg/s"]
    func line(_ cells: [String]) -> String { cells.map { $0 + delimiter }.joined() + "\r\n" }
    var text = "\"sep=\(delimiter)\"\r\n" + line(names.map { prefix + "_" + $0 }) + line(units)
    for i in 0..<motion.count {
      // The low-noise accelerometer ends at ±2 g; here it is all wrong, so that reading it shows.
      let lowNoise = wideRange ? motion.force(i, times: 0.5) : motion.force(i)
      text += line(
        ["\(1.595933810034E12 + motion.time[i] * 1000)"] + fixed(lowNoise) + (wideRange ? fixed(motion.force(i)) : [])
          + fixed(motion.degrees(i)))
    }
    return text
  }

  /// `cwa-convert` (no header) and OmGui: local date and time, g and °/s.
  static func axivity(_ motion: TrueMotion, header: String? = nil, withGyroscope: Bool = true) -> String {
    (header.map { $0 + "\n" } ?? "")
      + motion.rows { i in
        [stamp(motion.time[i], separator: " ", decimals: 3)] + fixed(motion.gravities(i))
          + (withGyroscope ? fixed(motion.degrees(i)) : []) + ["512", "243", "180"]
      }
  }

  static let omguiHeader =
    "Time, Ax(g), Ay(g), Az(g), Gx(d/s), Gy(d/s), Gz(d/s), LightADC, TemperatureADC, BatteryADC"
  static let cwaHeader =
    "Time,Accel-X (g),Accel-Y (g),Accel-Z (g),Gyro-X (d/s),Gyro-Y (d/s),Gyro-Z (d/s),Light,Temp,Batt"

  /// ActiLife: ten lines of header, names, local time with seven decimals.
  static func actiGraph(_ motion: TrueMotion, withTimestamp: Bool = true) -> String {
    let names =
      (withTimestamp ? ["Timestamp"] : []) + [
        "Accelerometer X", "Accelerometer Y", "Accelerometer Z", "Temperature", "Gyroscope X", "Gyroscope Y",
        "Gyroscope Z", "Magnetometer X", "Magnetometer Y", "Magnetometer Z",
      ]
    return """
      ------------ Data File Created By ActiGraph Link IMU 9DOF Sensor ActiLife v6.13.3 Firmware v1.7.2 date format \
      M/d/yyyy at 100 Hz  -----------,,,,,,,,,,
      Serial Number: TAS1E00000000,,,,,,,,,,
      Start Time 08:58:00,,,,,,,,,,
      Start Date 2/14/2019,,,,,,,,,,
      Epoch Period (hh:mm:ss) 00:00:00,,,,,,,,,,
      Download Time 09:30:00,,,,,,,,,,
      Download Date 2/14/2019,,,,,,,,,,
      Current Memory Address: 0,,,,,,,,,,
      Current Battery Voltage: 4.05     Mode = 12,,,,,,,,,,
      --------------------------------------------------,,,,,,,,,,
      \(names.joined(separator: ","))

      """
        + motion.rows { i in
          (withTimestamp ? [stamp(motion.time[i], separator: "T", decimals: 7)] : []) + fixed(motion.gravities(i))
            + ["24.3"] + fixed(motion.degrees(i)) + ["1.0", "2.0", "3.0"]
        }
  }

  /// 14 February 2019, 08:58:00 and `seconds`, below a minute.
  static func stamp(_ seconds: Double, separator: String, decimals: Int) -> String {
    let text = fixed([seconds], decimals)[0]
    return "2019-02-14\(separator)08:58:" + (seconds < 10 ? "0" : "") + text
  }

  /// The older CSV of APDM: rate, names and units, two sensors.
  static func apdmNamed(_ motion: TrueMotion, sensors: [String] = ["Right Foot", "Lumbar"]) -> String {
    let quantities = [
      ("Acceleration", "m/s^2"), ("Angular Velocity", "rad/s"), ("Magnetic Field", "uT"),
    ]
    let names = sensors.flatMap { s in quantities.flatMap { q in ["X", "Y", "Z"].map { "\(s)/\(q.0)/\($0)" } } }
    let units = sensors.flatMap { _ in quantities.flatMap { q in [q.1, q.1, q.1] } }
    return "Test Name:, walk,,,\nSample Rate:, 100, Hz,,\nTime,\(names.joined(separator: ","))\n"
      + "s,\(units.joined(separator: ","))\n"
      + motion.rows { i in
        fixed([motion.time[i]], 3)
          + sensors.flatMap { _ in fixed(motion.force(i)) + fixed(motion.turn(i)) + ["1", "2", "3"] }
      }
  }

  /// The newer CSV of APDM: names of sensors three cells behind their first column.
  static func apdmGrouped(_ motion: TrueMotion, sensors: [String] = ["Left Foot", "Lumbar"]) -> String {
    let width = 14
    var first = ["Format=7"]
    var second = ["Time"]
    var third = [""]
    for sensor in sensors {
      first += ["I1", "", "", sensor] + [String](repeating: "", count: width - 4)
      second += ["Accelerometer", "", "", "Gyroscope", "", "", "Magnetometer", "", "", "Barometer", "Orientation"]
      second += ["", "", ""]
      third += ["X", "Y", "Z", "X", "Y", "Z", "X", "Y", "Z", "", "S", "X", "Y", "Z"]
    }
    return [first, second, third].map { $0.joined(separator: ",") + "\n" }.joined()
      + motion.rows { i in
        ["\(1_529_445_234_000_000 + Int((motion.time[i] * 1e6).rounded()))"]
          + sensors.flatMap { _ in
            fixed(motion.force(i)) + fixed(motion.turn(i)) + ["1", "2", "3", "1013", "1", "0", "0", "0"]
          }
      }
  }

  /// Motion-BIDS: the three files of one recording, without a header in the first.
  static func motionBIDS(_ motion: TrueMotion, points: [String] = ["left_foot", "right_foot"]) -> [String: String] {
    let stem = "sub-01_task-walk_tracksys-imu"
    let rows = points.flatMap { point in
      ["ACCEL", "GYRO"].flatMap { type in
        ["x", "y", "z"].map { axis in
          "\(point)_\(type)_\(axis)\t\(axis)\t\(type)\t\(point)\t\(type == "GYRO" ? "deg/s" : "g")\t100\n"
        }
      }
    }
    return [
      "\(stem)_motion.tsv": motion.rows(delimiter: "\t") { i in
        points.flatMap { _ in fixed(motion.gravities(i)) + fixed(motion.degrees(i)) }
      },
      "\(stem)_channels.tsv": "name\tcomponent\ttype\ttracked_point\tunits\tsampling_frequency\n" + rows.joined(),
      "\(stem)_motion.json": #"{"TaskName": "walk", "SamplingFrequency": 100}"#,
    ]
  }
}
