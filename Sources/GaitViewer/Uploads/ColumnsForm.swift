import GaitIngest
import GaitModel
import PageLanguage

/// What stands in the form that asks what columns hold: made from a mapping that may be right, or as the user sent it.
struct ColumnsForm: Sendable {
  /// The values by the names of the form's fields.
  private var values: [String: String] = [:]

  /// Sensors side by side in one table that the form has room for.
  let sensors: Int

  static let accelerationUnits = [("m/s2", "m/s²"), ("g", "g"), ("mg", "mg")]
  static let rateUnits = [("deg/s", "°/s"), ("rad/s", "rad/s"), ("mdeg/s", "m°/s"), ("mrad/s", "mrad/s")]
  /// Their titles are English, as those of all choices here.
  static let timeUnits = [
    ("s", "seconds"), ("ms", "milliseconds"), ("us", "microseconds"), ("ns", "nanoseconds"), ("min", "minutes"),
    ("d", "days"), ("text", "date and time"), ("text/dmy", "date and time, day before month"),
    ("text/mdy", "date and time, month before day"), ("count", "a sample counter, at the rate given"),
  ]
  static let axes = ["x", "y", "z"]

  /// What is missing or contradicts itself, a sentence each.
  struct Fault: Error {
    var sentences: [String]
  }

  /// The form as the user sent it.
  init(_ form: QueryParameters) {
    sensors = Self.mostSensors
    for name in Self.fields(sensors) { values[name] = form.text(name) }
  }

  /// The form with the choices of a mapping; one that the choices cannot say stands there as text.
  init(mapping: String?) {
    var sensors = 1
    if let mapping {
      if let found = Self.choices(mapping) {
        (values, sensors) = found
      } else {
        values["map"] = mapping
      }
    }
    self.sensors = min(Self.mostSensors, max(2, sensors))
  }

  /// Placements that a table may hold a sensor of.
  static let mostSensors = Placement.allCases.count

  private static func fields(_ sensors: Int) -> [String] {
    ["time", "time_unit", "rate", "map"]
      + (1...sensors).flatMap { k in
        ["place_\(k)"]
          + ["acc", "gyr"].flatMap { quantity in
            axes.map { "\(quantity)_\($0)_\(k)" } + ["\(quantity)_unit_\(k)", "\(quantity)_counts_\(k)"]
          }
      }
  }

  subscript(name: String) -> String { values[name] ?? "" }

  /// Whether anything is said of the `k`-th sensor.
  func hasSensor(_ k: Int) -> Bool {
    ["acc", "gyr"].contains { quantity in Self.axes.contains { !self["\(quantity)_\($0)_\(k)"].isEmpty } }
  }

  /// The sensors of which something is said.
  var usedSensors: [Int] { (1...sensors).filter(hasSensor) }

  /// Whether it says of each sensor where it was worn.
  var saysPlacements: Bool {
    let text = self["map"]
    return text.isEmpty
      ? usedSensors.count > 1 : Placement.allCases.contains { text.contains("\($0.rawValue).") }
  }

  /// The mapping as `--map` takes it.
  ///
  /// - Throws: `Fault` if something is missing.
  func mapping(in language: Language = .english) throws(Fault) -> ColumnMapping {
    let text = self["map"].isEmpty ? try chosen(in: language) : self["map"]
    do throws(ColumnMapping.Fault) {
      return try ColumnMapping(text)
    } catch {
      throw Fault(sentences: [language.text(error.description + ".")])
    }
  }

