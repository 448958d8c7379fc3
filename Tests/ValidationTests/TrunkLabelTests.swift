import Foundation
import GaitCore
import GaitIngest
import GaitModel
import GaitSignal
import Testing

/// Recordings of which no single stride is known, but what the person did: all walk forward, or nobody walks.
@Suite(
  "People that no rule was chosen on, by a sensor on the trunk",
  .enabled(if: ReferenceRecordings.areHere, "the reference recordings are not beside this package"))
struct TrunkLabelTests {
  /// Strides of each recording of a set that can be read.
  private static func strides(
    of set: String, placement: Placement = .lowerBack, front: SensorAxis? = nil
  ) throws -> [(name: String, strides: [Stride])] {
    let folder = ReferenceRecordings.root.appending(path: set)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap {
      name -> (name: String, strides: [Stride])? in
      let path = folder.appending(path: name).path
      // A jog whose gravity is hard to see may be refused.
      guard var recording = try? RecordingReader().recording(at: path, placements: [.lowerBack]) else { return nil }
      for k in recording.sensors.indices { recording.sensors[k].placement = placement }
      if front == nil, placement == .waistFront { recording.details.front = nil }
      var analysis = GaitAnalysis()
      analysis.lowerBack.front = front
      return (name, analysis(recording).strides)
    }
  }

  private static func surelyWrong(_ strides: [Stride]) -> Int {
    strides.count { $0.sureDirection != nil && $0.sureDirection != .forward }
  }

  @Test("a belt buckle with its front declared: forward")
  func declaredFront() throws {
    let strides = try Self.strides(of: "waist_front").flatMap(\.strides)
    #expect(strides.count > 900)
    #expect(Double(strides.count { $0.direction == .forward }) >= 0.99 * Double(strides.count))
    #expect(Double(Self.surelyWrong(strides)) <= 0.002 * Double(strides.count))
  }

  @Test("stairs are told from walking on the level")
  func stairs() throws {
    let folder = ReferenceRecordings.root.appending(path: "waist_front")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !name.hasSuffix("jog_slow") {
      let recording = try RecordingReader().recording(at: folder.appending(path: name).path)
      let isTold = GaitAnalysis()(recording).warnings.contains { $0.code == .stairs }
      #expect(isTold == name.hasSuffix("stairs"), "\(name)")
    }
  }

  @Test("a belt buckle said to be on the lower back: not surely backward")
  func undeclaredFront() throws {
    let strides = try Self.strides(of: "waist_front_undeclared").flatMap(\.strides)
    #expect(strides.count > 400)
    #expect(Double(Self.surelyWrong(strides)) <= 0.01 * Double(strides.count))
  }

  @Test("a belt buckle by its name, without a declared front: surely forward")
  func namedFront() throws {
    let strides = try Self.strides(of: "waist_front_undeclared", placement: .waistFront).flatMap(\.strides)
    #expect(Double(strides.count { $0.sureDirection == .forward }) >= 0.97 * Double(strides.count))
  }

  @Test("sitting, lying down and bending: no stride")
  func noWalking() throws {
    for (name, strides) in try Self.strides(of: "waist_no_walking") { #expect(strides.isEmpty, "\(name)") }
  }

  @Test("after a stroke: forward, and lengths within their intervals of what the feet measure")
  func stroke() throws {
    let folder = ReferenceRecordings.root.appending(path: "stroke")
    var (held, compared, means) = (0, 0, [Double]())
    for (name, back) in try Self.strides(of: "stroke") {
      #expect(Double(back.count { $0.direction == .forward }) >= 0.96 * Double(back.count), "\(name)")
      #expect(Double(Self.surelyWrong(back)) <= 0.03 * Double(back.count), "\(name)")
      let recording = try RecordingReader().recording(
        at: folder.appending(path: name).path, placements: [.leftFoot, .rightFoot])
      let feet = GaitAnalysis()(recording).strides.filter { $0.length ?? 0 > 0.15 }
      var errors: [Double] = []
      for stride in back {
        let middle = (stride.finalContact + stride.end) / 2
        let nearest = feet.min {
          abs(($0.finalContact + $0.end) / 2 - middle) < abs(($1.finalContact + $1.end) / 2 - middle)
        }
        guard let nearest, abs((nearest.finalContact + nearest.end) / 2 - middle) < 0.3, let truth = nearest.length,
          let length = stride.length, let interval = stride.lengthInterval
        else { continue }
        errors.append(length - truth)
        compared += 1
        if interval.contains(truth) { held += 1 }
      }
      means.append(abs(errors.reduce(0, +) / Double(max(errors.count, 1))))
    }
    #expect(compared > 1500)
    #expect(Double(held) >= 0.93 * Double(compared))
    #expect(means.reduce(0, +) / Double(means.count) <= 0.115)
  }

  @Test(
    "a slow walk after a stroke, one foot dragged: at least four of five strides, their lengths within their intervals")
  func draggedFoot() throws {
    let strides = try Self.strides(of: "felius").flatMap(\.strides)
    // The feet make 149, of 0.2 to 0.3 m.
    #expect((120...180).contains(strides.count))
    let intervals = strides.compactMap(\.lengthInterval)
    #expect(Double(intervals.count { $0.lowerBound < 0.25 }) >= 0.9 * Double(intervals.count))
  }
}
