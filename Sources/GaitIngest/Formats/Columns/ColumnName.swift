import GaitModel

/// What the name of a column tells: quantity, axis, unit, and the sensor that the remaining words name.
///
/// `Gyroscope X (deg/s)`, `ax_m/s/s`, `left_acc_x_m_s2`, `AccX [g]` and `x-axis (g)` are understood: words in any order,
/// with a unit in brackets or at the end.
struct ColumnName: Equatable {
  enum Quantity: Equatable {
    case acceleration, angularVelocity, time
    /// Counts samples or packets.
    case counter
  }

  var quantity: Quantity?
  /// 0, 1 or 2 for x, y or z.
  var axis: Int?
  var unit: SignalUnit?
  /// A unit in brackets that is not known, or of something else.
  var foreignUnit: String?
  /// What remains of the name, in small letters: `left`, `imu1`, `wr`.
  var rest: [String] = []

  /// Names in English, German, French, Spanish, Italian and Dutch, whole or cut.
  private static let accelerationWords: Set = [
    "acc", "accel", "accelerometer", "acceleration", "accelerations", "accelero", "beschleunigung",
    "accélération", "aceleración", "aceleracion", "acelerometro", "acelerómetro", "accelerazione", "accelerometro",
    "accéléromètre", "versnelling", "gf", "gforce", "accl", "xl",
  ]
  private static let rateWords: Set = [
    "gyr", "gyro", "gyroscope", "gyros", "gyroskop", "gyroscoop", "giroscopio", "giroscópio", "omega",
    "angularvelocity",
    "angularrate", "angvel", "rotationrate", "rateofturn", "turnrate", "drehrate", "winkelgeschwindigkeit", "rotrate",
    "angular",
  ]
  private static let timeWords: Set = [
    "time", "timestamp", "timestamps", "t", "zeit", "temps", "tiempo", "tempo", "tijd", "seconds", "sec", "secs",
    "elapsed", "epoch", "epoc", "unix", "clock", "datetime", "zeitstempel", "millis", "micros", "milliseconds",
    "microseconds",
  ]
  private static let counterWords: Set = ["packetcounter", "counter", "sample", "samples", "frame", "index", "count"]
  /// Words of names that are of something else, whatever axis stands beside them.
  private static let otherWords: Set = [
    "mag", "magn", "magnetometer", "magnetic", "quat", "quaternion", "euler", "orientation", "temp", "temperature",
    "pressure", "baro", "velocity", "position", "pos", "displacement", "roll", "pitch", "yaw", "gps", "emg", "force",
    "delta", "dv", "dq", "ori", "vel",
  ]
  /// Words that say nothing beyond what others say.
  private static let fillers: Set = [
    "axis", "achse", "axe", "rate", "data", "raw", "cal", "calibrated", "value", "of", "rotation", "in",
  ]
  /// Letters that hold quantity and axis: `ax`, `gy`, `wz`, `gfx`.
  private static let shortNames: [Character: Quantity] = [
    "a": .acceleration, "g": .angularVelocity, "w": .angularVelocity,
  ]

  init(_ name: String) {
    let (text, bracketed) = Self.withoutBrackets(name)
    if let bracketed {
      unit = SignalUnit(bracketed)
      if unit == nil { foreignUnit = bracketed }
    }
    var words = Self.words(of: text)
    if unit == nil, foreignUnit == nil { takeUnit(from: &words, of: text) }
    let joined = Self.joined(words)
    read(joined)
  }

  /// The name without the last pair of brackets at its end, and what stands in it.
  private static func withoutBrackets(_ name: String) -> (text: String, bracketed: String?) {
    let trimmed = Array(Substring(name).trimmed { $0 == " " || $0 == "\"" })
    let pairs: [Character: Character] = [")": "(", "]": "[", "}": "{"]
    guard let close = trimmed.last, let open = pairs[close] else { return (String(trimmed), nil) }
    var depth = 0
    for k in trimmed.indices.reversed() {
      if trimmed[k] == close { depth += 1 }
      if trimmed[k] == open { depth -= 1 }
      if depth == 0 {
        return k == 0 ? (String(trimmed), nil) : (String(trimmed[..<k]), String(trimmed[(k + 1)...].dropLast()))
      }
    }
    return (String(trimmed), nil)
  }

