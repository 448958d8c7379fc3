import GaitModel
import GaitValidation
import Testing

@Suite(
  "Faults of sensors in real walks",
  .enabled(if: ReferenceRecordings.areHere, "the reference recordings are not beside this package"))
struct FaultMatrixTests {
  /// One walk of each kind of people and sensor.
  private static let walks = [
    "als/SC03", "gaitmap/healthy_4x10m", "stroke/pp05_own_pace", "tripod/FZ_PWS", "uci/uci_S1_2023_09_07_exp300",
    "voisard/s07_t4",
  ]

  @Test("sound sensors give no warning, and every fault is caught or harmless in nearly all of them")
  func caught() {
    let root = ReferenceRecordings.root.path
    let matrix = FaultMatrix(
      of: Self.walks.map { (name: $0, path: "\(root)/\($0)") }, placements: [.leftFoot, .rightFoot])
    #expect(matrix.sensors >= 8)
    #expect(matrix.alarms.isEmpty, "\(matrix.alarms)")
    for row in matrix.rows {
      #expect(row.count == matrix.sensors)
      // A gyroscope whose scale is wrong by a third is found where the foot turns enough.
      #expect((row.outcomes[.missed] ?? 0) <= 1, "\(row.fault) was missed in \(row.missedIn)")
    }
  }
}
