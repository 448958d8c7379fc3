import ArgumentParser
import RetroGait

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Make recordings of a simulated walker with known truth.",
    usage: "retrogait simulate --output <dir> [<options>]",
    discussion: """
      Writes a folder with one file per sensor, recording.json,
      reference_strides.csv and truth_strides.csv, in which every stride stands
      as it really was. The same seed gives the same files.

      EXAMPLE
        retrogait simulate --direction backward --strides 20 --output walk
        retrogait analyze walk --output results
      """)

  @Option(help: ArgumentHelp("Folder to write to.", valueName: "dir"))
  var output: String

  @Option(help: ArgumentHelp("one-walk, or six-weeks: nine sessions of one person.", valueName: "name"))
  var programme = ProgrammeName.oneWalk

  @Option(help: ArgumentHelp("forward, backward or sideways.", valueName: "way"))
  var direction = Direction.forward

  @Option(help: ArgumentHelp("Strides of each foot.", valueName: "n"))
  var strides = 20

  @Option(help: ArgumentHelp("Length of a stride in m (else: usual).", valueName: "m"))
  var strideLength: Double?

  @Option(help: ArgumentHelp("Speed in m/s (else: usual).", valueName: "m/s"))
  var speed: Double?

  @Option(help: ArgumentHelp("Samples per second.", valueName: "Hz"))
  var samplingRate = 100.0

  @Option(help: ArgumentHelp("Spread of strides in percent of their mean.", valueName: "%"))
  var variability = 2.0

  @Option(help: ArgumentHelp("Seed of all chance.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("csv or hdf5.", valueName: "format"))
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
    guard direction != .inPlace else { throw ValidationError("--direction must be forward, backward or sideways.") }
    guard (0...20).contains(variability) else {
      throw ValidationError("--variability must be 0 to 20 %, not \(variability).")
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
    do throws(SimulationFileError) {
      switch programme {
      case .oneWalk:
        try SimulationFiles(format: format, isForced: force).write(oneWalk, to: output)
      case .sixWeeks:
        for session in SampleProgramme.sixWeeks {
          let files = SimulationFiles(format: session.format, isForced: force)
          try files.write(session.walk(), to: "\(output)/\(session.name)")
        }
      }
      console.result(output)
    } catch {
      console.error(error.description)
      throw ExitCode.inputOutput
    }
  }

  private var oneWalk: SimulatedWalk {
    var walk = WalkProgramme.straight(direction, strides: strides, strideLength: strideLength, speed: speed)
    walk.variability = variability / 100
    var simulator = WalkSimulator(
      seed: seed, effects: ideal ? SensorEffects() : .realistic, placements: [.leftFoot, .rightFoot, .lowerBack])
    simulator.effects.samplingRate = samplingRate
    return simulator.walk(walk, details: RecordingDetails(subject: "simulated", session: "1", surface: .overground))
  }
}

enum ProgrammeName: String, ExpressibleByArgument, CaseIterable {
  case oneWalk = "one-walk"
  case sixWeeks = "six-weeks"
}

extension Direction: ExpressibleByArgument {}
extension SensorFileFormat: ExpressibleByArgument {}
