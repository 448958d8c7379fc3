import GaitModel

/// The binary recording of an Axivity AX6 (`.cwa`), as the table that `cwa-convert` makes of it.
///
/// After a header of 1024 bytes come sectors of 512 bytes with 40 samples each of gyroscope and accelerometer, 16 bits an
/// axis (Open Movement, `Docs/ax3/ax3-technical.md`). Each sector says the time of one of its samples; times between are
/// interpolated. Local date and time; acceleration in g, angular velocity in °/s.
struct AxivityBinary {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: String

  private static let headerSize = 1024
  private static let sectorSize = 512
  private static let dataStart = 30
  /// Hardware of the header: AX6, the one with a gyroscope.
  private static let gyroscopeAxes = 6
  /// A step between the times of two sectors that is farther than this from what their samples take is a gap.
  private static let tolerance = 0.2
  /// Bytes of text per sample, for the size that is counted.
  private static let textPerSample = 96

  /// - Returns: `nil` if the bytes are of something else.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
    guard bytes.count >= Self.headerSize, bytes[0] == UInt8(ascii: "M"), bytes[1] == UInt8(ascii: "D"),
      bytes[2] == 0xFC,
      bytes[3] == 0x03
    else { return nil }
    self.bytes = bytes
    self.file = file
  }

  private struct Sector {
    /// Where its samples begin in the file.
    var start: Int
    var samples: Int
    var sequence: Int
    /// Seconds from 1970, in local time, of the sample `reference`, counted from the first of the sector.
    var time: Double
    var reference: Int
    var rate: Double
    var forceScale: Double
    var rateScale: Double
  }

  /// The table as text: time in seconds from 1970 in local time, then acceleration and angular velocity.
  ///
  /// - Throws: `IngestError` if there is no gyroscope, a sector is damaged, or the file expands too far.
  func text(limit: ExpansionLimit) throws(IngestError) -> [UInt8] {
    var sectors: [Sector] = []
    for start in stride(from: Self.headerSize, to: bytes.count - Self.sectorSize + 1, by: Self.sectorSize)
    where bytes[start] == UInt8(ascii: "A") && bytes[start + 1] == UInt8(ascii: "X") {
      if let sector = try sector(start) { sectors.append(sector) }
    }
    guard !sectors.isEmpty else { throw refusal("no samples", "record again, or export the file with OmGui") }
    let samples = sectors.reduce(0) { $0 + $1.samples }
    try ExpandedSize(file: file, fileSize: bytes.count, limit: limit)
      .add([samples], width: Self.textPerSample, place: "the samples")
    var text = Array("Time,Ax(g),Ay(g),Az(g),Gx(d/s),Gy(d/s),Gz(d/s)\n".utf8)
    text.reserveCapacity(samples * Self.textPerSample)
    for k in sectors.indices { append(sectors, k, to: &text) }
    return text
  }

  private func word(_ position: Int) -> Int { Int(bytes[position]) | Int(bytes[position + 1]) << 8 }

  private func signed(_ position: Int) -> Int { Int(Int16(truncatingIfNeeded: word(position))) }

  /// The sector at `start`; `nil` if its checksum says that it was not written whole.
  private func sector(_ start: Int) throws(IngestError) -> Sector? {
    let sum = stride(from: start, to: start + Self.sectorSize, by: 2).reduce(0) { $0 + word($1) }
    guard sum & 0xFFFF == 0 else { return nil }
    guard bytes[start + 25] >> 4 >= Self.gyroscopeAxes, bytes[start + 25] & 15 == 2 else {
      throw refusal(
        "an Axivity file (.cwa) without a gyroscope",
        "use an AX6 that is set up with its gyroscope; gait is not measured without one")
    }
    let stamp = word(start + 14) | word(start + 16) << 16
    guard let day = CalendarDay(year: 2000 + (stamp >> 26 & 63), month: stamp >> 22 & 15, day: stamp >> 17 & 31) else {
      return nil
    }
    let rate = 3200 / Double(1 << (15 - Int(bytes[start + 24] & 15)))
    var time = day.unixSeconds + Double((stamp >> 12 & 31) * 3600 + (stamp >> 6 & 63) * 60 + (stamp & 63))
    var reference = signed(start + 26)
    let fraction = word(start + 4)
    if fraction & 0x8000 != 0 {
      let part = Double(fraction & 0x7FFF) / 32_768
      time += part
      // The samples of the fraction were taken off the reference, for programs that do not read it.
      reference += Int(part * rate)
    }
    let scales = word(start + 18)
    let axes = Int(bytes[start + 25] >> 4)
    let most = (Self.sectorSize - 2 - Self.dataStart) / (2 * axes)
    return Sector(
      start: start + Self.dataStart, samples: min(word(start + 28), most),
      sequence: word(start + 10) | word(start + 12) << 16, time: time, reference: reference, rate: rate,
      forceScale: 1 / Double(1 << (8 + (scales >> 13 & 7))),
      rateScale: 8000 / Double(1 << (scales >> 10 & 7)) / 32_768)
  }

  /// Appends the samples of the sector `k`, whose times lie between its reference and those of its neighbors.
  private func append(_ sectors: [Sector], _ k: Int, to text: inout [UInt8]) {
    let sector = sectors[k]
    let before = k > 0 ? period(sectors[k - 1], sector) : nil
    let after = k + 1 < sectors.count ? period(sector, sectors[k + 1]) : nil
    let axes = Int(bytes[sector.start - Self.dataStart + 25] >> 4)
    for i in 0..<sector.samples {
      let steps = Double(i - sector.reference)
      let time = sector.time + steps * ((steps < 0 ? before ?? after : after ?? before) ?? 1 / sector.rate)
      let position = sector.start + i * 2 * axes
      appendFixed(time, to: &text)
      for axis in [3, 4, 5] {
        text.append(0x2C)
        appendFixed(Double(signed(position + 2 * axis)) * sector.forceScale, to: &text)
      }
      for axis in 0..<3 {
        text.append(0x2C)
        appendFixed(Double(signed(position + 2 * axis)) * sector.rateScale, to: &text)
      }
      text.append(0x0A)
    }
  }

  /// Seconds of a sample between the references of neighboring sectors; `nil` where samples are missing between.
  private func period(_ a: Sector, _ b: Sector) -> Double? {
    guard b.sequence == a.sequence + 1 else { return nil }
    let samples = Double(a.samples - a.reference + b.reference)
    let seconds = b.time - a.time
    guard samples > 0, abs(seconds * a.rate / samples - 1) < Self.tolerance else { return nil }
    return seconds / samples
  }

  /// Six decimals, without the cost of text formatting.
  private func appendFixed(_ value: Double, to text: inout [UInt8]) {
    let scaled = Int((abs(value) * 1_000_000).rounded())
    if value < 0 { text.append(UInt8(ascii: "-")) }
    text += String(scaled / 1_000_000).utf8
    text.append(UInt8(ascii: "."))
    var part = 100_000
    while part > 0 {
      text.append(UInt8(ascii: "0") + UInt8(scaled / part % 10))
      part /= 10
    }
  }

  private func refusal(_ found: String, _ advice: String) -> IngestError {
    IngestError(
      .unusable, file: file, found: found, expected: "samples of accelerometer and gyroscope", advice: advice)
  }
}
