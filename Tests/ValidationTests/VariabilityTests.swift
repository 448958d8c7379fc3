import GaitValidation
import Testing

@Suite(
  "Variability and asymmetry against other systems",
  .enabled(if: ReferenceRecordings.areHere, "the reference recordings are not beside this package"))
struct VariabilityTests {
  @Test("coefficients of variation and asymmetries of the feet are those of the reference")
  func feet() throws {
    let sets = ["gaitmap", "tripod", "urigott", "voisard"]
    let recordings = try ReferenceRecording.all(in: ReferenceRecordings.root.path).filter { sets.contains($0.set) }
    let rows = try VariabilityTable(of: recordings).rows.filter { $0.sensors == .feet }
    #expect(rows.count >= 10)
    for row in rows {
      let place = "\(row.set)/\(row.recording), \(row.quantity)"
      #expect(abs(row.variation.found - row.variation.reference) < 0.01, "\(place): \(row.variation)")
      if let asymmetry = row.asymmetry {
        #expect(abs(asymmetry.found - asymmetry.reference) < 0.012, "\(place): \(asymmetry)")
      }
    }
  }
}
