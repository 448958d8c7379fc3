import GaitModel
import Testing

@Suite("The order of names")
struct NaturalOrderTests {
  @Test("numbers in names are ordered by their values")
  func numbers() {
    let names = ["1", "2", "9", "10", "11", "100", "S1 a", "S1 b", "S2", "S10", "week 2 day 10", "week 10 day 1"]
    #expect(names.reversed().sorted(by: NaturalOrder.areInOrder) == names)
  }

  @Test("any two names are in one order, and only a name and itself are the same")
  func total() {
    let names = ["", "0", "00", "1", "01", "a", "a0", "a00", "é", "e\u{301}x", "10", "1a", "a1", "a01b2", "a1b02", "Z"]
    for a in names {
      for b in names {
        #expect((NaturalOrder.compare(a, b) == 0) == (a == b))
        #expect(NaturalOrder.compare(a, b).signum() == -NaturalOrder.compare(b, a).signum())
        for c in names where NaturalOrder.compare(a, b) < 0 && NaturalOrder.compare(b, c) < 0 {
          #expect(NaturalOrder.compare(a, c) < 0)
        }
      }
    }
  }
}