  /// Takes a unit that ends the name, as in `ax_m/s/s`, `acc_x_m_s2` or `Accel_X_mg`, from the words.
  private mutating func takeUnit(from words: inout [String], of text: String) {
    let separators: Set<Character> = ["_", " ", ".", "-", ":", ","]
    for start in text.indices where start > text.startIndex && separators.contains(text[text.index(before: start)]) {
      let ending = text[start...]
      guard ending.count <= 16, let found = SignalUnit(ending) else { continue }
      // `acc_g` ends in a unit, `gyro_s` would in none of its own.
      let before = Self.words(of: String(text[..<start]))
      guard !before.isEmpty else { continue }
      let isTimeUnit = found.quantity == .time
      if isTimeUnit != before.contains(where: { Self.timeWords.contains($0) }) { continue }
      unit = found
      words = before
      return
    }
  }

  /// Joins words that are one: `angular velocity`, `rotation rate`, `packet counter`, `g force`.
  private static func joined(_ words: [String]) -> [String] {
    let pairs: Set = [
      "angularvelocity", "angularrate", "rotationrate", "turnrate", "packetcounter", "gforce", "angularspeed",
    ]
    var result: [String] = []
    for word in words {
      if let last = result.last, pairs.contains(last + word) {
        result[result.count - 1] = last + word == "angularspeed" ? "angularvelocity" : last + word
      } else {
        result.append(word)
      }
    }
    return result
  }

  private mutating func read(_ words: [String]) {
    var isOther = false
    for word in words {
      if Self.otherWords.contains(word) { isOther = true }
      if Self.accelerationWords.contains(word) {
        quantity = quantity ?? .acceleration
      } else if Self.rateWords.contains(word) {
        quantity = quantity ?? .angularVelocity
      } else if Self.timeWords.contains(word) {
        if quantity == nil || quantity == .counter { quantity = .time }
        if unit == nil, foreignUnit == nil, word.count > 2 { unit = SignalUnit(word) }
      } else if Self.counterWords.contains(word) {
        quantity = quantity ?? .counter
      } else if let found = Self.axis(word), axis == nil {
        axis = found
      } else if let (found, foundAxis) = Self.short(word), axis == nil, quantity == nil {
        (quantity, axis) = (found, foundAxis)
      } else if !Self.fillers.contains(word) {
        rest.append(word)
      }
    }
    // `a x` as `aX` is read, and `g` where the unit says what it is the letter of.
    if quantity == nil, axis != nil,
      let k = rest.firstIndex(where: { $0.count == 1 && Self.shortNames[$0.first ?? " "] != nil })
    {
      quantity = Self.shortNames[rest.remove(at: k).first ?? " "]
    }
    switch quantity {
    case .acceleration, .angularVelocity, nil:
      if let unit, axis != nil, unit.quantity != .time,
        quantity == nil || words.contains(where: { $0.first == "g" && $0.count < 3 })
      {
        quantity = unit.quantity == .acceleration ? .acceleration : .angularVelocity
      }
      if isOther || axis == nil { quantity = nil }
    case .time, .counter:
      if isOther || axis != nil { quantity = nil }
    }
    if let unit, let quantity, !Self.fits(unit, quantity) {
      foreignUnit = unit.shown
      self.unit = nil
    }
  }

  private static func fits(_ unit: SignalUnit, _ quantity: Quantity) -> Bool {
    switch quantity {
    case .acceleration: unit.quantity == .acceleration
    case .angularVelocity: unit.quantity == .angularVelocity
    case .time, .counter: unit.quantity == .time
    }
  }

  private static func axis(_ word: String) -> Int? {
    switch word {
    case "x": 0
    case "y": 1
    case "z": 2
    default: nil
    }
  }

  /// `ax`, `gy`, `wz`, `accx`, `gyroz`, `gfx`.
  private static func short(_ word: String) -> (Quantity, Int)? {
    guard let last = word.last, let axis = axis(String(last)) else { return nil }
    let stem = String(word.dropLast())
    if accelerationWords.contains(stem) { return (.acceleration, axis) }
    if rateWords.contains(stem) { return (.angularVelocity, axis) }
    guard stem.count == 1, let first = stem.first, let quantity = shortNames[first] else { return nil }
    return (quantity, axis)
  }

  /// The words of a name in small letters; a capital behind a small letter begins a word, and so does a digit behind none.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for character in name {
      let isPart = character.isLetter || character.isNumber
      if !isPart || (wasSmall && character.isUppercase) {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if isPart { word.append(character) }
      wasSmall = character.isLowercase
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }

  /// The quantity that a file's name says, where it says one: `Accelerometer.csv`, `walk_gyro.txt`.
  static func quantity(ofFile path: String) -> Quantity? {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let words = joined(Self.words(of: RecordingPlace.stem(file)))
    let isForce = words.contains(where: accelerationWords.contains)
    let isRate = words.contains(where: rateWords.contains)
    return isForce == isRate ? nil : isForce ? .acceleration : .angularVelocity
  }
}
