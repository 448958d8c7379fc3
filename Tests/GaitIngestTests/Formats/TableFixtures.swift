import GaitModel

@testable import GaitIngest

/// Tables as strangers' loggers and exports write them, of one motion.
enum TableFixtures {
  /// Names and units in many spellings; each table is read without a mapping.
  static func described(_ motion: TrueMotion) -> [(name: String, text: String)] {
    let plain = motion.rows { i in fixed([motion.time[i]] + motion.gravities(i) + motion.degrees(i)) }
    let metric = motion.rows { i in fixed([motion.time[i]] + motion.force(i) + motion.turn(i)) }
    let bars = motion.rows(delimiter: "|") { i in
      fixed([motion.time[i] * 1000] + motion.degrees(i) + motion.gravities(i).map { $0 * 1000 })
    }
    let metricNames = "ax_m/s/s,ay_m/s/s,az_m/s/s,gx_rad/s,gy_rad/s,gz_rad/s\n"
    return [
      (
        "brackets",
        "Time (s),Accelerometer X (g),Accelerometer Y (g),Accelerometer Z (g),"
          + "Gyroscope X (deg/s),Gyroscope Y (deg/s),Gyroscope Z (deg/s)\n" + plain
      ),
      ("slashes", "time_s," + metricNames + metric),
      ("comment", "# recorded by a logger\n% t [s],AccX[g],AccY[g],AccZ[g],GyrX[°/s],GyrY[°/s],GyrZ[°/s]\n" + plain),
      ("units below", "Time,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z\ns,g,g,g,deg/s,deg/s,deg/s\n" + plain),
      (
        "bars", "timestamp (ms)|gyro.x (dps)|gyro.y (dps)|gyro.z (dps)|accel.x (mg)|accel.y (mg)|accel.z (mg)\n" + bars
      ),
      (
        "German",
        "Zeit (s),Beschleunigung x (m/s²),Beschleunigung y (m/s²),Beschleunigung z (m/s²),"
          + "Winkelgeschwindigkeit x (rad/s),Winkelgeschwindigkeit y (rad/s),Winkelgeschwindigkeit z (rad/s)\n" + metric
      ),
      (
        "quantity above",
        "Time,Accelerometer,,,Gyroscope,,\ns,X [g],Y [g],Z [g],X [deg/s],Y [deg/s],Z [deg/s]\n" + plain
      ),
    ]
  }

  /// The rows of two sensors in turn, named by a column.
  static func alternating(_ motion: TrueMotion, words: (String, String), label: String = "device") -> String {
    "time_s,\(label),acc_x_g,acc_y_g,acc_z_g,gyr_x_deg_s,gyr_y_deg_s,gyr_z_deg_s\n"
      + motion.rows { i in
        let left = fixed([motion.time[i]]) + [words.0] + fixed(motion.gravities(i) + motion.degrees(i))
        let right = fixed([motion.time[i]]) + [words.1] + fixed(motion.gravities(i) + motion.degrees(i).map { -$0 })
        return [left.joined(separator: ",") + "\n" + right.joined(separator: ",")]
      }
  }

  /// The workbook of a spreadsheet with one sheet, its names as shared texts.
  static func spreadsheet(_ rows: [[String]], sheet: String = "Left Foot") -> [(name: String, text: String)] {
    let names = rows.first ?? []
    var body = ""
    for (r, row) in rows.enumerated() {
      body += "<row r=\"\(r + 1)\">"
      for (c, cell) in row.enumerated() {
        let reference = "\(Character(UnicodeScalar(UInt8(65 + c))))\(r + 1)"
        body +=
          r == 0
          ? "<c r=\"\(reference)\" t=\"s\"><v>\(c)</v></c>"
          : cell.isEmpty ? "<c r=\"\(reference)\"/>" : "<c r=\"\(reference)\"><v>\(cell)</v></c>"
      }
      body += "</row>"
    }
    let shared = names.map { "<si><t>\($0.replacing("&", with: "&amp;"))</t></si>" }.joined()
    return [
      ("[Content_Types].xml", "<Types/>"),
      (
        "xl/workbook.xml",
        "<?xml version=\"1.0\"?><workbook><sheets><sheet name=\"\(sheet)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
      ),
      ("xl/sharedStrings.xml", "<sst>\(shared)</sst>"),
      ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(body)</sheetData></worksheet>"),
    ]
  }
}
