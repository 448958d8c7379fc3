import GaitModel
import GaitWords
import Testing

@Suite("Warnings as sentences")
struct WarningWordsTests {
  @Test("every code has an example, and so has words", arguments: WarningCode.allCases)
  func complete(code: WarningCode) {
    #expect(WarningExamples.all.contains { $0.code == code })
  }

  @Test("codes are lower-case words, which programs can count by")
  func codes() {
    for code in WarningCode.allCases { #expect(code.rawValue.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil, "\(code)") }
  }

  @Test("no two warnings read alike")
  func different() {
    let words = WarningExamples.all.map(\.words)
    #expect(Set(words).count == words.count)
    #expect(Set(WarningExamples.all).count == words.count)
  }

  @Test("a warning about a sensor begins with its name, and ends with a whole sentence", arguments: WarningExamples.all)
  func form(warning: GaitWarning) {
    if let placement = warning.placement { #expect(warning.words.contains("\(placement.rawValue): ")) }
    #expect(warning.words.hasSuffix(".") || warning.words.hasSuffix("?"))
    #expect(!warning.words.contains("  ") && !warning.words.contains("..") && !warning.words.contains("Optional"))
  }

  @Test("sentences are short: one fact in at most 25 words", arguments: WarningExamples.all)
  func sentences(warning: GaitWarning) {
    for sentence in warning.words.split(separator: /[.?] (?=[A-Z])/) {
      let words = sentence.split(separator: " ").count { $0.contains { $0.isLetter || $0.isNumber } }
      #expect(words <= 25, "\(words): \(sentence)")
    }
  }

  @Test("files and numbers do not say, tell or know anything", arguments: WarningExamples.all)
  func verbs(warning: GaitWarning) {
    let verbs = /\b(?:says?|said|tells?|knows?|otherwise than|meanwhile|is no|are no)\b/
    #expect(warning.words.firstMatch(of: verbs) == nil, "\(warning.words)")
  }

  @Test("the columns that a warning proposes are those that make the axes right")
  func remedies() {
    let words = WarningExamples.faults.map {
      GaitWarning.signals(.leftFoot, .gyroscopeContradictsAccelerometer(misfit: 4, cause: .axes($0, misfit: 0.3))).words
    }
    let proposed = words.map { $0.split(separator: "--map: ").last.map(String.init) }
    #expect(proposed == ["gyr=-x,-y,-z.", "gyr=-x,y,z.", "acc=x,-y,z.", "gyr=x,z,y.", "acc=z,y,x.", "gyr=y,-z,x."])
  }

  @Test("numbers are rounded, with a minus sign, and without needless decimals")
  func numbers() {
    let times = SegmentWarning.reachesBeyond(Segment(name: "rail", start: 2.5, end: 900), recording: 0...95.126)
    #expect(GaitWarning.segments(times).words.contains("(2.5 to 900 s) extends beyond the recording (0 to 95.13 s)"))
    #expect(GaitWarning.history(.clockZonesDiffer(here: -330, before: 60)).words.contains("UTC−05:30, but"))
  }
}
