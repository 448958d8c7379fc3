/// A format that is known and not read, with the way to a file that is.
struct OtherFileFormat {
  /// With its article: `an ActiGraph file (.gt3x)`.
  let name: String
  let advice: String

  private static let spreadsheet = "open it in the spreadsheet program and save the sheet as CSV (CSV UTF-8)"
  private static let unpack = "unpack it, and give the file or folder that is in it"

  /// What the first bytes of a file say that is not text, a ZIP archive, HDF5 or MATLAB.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    for (start, name, advice) in Self.signatures where bytes.starts(with: start) {
      (self.name, self.advice) = (name, advice)
      return
    }
    func holds(_ text: String, at position: Int) -> Bool {
      bytes.count >= position + text.utf8.count
        && bytes[position..<(position + text.utf8.count)].elementsEqual(text.utf8)
    }
    if bytes.count >= 512, bytes[1] == 0x50, bytes[0] > 1, bytes[0] < 10, bytes.prefix(512).contains(0) {
      (name, advice) = ("a C3D file of motion capture", "export the inertial sensors' signals as CSV")
    } else if holds(".FIT", at: 8) {
      (name, advice) = ("a FIT file of a sports watch", "it holds no raw signals; record with an app that exports CSV")
    } else if holds("MD", at: 0), bytes.count > 4, bytes[2] <= 1 || bytes[2] == 0xFC {
      (name, advice) = (
        "an Axivity file (.cwa)",
        "export it as CSV with OmGui (Export raw CSV) or cwa-convert; it needs an AX6, which has a gyroscope"
      )
    } else {
      return nil
    }
  }

  private static let signatures: [(start: [UInt8], name: String, advice: String)] = [
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Excel spreadsheet (.xls) or another Office file",
      spreadsheet
    ),
    (
      Array("Device Identity".utf8), "a GENEActiv file (.bin)",
      "GENEActiv records acceleration alone; gait is not measured without a gyroscope"
    ),
    (Array("PAR1".utf8), "a Parquet file", "write it as CSV, for instance with pandas: read_parquet(…).to_csv(…)"),
    (
      Array("ARROW1".utf8), "an Arrow or Feather file",
      "write it as CSV, for instance with pandas: read_feather(…).to_csv(…)"
    ),
    (
      [0x93] + Array("NUMPY".utf8), "a NumPy array (.npy)",
      "write it as CSV, for instance with numpy.savetxt and a line of names"
    ),
    ([0x80, 0x02], "a Python pickle", "write the table as CSV; a pickle may run code when it is opened"),
    ([0x80, 0x03], "a Python pickle", "write the table as CSV; a pickle may run code when it is opened"),
    ([0x80, 0x04], "a Python pickle", "write the table as CSV; a pickle may run code when it is opened"),
    ([0x80, 0x05], "a Python pickle", "write the table as CSV; a pickle may run code when it is opened"),
    (Array("SQLite format 3".utf8), "an SQLite database", "export the table of samples as CSV"),
    (Array("#ROSBAG".utf8), "a ROS bag", "write the topic of the IMU as CSV, for instance with rostopic echo -p"),
    ([0x89] + Array("MCAP".utf8), "an MCAP file of ROS 2", "write the topic of the IMU as CSV"),
    (Array("TDSm".utf8), "a LabVIEW file (.tdms)", "export it as CSV"),
    (Array("MDF     ".utf8), "a measurement data file (.mf4)", "export it as CSV"),
    (Array("0       ".utf8), "an EDF file", "export the signals of the inertial sensor as CSV"),
    ([0xFF] + Array("BIOSEMI".utf8), "a BDF file", "export the signals of the inertial sensor as CSV"),
    (Array("RDX".utf8), "an R data file", "write the table with write.csv"),
    (Array("RDA".utf8), "an R data file", "write the table with write.csv"),
    (Array("CDF".utf8), "a NetCDF file", "write the signals as CSV or HDF5"),
    ([0x0E, 0x03, 0x13, 0x01], "an HDF4 file", "convert it to HDF5 (h4toh5) or CSV"),
    (Array("%PDF".utf8), "a PDF document", "export the samples as CSV"),
    (Array("{\\rtf".utf8), "a text document (.rtf)", "save it as plain text or CSV"),
    ([0x89, 0x50, 0x4E, 0x47], "an image", "give the file with the samples"),
    ([0xFF, 0xD8, 0xFF], "an image", "give the file with the samples"),
    (Array("RIFF".utf8), "a WAVE or AVI file", "export the signals of the inertial sensor as CSV"),
    (Array("BZh".utf8), "a file packed with bzip2", unpack),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "a file packed with xz", unpack),
    ([0x28, 0xB5, 0x2F, 0xFD], "a file packed with zstd", unpack),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive", unpack),
    (Array("Rar!".utf8), "a RAR archive", unpack),
    (
      [0xFA, 0xFF], "an Xsens file (.mtb or raw messages)",
      "export it from MT Manager or MVN as text with acceleration and rate of turn"
    ),
  ]

  /// What a file of text is that is not a table: JSON, XML, a web page.
  init?(text opening: TextOpening) {
    let start = opening.bytes.prefix(4096)
    let first = start.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 < 0x80 }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    if first == UInt8(ascii: "{") || (first == UInt8(ascii: "[") && text.contains { $0 == "{" || $0 == "," }) {
      (name, advice) = ("JSON", "write the samples as a table, CSV, for instance with pandas: read_json(…).to_csv(…)")
    } else if first == UInt8(ascii: "<") {
      if text.contains("<mvnx") {
        (name, advice) = (
          "an Xsens MVN file (.mvnx)",
          "it holds a body model; export the trackers' acceleration and rate of turn (sensor data) as text or CSV"
        )
      } else if text.contains("<html") || text.contains("<!doctype html") {
        (name, advice) = ("a web page", "the download may have failed; download the file itself")
      } else {
        (name, advice) = ("an XML file", "export the samples as CSV")
      }
    } else if text.hasPrefix("version https://git-lfs") {
      (name, advice) = ("a Git LFS pointer in place of the file", "fetch the file itself (git lfs pull)")
    } else if let first = opening.lines.first,
      first.hasPrefix("recording,status,strides") || first.hasPrefix("stride,foot,")
    {
      (name, advice) = (
        "a table of results written by RetroGait", "give the recordings that were analyzed, not the results"
      )
    } else {
      return nil
    }
  }

  func refusal(_ file: String) -> IngestError {
    IngestError(
      .unusable, file: file, found: name, expected: "CSV, HDF5, MATLAB or an export of a known sensor or app",
      advice: advice)
  }
}
