import GaitModel

/// Reads the samples of a long recording in chunks that end where the person is calm.
struct BlockwiseRecording {
  /// A file and those of its rows that no chunk has taken yet.
  private struct File {
    var blocks: any SampleBlocks
    var columns: [[Double]]
    /// The row of the file at which `columns` begin.
    var firstRow = 0
    var isAtEnd = false

    var rows: Int { columns[0].count }
    var samples: Int { rows * blocks.sensors.count }
    private var clock: PlainColumns.Column { blocks.sensors[0].columns.time }
    func seconds(_ row: Int) -> Double { columns[clock.position][row] * clock.factor }
    var lastTime: Double { rows > 0 ? seconds(rows - 1) : -.infinity }

    mutating func readNext() throws(IngestError) {
      isAtEnd = try !blocks.appendNext(to: &columns)
    }

    /// The first row that is not before `time`, or the number of rows.
    func row(at time: Double) -> Int {
      if time == .infinity { return rows }
      var (low, high) = (0, rows)
      while low < high {
        let middle = (low + high) / 2
        if seconds(middle) < time { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  private var files: [File]
  /// About the number of samples of a chunk, all sensors together.
  private let longest: Int
  /// What each sensor lacks so far.
  private var losses: [Placement: SampleLosses] = [:]
  /// Where the last chunk of each sensor ended, and its rate there.
  private var ends: [Placement: (time: Double, rate: Double)] = [:]

  /// Share of a chunk, at its end, in which the calm moment is looked for.
  private static let searchedShare = 1.0 / 3
  /// Longest time in seconds in which it is looked for, a week: a damaged time stamp may lie in the far future.
  private static let longestSearch = 604_800.0

  /// Share of what was read of the file that is farthest ahead that must be read of all others.
  private static let leastShareBehind = 0.5

  init(_ files: [any SampleBlocks], longest: Int) {
    self.files = files.map { blocks in
      let width = (blocks.sensors.flatMap { $0.columns.columns.map(\.position) }.max() ?? 0) + 1
      return File(blocks: blocks, columns: [[Double]](repeating: [], count: width))
    }
    self.longest = longest
  }

  /// About the share of the rows that chunks have taken, 0 to 1.
  var shareTaken: Double {
    let all = files.reduce(0) { $0 + max($1.blocks.expectedRows, $1.firstRow + $1.rows) }
    return all > 0 ? Double(files.reduce(0) { $0 + $1.firstRow }) / Double(all) : 0
  }

  /// The streams of the next chunk, or `nil` at the end.
  ///
  /// - Throws: `IngestError` if the samples cannot be measured with.
  mutating func next() throws(IngestError) -> [SensorStream]? {
    try fill()
    guard files.contains(where: { $0.rows > 0 }) else {
      guard files.allSatisfy({ $0.firstRow == 0 }), let file = files.first else { return nil }
      throw StreamAssembly.noSamples(file.blocks.file)
    }
    var cut = files.allSatisfy(\.isAtEnd) ? .infinity : calmMoment()
    // Time that stands still or is missing is refused when the samples are put together.
    if !files.contains(where: { $0.row(at: cut) > 0 }) { cut = .infinity }
    var streams: [SensorStream] = []
    for k in files.indices { streams += try take(before: cut, from: k) }
    if files.allSatisfy({ $0.isAtEnd && $0.rows == 0 }) { try checkLosses() }
    return streams
  }

  /// Reads until there is a chunk, in the file that is farthest behind.
  private mutating func fill() throws(IngestError) {
    while true {
      let open = files.indices.filter { !files[$0].isAtEnd }
      guard let k = open.min(by: { files[$0].lastTime < files[$1].lastTime }) else { return }
      let isFull = files.reduce(0) { $0 + $1.samples } >= longest
      // A file with large blocks may fill the chunk before the others have begun.
      let start = files.filter { $0.rows > 0 }.map { $0.seconds(0) }.min() ?? 0
      let ahead = files.map(\.lastTime).max() ?? start
      if isFull, !(files[k].lastTime - start < (ahead - start) * Self.leastShareBehind) { return }
      try files[k].readNext()
    }
  }

  private func calmMoment() -> Double {
    let start = files.filter { $0.rows > 0 }.map { $0.seconds(0) }.min() ?? 0
    let end = files.filter { !$0.isAtEnd }.map(\.lastTime).min() ?? start
    let from = end - min((end - start) * Self.searchedShare, Self.longestSearch)
    guard end - from > CalmMoment.duration, end.isFinite, from.isFinite else { return end }
    var moment = CalmMoment(in: from...end)
    for file in files {
      for sensor in file.blocks.sensors {
        let (time, rate) = (sensor.columns.time, sensor.columns.angularVelocity)
        moment.add(
          time: file.columns[time.position], timeFactor: time.factor, rate: rate.map { file.columns[$0.position] },
          factor: rate[0].factor)
      }
    }
    return moment.time
  }

  /// The streams of the rows of a file that are before `cut`.
  private mutating func take(before cut: Double, from k: Int) throws(IngestError) -> [SensorStream] {
    let count = files[k].row(at: cut)
    guard count > 0 else { return [] }
    // What is left is copied, and the chunk moved out, because a chunk is much larger.
    var columns = files[k].columns
    files[k].columns = columns.map { column in
      var rest: [Double] = []
      rest.reserveCapacity(files[k].isAtEnd ? column.count - count : column.count)
      rest.append(contentsOf: column[count...])
      return rest
    }
    for c in columns.indices { columns[c].removeLast(columns[c].count - count) }
    let firstRow = files[k].firstRow
    files[k].firstRow += count
    let blocks = files[k].blocks
    var streams: [SensorStream] = []
    for (index, sensor) in blocks.sensors.enumerated() {
      // The few samples that a sensor has left when the others have ended or paused hold no stride.
      let time = sensor.columns.time
      let first = columns[time.position][0] * time.factor
      let last = columns[time.position][count - 1] * time.factor
      if let end = ends[sensor.placement], first >= end.time, last - first < SamplingClock.shortest,
        Double(count) < 2 * end.rate * SamplingClock.shortest
      {
        ends[sensor.placement]?.time = last
        continue
      }
      let assembly = StreamAssembly(
        file: blocks.file, placement: sensor.placement,
        place: { row, column in blocks.place(row: firstRow + row, column: column) }, declaredRate: sensor.declaredRate,
        placementFrom: sensor.placementFrom, isChunk: true)
      let later = Set(blocks.sensors.dropFirst(index + 1).map(\.columns.time.position))
      let own = sensor.columns.columns.map { column in
        defer { if !later.contains(column.position) { columns[column.position] = [] } }
        return columns[column.position]
      }
      var stream = try assembly.stream(columns: own, sensor: sensor.columns)
      stream.source?.columns = sensor.names
      try note(&stream, of: blocks, firstRow: firstRow)
      streams.append(stream)
    }
    return streams
  }

  /// Checks that `stream` goes on where the chunk before ended, and counts what is missing in it.
  private mutating func note(
    _ stream: inout SensorStream, of blocks: any SampleBlocks, firstRow: Int
  ) throws(IngestError) {
    let last = ends[stream.placement]?.time
    if let last, let first = stream.time.first, first < last {
      throw StreamAssembly.timeGoesBack(
        blocks.file, place: blocks.place(row: firstRow, column: 0), found: "\(first) s after \(last) s")
    }
    if let last, let first = stream.time.first, (first - last) * stream.timing.rate > SamplingClock.gapPeriods {
      stream.timing.gaps.insert(.init(start: last, end: first), at: 0)
    }
    if let end = stream.time.last { ends[stream.placement] = (end, stream.timing.rate) }
    losses[stream.placement, default: SampleLosses()].add(stream, lost: StreamAssembly.lostSamples(in: stream))
  }

  private func checkLosses() throws(IngestError) {
    for file in files {
      for sensor in file.blocks.sensors {
        try losses[sensor.placement]?.check(sensor.placement, file: file.blocks.file)
      }
    }
  }
}
