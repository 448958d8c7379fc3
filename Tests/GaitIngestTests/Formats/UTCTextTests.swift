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