  private func chosen(in language: Language) throws(Fault) -> String {
    var faults: [String] = []
    var words = [clock(&faults, language)]
    let used = usedSensors.isEmpty ? [1] : usedSensors
    for k in used {
      var prefix = ""
      if used.count > 1 {
        if self["place_\(k)"].isEmpty { faults.append(language("Choose where sensor \(k) of this table was worn.")) }
        prefix = self["place_\(k)"] + "."
      }
      let sensor = used.count > 1 ? k : nil
      for quantity in ["acc", "gyr"] {
        let part = PartWords(isAcceleration: quantity == "acc", sensor: sensor, language: language)
        let columns = Self.axes.map { self["\(quantity)_\($0)_\(k)"] }
        let missing = zip(Self.axes, columns).filter { $0.1.isEmpty }.map(\.0)
        if !missing.isEmpty {
          faults.append(part.noColumn(of: missing.joined(separator: ", ")))
        } else if Set(columns).count < columns.count {
          faults.append(part.sameColumns)
        }
        if self["\(quantity)_unit_\(k)"].isEmpty { faults.append(part.noUnit) }
        let counts = self["\(quantity)_counts_\(k)"]
        if !counts.isEmpty, !Self.isPositive(counts) {
          faults.append(part.wrongCounts(counts))
        }
        let divided = counts.isEmpty ? "" : "/\(counts)"
        words.append(
          "\(prefix)\(quantity)=\(columns.joined(separator: ",")):\(self["\(quantity)_unit_\(k)"])\(divided)")
      }
    }
    guard faults.isEmpty else { throw Fault(sentences: faults) }
    return words.joined(separator: " ")
  }

  private static func isPositive(_ text: String) -> Bool { Double(text).map { $0 > 0 && $0.isFinite } ?? false }

  private func clock(_ faults: inout [String], _ language: Language) -> String {
    let (time, unit, rate) = (self["time"], self["time_unit"], self["rate"])
    if !rate.isEmpty, !Self.isPositive(rate) {
      faults.append(language("The sampling rate is '\(rate)'; expected samples per second such as 100."))
    }
    if time.isEmpty {
      if rate.isEmpty { faults.append(language("Choose the column of the time, or enter the sampling rate.")) }
      return "rate=\(rate)"
    }
    guard unit == "count" else {
      if unit.isEmpty { faults.append(language("Choose the unit of the time.")) }
      return "time=\(time):\(unit)"
    }
    if rate.isEmpty { faults.append(language("Enter the sampling rate of the counter.")) }
    return "time=\(time):\(rate)Hz"
  }

  /// The choices that a mapping by numbers of columns makes; `nil` if it says more.
  private static func choices(_ mapping: String) -> (values: [String: String], sensors: Int)? {
    var values: [String: String] = [:]
    var places: [String] = []
    for part in mapping.split(separator: " ") {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      let name = sides[0].split(separator: ".").map(String.init)
      let value = sides[1].split(separator: ":", maxSplits: 1).map(String.init)
      switch (name.last ?? "", name.count, value.count) {
      case ("rate", 1, 1): values["rate"] = value[0]
      case ("time", 1, 2):
        values["time"] = value[0]
        if value[1].hasSuffix("Hz") {
          (values["time_unit"], values["rate"]) = ("count", String(value[1].dropLast(2)))
        } else {
          values["time_unit"] = value[1]
        }
      case ("acc", 1...2, 2), ("gyr", 1...2, 2):
        let place = name.count == 2 ? name[0] : ""
        if !places.contains(place) { places.append(place) }
        let k = (places.firstIndex(of: place) ?? 0) + 1
        let quantity = name[name.count - 1]
        let columns = value[0].split(separator: ",").map(String.init)
        guard columns.count == axes.count, columns.allSatisfy({ Int($0) != nil && !$0.hasPrefix("-") }),
          let unit = unit(value[1], of: quantity), k <= mostSensors
        else { return nil }
        for (axis, column) in zip(axes, columns) { values["\(quantity)_\(axis)_\(k)"] = column }
        values["\(quantity)_unit_\(k)"] = unit.name
        values["\(quantity)_counts_\(k)"] = unit.counts
        values["place_\(k)"] = place
      default: return nil
      }
    }
    guard values["time"].map({ Int($0) != nil }) ?? true else { return nil }
    return (values, places.count)
  }

  /// A unit of the form and the counts that make one of it.
  private static func unit(_ text: String, of quantity: String) -> (name: String, counts: String?)? {
    let known = (quantity == "acc" ? accelerationUnits : rateUnits).map(\.0)
    if known.contains(text) { return (text, nil) }
    guard let name = known.first(where: { text.hasPrefix("\($0)/") }) else { return nil }
    let counts = String(text.dropFirst(name.count + 1))
    return isPositive(counts) ? (name, counts) : nil
  }
}
