import GaitBatch
import Testing

@Suite("Shards")
struct ShardTests {
  private func recordings(_ bytes: [Int]) -> [PlannedRecording] {
    bytes.enumerated().map { PlannedRecording(recording: "r\($0.offset)", path: "/r\($0.offset)", bytes: $0.element) }
  }

  @Test("each recording is in one shard, and no shard has much more work than another")
  func even() {
    var all = recordings((0..<500).map { 100_000 + $0 * 7919 % 4_000_000 })
    ShardProposal.assign(&all, to: 20)
    #expect(Set(all.map(\.shard)) == Set(1...20))
    let work = (1...20).map { shard in all.filter { $0.shard == shard }.reduce(0) { $0 + $1.bytes } }
    #expect(Double(work.max() ?? 0) < 1.05 * Double(work.min() ?? 0))
  }

  @Test("the same recordings give the same shards in whatever order they were found")
  func deterministic() {
    var all = recordings([5, 1, 9, 9, 3, 7, 7, 2])
    var reversed: [PlannedRecording] = all.reversed()
    ShardProposal.assign(&all, to: 3)
    ShardProposal.assign(&reversed, to: 3)
    #expect(Array(reversed.reversed()) == all)
  }

  @Test("short recordings are one shard, long ones about a minute of work each, and never more shards than recordings")
  func count() {
    #expect(ShardProposal.count(for: []) == 1)
    #expect(ShardProposal.count(for: recordings([100_000, 100_000])) == 1)
    #expect((2...4).contains(ShardProposal.count(for: recordings([Int](repeating: 160_000, count: 2000)))))
    #expect(ShardProposal.count(for: recordings([4_000_000_000, 1, 1])) == 3)
    #expect(ShardProposal.count(for: recordings([Int](repeating: 1_000_000_000, count: 5000))) == ShardProposal.most)
  }

  @Test("a list of shards is written as a job array takes it")
  func list() {
    #expect(ShardList([7, 3, 1, 2, 9, 10]).description == "1-3,7,9-10")
    #expect(ShardList([]).description.isEmpty)
  }

  @Test("a shard's number is read strictly", arguments: ["3", "3/", "/4", "a/4", "3/4/5", "3 /4"])
  func number(text: String) {
    #expect(ShardNumber(text) == nil)
    #expect(ShardNumber("3/4") == ShardNumber(3, of: 4))
  }
}
