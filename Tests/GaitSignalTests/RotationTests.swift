import GaitModel
import Testing

@testable import GaitSignal

@Suite("Rotations")
struct RotationTests {
  @Test("a quarter turn about up takes front to left")
  func quarterTurn() {
    let turn = Quaternion(rotationVector: Vector3(0, 0, .pi / 2))
    let left = turn.rotate(Vector3(1, 0, 0))
    #expect(abs(left.x) < 1e-12)
    #expect(abs(left.y - 1) < 1e-12)
  }

  @Test(
    "the series and the exact functions meet where one takes over from the other", arguments: [0.1, 0.199, 0.201, 1])
  func seriesMeetsFunctions(angle: Double) {
    let vector = Vector3(0.3, -0.5, 0.81).normalized.map { $0 * angle } ?? .zero
    let quick = Quaternion(rotationVector: vector)
    let exact = Quaternion(largeRotationVector: vector)
    #expect(abs(quick.w - exact.w) < 1e-11)
    #expect(abs(quick.x - exact.x) < 1e-11)
    #expect(abs(quick.y - exact.y) < 1e-11)
    #expect(abs(quick.z - exact.z) < 1e-11)
  }

  @Test("a rotation and its inverse leave a vector where it was")
  func inverse() {
    let turn = Quaternion(rotationVector: Vector3(0.4, -1.1, 0.7))
    let vector = Vector3(3, -2, 5)
    #expect((turn.inverse.rotate(turn.rotate(vector)) - vector).norm < 1e-12)
  }

  @Test("integrating a constant rate gives the rotation by rate times time", arguments: [50.0, 100, 370.37, 800])
  func constantRate(rate: Double) {
    let omega = Vector3(1.2, -0.4, 2.0)
    let n = Int(3 * rate) + 1
    let column = { (value: Double) in [Double](repeating: value, count: n) }
    let series = TriaxialSeries(x: column(omega.x), y: column(omega.y), z: column(omega.z))
    let found = integrateOrientation(series, bias: .zero, rate: rate)
    let duration = Double(n - 1) / rate
    let expected = Quaternion(rotationVector: omega * duration)
    let probe = Vector3(0.6, 0.64, 0.48)
    #expect((found[n - 1].rotate(probe) - expected.rotate(probe)).norm < 1e-9)
  }

  @Test("the length of an orientation stays one over many large steps")
  func length() {
    let column = [Double](repeating: 10, count: 200_000)
    let found = integrateOrientation(TriaxialSeries(x: column, y: column, z: column), bias: .zero, rate: 100)
    let last = found[found.count - 1]
    #expect(abs(last.w * last.w + last.x * last.x + last.y * last.y + last.z * last.z - 1) < 1e-14)
  }

  @Test("the bias is taken out of each sample")
  func bias() {
    let column = [Double](repeating: 0.05, count: 1000)
    let still = integrateOrientation(
      TriaxialSeries(x: column, y: column, z: column), bias: Vector3(0.05, 0.05, 0.05), rate: 100)
    #expect(still[999] == .identity)
  }

  @Test("a coning motion is integrated without the drift that a plain sum of rates has")
  func coning() {
    // A wobble of amplitude a at frequency f turns the axis by π·a²·f per second if the coning term is left out.
    let rate = 100.0
    let (amplitude, frequency) = (0.1, 2.0)
    let n = 1001
    let omega = 2 * Double.pi * frequency
    var expected = Quaternion.identity
    // Truth: the same rates at a hundred times the rate.
    let fine = 100
    func rates(_ t: Double) -> Vector3 {
      Vector3(amplitude * omega * cosine(omega * t), amplitude * omega * sine(omega * t), 0)
    }
    let step = 1 / (rate * Double(fine))
    for k in 0..<((n - 1) * fine) {
      let middle = (Double(k) + 0.5) * step
      expected = (expected * Quaternion(rotationVector: rates(middle) * step)).renormalized
    }
    let samples = (0..<n).map { rates(Double($0) / rate) }
    let series = TriaxialSeries(x: samples.map(\.x), y: samples.map(\.y), z: samples.map(\.z))
    let found = integrateOrientation(series, bias: .zero, rate: rate)
    let probe = Vector3(1, 0, 0)
    #expect((found[n - 1].rotate(probe) - expected.rotate(probe)).norm < 0.002)
  }
}

@Suite("Symmetric matrices")
struct SymmetricMatrixTests {
  @Test("the solution of a system, put back, gives the right side")
  func solve() throws {
    var matrix = SymmetricMatrix3()
    let rows = [Vector3(1, 2, 3), Vector3(-2, 0.5, 1), Vector3(0.2, 3, -1)]
    for row in rows { matrix.addOuterProduct(row) }
    let right = Vector3(4, -1, 0.5)
    let solution = try #require(matrix.solve(right))
    let back = rows.reduce(Vector3.zero) { $0 + $1 * $1.dot(solution) }
    #expect((back - right).norm < 1e-10)
  }

  @Test("a singular system has no solution")
  func singular() {
    var matrix = SymmetricMatrix3()
    matrix.addOuterProduct(Vector3(1, 0, 0))
    #expect(matrix.solve(Vector3(0, 1, 0)) == nil)
  }
}
