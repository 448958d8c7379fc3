import GaitModel
import GaitSignal

/// A table in which accelerometer and gyroscope have rows of their own, and the cells of the other are empty there: the
/// two are measured at different rates or in turn.
///
/// Such cells are not missing. They are told from lost samples by the stamps: each quantity's own follow each other
/// evenly, from the beginning to the end.
struct QuantityStamps {
  /// Share of the rows from which the empty cells of a quantity are looked into: what fewer leave out is measured as
  /// missing.
  private static let fewestEmpty = 0.3
  /// Share of the steps between a quantity's stamps that must be about as long as the usual one, and of the time that
  /// such steps must fill. Of samples that are lost at random, no more than the share that is left has the usual step; a
  /// sensor that died fills a part of the time.
  private static let fewestEven = 0.9
  /// Farthest that a step may be from the usual one, as a share of it: stamps of a telephone stray by a quarter.
  private static let evenness = 0.4

  private let columns: [[Double]]

  /// - Parameter columns: Time in s, acceleration x y z, angular velocity x y z; NaN where a cell is empty.
  init(_ columns: [[Double]]) { self.columns = columns }

  /// The columns at the stamps of one of them, as `SignalMerging` puts them together; `nil` if the quantities share their
  /// rows.
  ///
  /// - Throws: `IngestError` if one of the two is not there at all.
  func joined(file: String) throws(IngestError) -> [[Double]]? {
    let count = columns[0].count
    let most = Int((1 - Self.fewestEmpty) * Double(count))
    guard columns[1].count(where: \.isFinite) < most || columns[4].count(where: \.isFinite) < most else { return nil }
    let (force, rate) = (rows(from: 1), rows(from: 4))
    guard isEven(force), isEven(rate) else { return nil }
    func picked(_ column: Int, _ rows: [Int]) -> [Double] { rows.map { columns[column][$0] } }
    func series(_ first: Int, _ rows: [Int]) -> TriaxialSeries {
      TriaxialSeries(x: picked(first, rows), y: picked(first + 1, rows), z: picked(first + 2, rows))
    }
    let accelerometer = SensorSignals(time: picked(0, force), origin: .unknown, acceleration: series(1, force))
    let gyroscope = SensorSignals(time: picked(0, rate), origin: .unknown, angularVelocity: series(4, rate))
    let whole = try SignalMerging(file: file).merged([accelerometer, gyroscope])
    guard let a = whole.acceleration, let w = whole.angularVelocity else { return nil }
    return [whole.time, a.x, a.y, a.z, w.x, w.y, w.z]
  }

  /// The rows with all three numbers of a quantity.
  private func rows(from first: Int) -> [Int] {
    columns[0].indices.filter { i in
      columns[first][i].isFinite && columns[first + 1][i].isFinite && columns[first + 2][i].isFinite
    }
  }

  /// Whether the stamps of `rows` are even from the beginning to the end.
  private func isEven(_ rows: [Int]) -> Bool {
    let time = columns[0]
    let steps = zip(rows.dropFirst(), rows).map { time[$0] - time[$1] }
    guard let usual = median(of: steps), usual > 0 else { return false }
    let even = Double(steps.count { abs($0 - usual) <= Self.evenness * usual })
    return even >= Self.fewestEven * Double(steps.count)
      && even * usual >= Self.fewestEven * (time[time.count - 1] - time[0])
  }
}
