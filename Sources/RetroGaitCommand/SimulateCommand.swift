import ArgumentParser
import RetroGait

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Make recordings of a simulated walker with known truth.",
    usage: "retrogait simulate --output <dir> [<options>]",
    discussion: """
      Writes a folder with one file per sensor, recording.json,
      reference_strides.csv, and truth_strides.csv with the true values of every
      stride. The same seed gives the same files.

      EXAMPLES
        retrogait simulate --direction backward --strides 20 --output walk
        retrogait simulate --output walk \\
          --walk "stand 3, forward 12, turn 180, backward 10, stand 2"
        retrogait simulate --output session \\
          --walk "stand 3, repeat 4 (backward 12 fatigue 10, stand 20)"
        retrogait analyze walk --output results

      PARTS OF A WALK
        stand SECONDS, turn DEGREES (positive to the left),
        forward, backward or sideways STRIDES of each foot,
        repeat TIMES (PARTS)
      Words after a walk change it:
        tandem           heel to toe on a line
        stairs CM        height of a stair, negative downstairs
        fatigue PERCENT  length and speed lost from the first step to the last
        stumble STEP     an obstacle stops the swing of this step
        hesitate STEP    this step begins 0.8 s late
        length M, speed M/S
      """)

  @Option(help: ArgumentHelp("Folder to write to.", valueName: "dir"))
  var output: String

  @Option(
    name: [.customLong("program"), .customLong("programme")],
    help: ArgumentHelp("one-walk, or six-weeks: thirteen sessions of one person.", valueName: "name"))
  var program = ProgramName.oneWalk

  @Option(help: ArgumentHelp("Direction of the walk.", valueName: "way"))
  var direction = SimulatedWay.forward

  @Option(help: ArgumentHelp("Strides of each foot.", valueName: "n"))
  var strides = 20

  @Option(
    help: ArgumentHelp(
      "Parts of the walk, instead of --direction and --strides. See above.",
      valueName: "parts"))
  var walk: String?

  @Option(help: ArgumentHelp("Length of a stride in m. (default: usual for the direction)", valueName: "m"))
  var strideLength: Double?

  @Option(help: ArgumentHelp("Speed in m/s. (default: usual for the direction)", valueName: "m/s"))
  var speed: Double?

  @Option(help: ArgumentHelp("Samples per second.", valueName: "Hz"))
  var samplingRate = 100.0

  @Option(help: ArgumentHelp("Spread of strides in percent of their mean.", valueName: "%"))
  var variability = 2.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Rotation of the sensors about x, y and z in degrees.", valueName: "x,y,z"))
  var mounting: AxisValues?

  @Option(help: ArgumentHelp("Bias of the gyroscopes about x, y and z in degrees/s.", valueName: "x,y,z"))
  var gyroscopeBias: AxisValues?

  @Option(help: ArgumentHelp("Noise as a multiple of a consumer sensor's.", valueName: "factor"))
  var noise = 1.0

  @Option(help: ArgumentHelp("Peak of the jolt at each contact in m/s^2.", valueName: "m/s^2"))
  var impact = 30.0

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("How the sensors' files are written.", valueName: "format"))
  var format = SensorFileFormat.csv

  @Flag(help: "Sensors without noise, bias and impacts.")
  var ideal = false

  @Flag(help: "Write over an existing folder.")
  var force = false

  func validate() throws {
    guard (2...10_000).contains(strides) else { throw ValidationError("--strides must be 2 to 10000, not \(strides).") }
    guard (50...1000).contains(samplingRate) else {
      throw ValidationError("--sampling-rate must be 50 to 1000 Hz, not \(samplingRate).")
    }
    guard (0...20).contains(variability) else {
      throw ValidationError("--variability must be 0 to 20 %, not \(variability).")
    }
    guard (0...100).contains(noise) else { throw ValidationError("--noise must be 0 to 100, not \(noise).") }
    guard (0...500).contains(impact) else { throw ValidationError("--impact must be 0 to 500 m/s^2, not \(impact).") }
    if let walk {
      do throws(ProgramText.Fault) {
        _ = try ProgramText(walk)
      } catch {
        throw ValidationError("--walk: \(error.description).")
      }
    }
    if let strideLength, !(0.1...2.5).contains(strideLength) {
      throw ValidationError("--stride-length must be 0.1 to 2.5 m, not \(strideLength).")
    }
    if let speed, !(0.1...2.5).contains(speed) {
      throw ValidationError("--speed must be 0.1 to 2.5 m/s, not \(speed).")
    }
  }

  func run() throws {
    let console = Console(isQuiet: false)
    do {
      switch program {
      case .oneWalk:
        try SimulationFiles(format: format, isForced: force).write(try simulated(), to: output)
      case .sixWeeks:
        for session in SampleProgram.sixWeeks(seed: seed) {
          let files = SimulationFiles(format: session.format, isForced: force)
          try files.write(session.walk(), to: "\(output)/\(session.name)")
        }
      }
      console.result(exactly: output)
    } catch let error as SimulationFileError {
      console.error(error.description)
      throw ExitCode.inputOutput
    }
  }

  private func simulated() throws -> SimulatedWalk {
    var program =
      if let walk {
        try ProgramText(walk, strideLength: strideLength, speed: speed).program
      } else {
        WalkProgram.straight(direction.direction, strides: strides, strideLength: strideLength, speed: speed)
      }
    program.variability = variability / 100
    let simulator = WalkSimulator(
      seed: seed, effects: effects, placements: [.leftFoot, .rightFoot, .lowerBack])
    return simulator.walk(
      program, details: RecordingDetails(subject: "simulated", session: "1", surface: .overground))
  }

  private var effects: SensorEffects {
    var effects = ideal ? SensorEffects() : SensorEffects.realistic
    effects.samplingRate = samplingRate
    effects.accelerometerNoise *= noise
    effects.gyroscopeNoise *= noise
    if !ideal { effects.impact = impact }
    let radians = Double.pi / 180
    if let mounting { effects.mounting = mounting.values.map { $0 * radians } }
    if let gyroscopeBias { effects.gyroscopeBias = gyroscopeBias.values.map { $0 * radians } }
    return effects
  }
}

enum ProgramName: String, ExpressibleByArgument, CaseIterable {
  case oneWalk = "one-walk"
  case sixWeeks = "six-weeks"
}

/// Where a simulated walk may go.
enum SimulatedWay: String, ExpressibleByArgument, CaseIterable {
  case forward, backward, sideways

  var direction: Direction {
    switch self {
    case .forward: .forward
    case .backward: .backward
    case .sideways: .sideways
    }
  }
}
extension SensorFileFormat: ExpressibleByArgument {}

/// `10,0,-2.5` as an option's value.
struct AxisValues: ExpressibleByArgument {
  var values: [Double]

  init?(argument: String) {
    let values = argument.split(separator: ",").compactMap { Double($0) }
    guard values.count == 3, values.allSatisfy(\.isFinite) else { return nil }
    self.values = values
  }
}
