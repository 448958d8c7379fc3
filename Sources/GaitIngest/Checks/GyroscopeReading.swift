import GaitModel
import GaitSignal

/// One way to read a gyroscope: which of its axes are which, with which signs, and how large its numbers are.
struct GyroscopeReading: Hashable {
  /// For x, y and z the column that holds it, 0 to 2.
  var columns = [0, 1, 2]
  /// For x, y and z whether the column is taken as it is (1) or inverted (−1).
  var signs = [1.0, 1, 1]
  /// What the numbers are multiplied by.
  var scale = 1.0

  /// The sensor as it is declared.
  static let declared = GyroscopeReading()

  /// All orders and signs of the axes, 48 in number.
  static let axes: [GyroscopeReading] = {
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    return orders.flatMap { order in
      (0..<8).map { k in GyroscopeReading(columns: order, signs: (0..<3).map { k >> $0 & 1 == 0 ? 1 : -1 }) }
    }
  }()

  /// Radians per second that were taken for degrees per second.
  static let radiansAsDegrees = GyroscopeReading(scale: 180 / .pi)
  /// Degrees per second that were taken for radians per second.
  static let degreesAsRadians = GyroscopeReading(scale: .pi / 180)
  /// Whether the numbers are taken for those of another unit.
  var isUnit: Bool { self == .radiansAsDegrees || self == .degreesAsRadians }
  /// Factors by which a wrong sampling rate or full scale makes turning too small or too large, 7 % apart.
  static let scales: [GyroscopeReading] = {
    var factors: [Double] = []
    var factor = 0.3
    while factor < 3.4 {
      factors.append(factor)
      factor *= 1.07
    }
    return factors.map { GyroscopeReading(scale: $0) }
  }()

  /// A reading as the three rows of a matrix, for use in loops over samples.
  struct Axes {
    private var (x, y, z) = (Vector3.zero, Vector3.zero, Vector3.zero)

    init(_ reading: GyroscopeReading) {
      func row(_ k: Int) -> Vector3 {
        let value = reading.signs[k] * reading.scale
        switch reading.columns[k] {
        case 0: return Vector3(value, 0, 0)
        case 1: return Vector3(0, value, 0)
        default: return Vector3(0, 0, value)
        }
      }
      (x, y, z) = (row(0), row(1), row(2))
    }

    /// The angular velocity about the axes of the accelerometer.
    func turned(_ w: Vector3) -> Vector3 { Vector3(x.dot(w), y.dot(w), z.dot(w)) }

    /// The rotation, where the reading only exchanges and inverts axes.
    func turned(_ q: Quaternion) -> Quaternion {
      let axis = turned(Vector3(q.x, q.y, q.z))
      return Quaternion(w: q.w, x: axis.x, y: axis.y, z: axis.z)
    }
  }

  private static let names: [StuckSignal.SensorAxisName] = [.x, .y, .z]

  /// What in the data is as if wrong.
  ///
  /// An angular velocity is an axial vector: where an axis of the accelerometer is inverted or two are exchanged, the
  /// gyroscope looks as if the opposite had been done to all of its axes.
  var fault: SignalWarning.AxisFault {
    let isMirrored = determinant < 0
    let inverted = (0..<3).filter { signs[$0] < 0 }
    if columns == [0, 1, 2] {
      switch inverted.count {
      case 3: return .gyroscopeSigns
      case 2: return .accelerometerSign(Self.names[[0, 1, 2].first { !inverted.contains($0) } ?? 0])
      default: return .gyroscopeSign(Self.names[inverted.first ?? 0])
      }
    }
    let fixed = (0..<3).filter { columns[$0] == $0 }
    if fixed.count == 1, let axis = fixed.first, isMirrored == (inverted.isEmpty),
      inverted.isEmpty || inverted.count == 3
    {
      let name = Self.names[axis]
      return inverted.isEmpty ? .gyroscopeExchange(allBut: name) : .accelerometerExchange(allBut: name)
    }
    let order = zip(columns, signs).compactMap { SensorAxis(rawValue: ($1 < 0 ? "-" : "") + Self.names[$0].rawValue) }
    return .gyroscopeOrder(order, isMirrored: isMirrored)
  }

  /// +1 if the reading turns right-handed axes into right-handed ones, else −1.
  private var determinant: Double {
    let isEvenOrder = (columns[1] - columns[0] + 3) % 3 == 1
    return (isEvenOrder ? 1 : -1) * signs[0] * signs[1] * signs[2]
  }
}
