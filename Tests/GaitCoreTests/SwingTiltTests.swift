import Foundation
import Testing

@testable import GaitCore

@Suite("How a foot tilts over a swing")
struct SwingTiltTests {
  /// A tilt of one side 0.6, of the other 0.2, in the direction at `angle`, and 0.1 to both sides across it.
  private func oneSided(at angle: Double) -> SwingTilt {
    var tilt = SwingTilt()
    for (along, across) in [(0.6, 0.1), (-0.2, -0.1), (-0.2, 0.1), (-0.2, -0.1)] {
      tilt.add(along * cos(angle) - across * sin(angle), along * sin(angle) + across * cos(angle))
    }
    return tilt
  }

  @Test(
    "the direction of the largest tilt turns with the sensor, and so does its larger side",
    arguments: [0, 0.7, 2.9, -1.3])
  func principal(angle: Double) throws {
    let tilt = oneSided(at: angle)
    let found = try #require(tilt.principal)
    #expect(abs(abs(cos(found.angle - angle)) - 1) < 0.02)
    #expect(found.largest > 5 * found.smallest)
    #expect(tilt.skewness(at: angle) > 0.8)
    #expect(tilt.skewness(at: angle + .pi) < -0.8)
  }

  @Test("a foot that tilts alike in all directions has none of a largest tilt")
  func round() {
    var tilt = SwingTilt()
    for (x, y) in [(0.5, 0.0), (-0.5, 0), (0, 0.5), (0, -0.5)] { tilt.add(x, y) }
    #expect(tilt.principal == nil)
    #expect(SwingTilt().principal == nil)
  }
}
