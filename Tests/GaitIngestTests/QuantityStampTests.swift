import GaitCore
import GaitModel
import GaitSimulation
import Testing

@testable import GaitIngest

@Suite("Quantities with rows of their own")
struct QuantityStampTests {
  private static let walk = WalkSimulator(effects: .realistic).walk(
    WalkProgram([
      .stand(3), .walk(.init(.forward, strides: 10, strideLength: 1.2, speed: 1)), .stand(2),
      .walk(.init(.backward, strides: 8, strideLength: 0.8, speed: 0.6)), .stand(3),
    ]))

  /// The left foot with the cells of a quantity emptied where `keeps` says so.
  private static func foot(
    force keepsForce: (Int) -> Bool, rate keepsRate: (Int) -> Bool
  ) throws -> SensorStream {
    var stream = try #require(walk.recording[.leftFoot])
    func kept(_ series: TriaxialSeries, _ keeps: (Int) -> Bool) -> TriaxialSeries {
      func column(_ values: [Double]) -> [Double] { values.indices.map { keeps($0) ? values[$0] : .nan } }
      return TriaxialSeries(x: column(series.x), y: column(series.y), z: column(series.z))
    }
    stream.acceleration = kept(stream.acceleration, keepsForce)
    stream.angularVelocity = kept(stream.angularVelocity, keepsRate)
    return stream
  }

  @Test(
    "are put together at the accelerometer's stamps, and give the strides of the whole table",
    arguments: [(1, 0, 2, 0), (2, 0, 1, 0), (2, 0, 2, 1)])
  func joined(forceStep: Int, forceStart: Int, rateStep: Int, rateStart: Int) throws {
    let whole = Self.strides(try #require(Self.walk.recording[.leftFoot]))
    let stream = try Self.foot(
      force: { $0 % forceStep == forceStart }, rate: { $0 % rateStep == rateStart })
    let (read, doubts) = try RecordingReader().judged(stream)
    #expect(doubts.isEmpty)
    #expect(abs(read.timing.rate - 100 / Double(forceStep)) < 0.1)
    let strides = Self.strides(read)
    #expect(strides.count == whole.count)
    for (a, b) in zip(strides, whole) {
      #expect(a.direction == b.direction && a.isValid == b.isValid)
      #expect(abs((a.length ?? 0) - (b.length ?? 9)) < 0.06)
    }
  }

  @Test("a gyroscope that is too slow to be interpolated gives its rate, and intervals that hold", arguments: [3, 4])
  func slow(step: Int) throws {
    let whole = Self.strides(try #require(Self.walk.recording[.leftFoot]))
    let stream = try Self.foot(force: { _ in true }, rate: { $0 % step == 0 })
    let (read, doubts) = try RecordingReader().judged(stream)
    #expect(doubts.isEmpty)
    #expect(abs(read.timing.rate - 100 / Double(step)) < 0.1)
    let strides = Self.strides(read)
    #expect(strides.count == whole.count)
    for (a, b) in zip(strides, whole) {
      #expect(a.direction == b.direction && abs(a.end - b.end) < 0.06)
      #expect(try #require(a.lengthInterval).contains(try #require(b.length)))
    }
  }

  @Test("what is lost at random is missing, and not of a slower sensor")
  func random() throws {
    let noise = Self.noise(5000)
    let stream = try Self.foot(force: { _ in true }, rate: { noise[$0 % 5000] < 0.5 })
    let error = #expect(throws: IngestError.self) { try RecordingReader().judged(stream) }
    #expect(try #require(error).description.contains("% of the samples missing"))
  }

  @Test("a quantity that ends early is missing from there on", arguments: [true, false])
  func early(forceEnds: Bool) throws {
    let half = try #require(Self.walk.recording[.leftFoot]).count / 2
    let stream = try Self.foot(force: { !forceEnds || $0 < half }, rate: { forceEnds || $0 < half })
    let error = #expect(throws: IngestError.self) { try RecordingReader().judged(stream) }
    #expect(try #require(error).description.contains("50 % of the samples missing"))
  }

  @Test("a quantity that is there in no row is named")
  func none() throws {
    let stream = try Self.foot(force: { _ in true }, rate: { _ in false })
    #expect(throws: IngestError.self) { try RecordingReader().judged(stream) }
  }

  private static func strides(_ stream: SensorStream) -> [Stride] {
    GaitAnalysis()(Recording(name: "walk", sensors: [stream])).strides
  }

  private static func noise(_ count: Int) -> [Double] {
    var state: UInt64 = 9
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
  }
}
