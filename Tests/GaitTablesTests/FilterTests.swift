import Foundation
import RetroGait
import Testing

@Suite("Which recordings and rows are exported")
struct FilterTests {
  let fixture: ExportFixture

  init() throws { fixture = try ExportFixture() }

  private func sessions(_ change: (inout TableFilter) -> Void) throws -> Set<String> {
    Set(try fixture.export([.stride], change).rows("strides").compactMap { $0["session"] })
  }

  @Test("people, days and conditions choose recordings; one without a day is on no day")
  func recordings() throws {
    #expect(try sessions { _ in }.count == 3)
    #expect(try sessions { $0.subjects = ["007"] } == ["first", "second"])
    #expect(try sessions { $0.since = CalendarDay("2026-09-08") } == ["second"])
    #expect(try sessions { $0.until = CalendarDay("2026-09-07") } == ["first"])
    let treadmill = TableFilter.Condition(name: "surface", value: "treadmill")
    #expect(try sessions { $0.conditions = [treadmill] } == ["second"])
    #expect(try sessions { $0.conditions = [.init(name: "age", value: "71.0")] } == ["first"])
    #expect(try sessions { $0.conditions = [.init(name: "details_medication", value: "off")] } == ["second"])
    #expect(try sessions { $0.conditions = [.init(name: "incline_percent", value: "2.5"), treadmill] } == ["second"])
  }

  @Test("directions and validity choose rows, at every level that has them")
  func rows() throws {
    for level in TableLevel.allCases where level != .recording {
      let rows = try fixture.export([level]) { $0.directions = [.backward] }.rows(level.table)
      #expect(Set(rows.map { $0["direction"] }) == ["backward"], "\(level)")
    }
    let all = try fixture.export([.stride]).rows("strides")
    let valid = try fixture.export([.stride]) { $0.validOnly = true }.rows("strides")
    #expect(valid.count == all.count { $0["valid"] == "TRUE" } && valid.count < all.count)
  }

  @Test("what is not there is an error that names what is")
  func failures() throws {
    func message(_ change: (inout TableFilter) -> Void) -> String {
      do {
        _ = try fixture.export([.stride], change)
        return "none"
      } catch {
        return "\(error)"
      }
    }
    #expect(
      message { $0.subjects = ["S09"] }.contains("found no person 'S09' in the store; expected one of 007, Müller"))
    #expect(
      message { $0.conditions = [.init(name: "shoe", value: "x")] }.contains(
        "--condition: found 'shoe'; expected one of"))
    #expect(
      message { $0.conditions = [.init(name: "age", value: "9")] }.contains(
        "no recording that fits the filters among 3"))
    #expect(
      message { $0.directions = [.sideways] }.contains("found no stride that fits the filters among 3 recordings"))
    #expect(throws: ExportError.self) { try fixture.export(from: .store("\(fixture.folder)/none.sqlite")) }
    #expect(throws: ExportError.self) { try fixture.export(from: .results("\(fixture.folder)/none")) }
  }
}
