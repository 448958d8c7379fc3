import Testing

@testable import GaitIngest

@Suite("Clock times as text")
struct UTCTextTests {
  @Test(
    "seconds from 1970 are the date and time that they are, leap days and all",
    arguments: [
      (0.0, "1970-01-01T00:00:00.000Z"), (951_782_399.9994, "2000-02-28T23:59:59.999Z"),
      (951_782_400, "2000-02-29T00:00:00.000Z"), (1_709_164_800.25, "2024-02-29T00:00:00.250Z"),
      (4_107_542_400, "2100-03-01T00:00:00.000Z"), (1_595_933_810.034, "2020-07-28T10:56:50.034Z"),
      (86_399.9996, "1970-01-02T00:00:00.000Z"),
    ])
  func dates(seconds: Double, text: String) throws {
    #expect(try #require(UTCText(secondsFrom1970: seconds)).text == text)
  }

  @Test("times outside of the years 1970 to 9999 are none", arguments: [-1.0, 253_402_300_800, .infinity, .nan])
  func outside(seconds: Double) {
    #expect(UTCText(secondsFrom1970: seconds) == nil)
  }
}

@Suite("Clock times from text")
struct ClockTextTests {
  @Test(
    "dates with a time of day are read as they are written",
    arguments: [
      ("2000-02-29T00:00:00", 951_782_400.0), ("2024-2-29 0:00:00,25", 1_709_164_800.25),
      ("\"1969/12/31_23:59:59.5\"", -0.5), ("17.05.2024 10:00:00,5", 1_715_940_000.5),
      ("17-May-2024 10:00:00", 1_715_940_000), ("2024-05-17 10:00:00 PM", 1_715_983_200),
      ("2024-05-17 12:00:00 am", 1_715_904_000), ("2024-05-17T10.00.00.500", 1_715_940_000.5), ("10:00:00.5", 36_000.5),
      ("2024-05-17 10:00:00:7", 1_715_940_000.007), ("2020.07.28, 10:56:50:034", 1_595_933_810.034),
    ])
  func local(text: String, seconds: Double) throws {
    let time = try #require(ClockText(text))
    #expect(abs(time.seconds - seconds) < 1e-6 && time.zoneOffset == nil)
  }

  @Test(
    "a zone sets the time against UTC; the name of one does not say which it is",
    arguments: [
      ("Z", 0.0), (" UTC", 0), ("+0100", -3600), ("+05:30", -19_800), ("-08", 28_800), (" WEST", nil), ("", nil),
      (" UTC+02:00", -7200), ("+0100 [Europe/London]", -3600),
      (" Europe/Berlin", nil),
    ])
  func zones(zone: String, shift: Double?) throws {
    let time = try #require(ClockText("1970-01-02T00:00:00" + zone))
    #expect(time.utc == shift.map { 86_400 + $0 } && time.seconds == 86_400)
  }

  @Test(
    "what may be read in two ways, and days that there are not, are no times",
    arguments: [
      "05/07/24 10:00:00", "2024-05-17 13:30:00 PM", "2023-02-29 10:00:00", "2024-13-01 10:00:00", "2024-05-17",
      "2024-05-17 24:00:00", "2024-05-17 10:00", "", "12.5", "1572339786.3000", "10:00", "32.01.2024 10:00:00",
    ])
  func refused(text: String) {
    #expect(ClockText(text) == nil)
  }
}
