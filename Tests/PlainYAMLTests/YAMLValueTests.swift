import Testing

@testable import PlainYAML

@Suite("YAML that people write")
struct YAMLValueTests {
  @Test("keys keep their order and their lines")
  func order() throws {
    let value = try YAMLValue(yaml: "b: 1.5\n# a remark\na:\n  list: [0.1, x]\n  yes: true\n  quoted: '3'\n  none:\n")
    #expect(
      value
        == .mapping([
          .init(key: "b", value: .number(1.5), line: 1),
          .init(
            key: "a",
            value: .mapping([
              .init(key: "list", value: .list([.number(0.1), .text("x")]), line: 4),
              .init(key: "yes", value: .bool(true), line: 5), .init(key: "quoted", value: .text("3"), line: 6),
              .init(key: "none", value: .null, line: 7),
            ]), line: 3),
        ]))
    #expect(try YAMLValue(yaml: "") == .null)
  }

  @Test("aliases are refused before they can stand for gigabytes")
  func aliases() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for k in 1...9 { bomb += "a\(k): &a\(k) [\(Array(repeating: "*a\(k - 1)", count: 10).joined(separator: ", "))]\n" }
    #expect(throws: YAMLValue.Fault.alias(line: 2)) { try YAMLValue(yaml: bomb) }
    #expect(throws: YAMLValue.Fault.alias(line: 2)) { try YAMLValue(yaml: "a: &one 1\nb: *one\n") }
  }

  @Test("what is not such a document is refused with its line")
  func faults() {
    #expect(throws: YAMLValue.Fault.self) { try YAMLValue(yaml: "a: [1, 2\nb: 3") }
    #expect(throws: YAMLValue.Fault.keyTwice("a", line: 1)) { try YAMLValue(yaml: "a: 1\na: 2\n") }
    #expect(throws: YAMLValue.Fault.tooLong(bytes: 70_000)) {
      try YAMLValue(yaml: String(repeating: "#", count: 70_000))
    }
    #expect(throws: YAMLValue.Fault.tooDeep(line: 1)) {
      try YAMLValue(
        yaml: String(repeating: "[", count: 40)
          + String(repeating: "]", count: 40))
    }
  }
}
