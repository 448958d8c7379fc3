import Foundation
import OutputFiles
import Testing

@Suite("Files that results are written to")
struct OutputFileTests {
  private let folder = NSTemporaryDirectory() + "retrogait-output-" + UUID().uuidString

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  private func file(_ name: String, overwrite: Bool = false) -> OutputFile {
    OutputFile(path: "\(folder)/\(name)", mark: .beginning("a,b"), overwrite: overwrite)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  @Test("only what this program wrote is replaced")
  func own() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try file("new.csv").write(Array("a,b\n1,2\n".utf8))
    try file("new.csv").write(Array("a,b\n3,4\n".utf8))
    #expect(try text("new.csv") == "a,b\n3,4\n")
    try "mine".write(toFile: "\(folder)/keep.csv", atomically: true, encoding: .utf8)
    #expect(throws: OutputError.foreign(path: "\(folder)/keep.csv")) { try file("keep.csv").write([1]) }
    #expect(try text("keep.csv") == "mine")
    try file("keep.csv", overwrite: true).write(Array("yours".utf8))
    #expect(try text("keep.csv") == "yours")
    #expect(throws: OutputError.self) { try OutputFile(path: folder, mark: .beginning(""), overwrite: true).write([1]) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["keep.csv", "new.csv"])
  }

  @Test("a link is followed and stays, and what is behind it is kept if it is another's")
  func links() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: "\(folder)/link.csv", withDestinationPath: "target.csv")
    try file("link.csv").write(Array("a,b\n".utf8))
    #expect(try manager.destinationOfSymbolicLink(atPath: "\(folder)/link.csv") == "target.csv")
    #expect(try text("target.csv") == "a,b\n")
    try "mine".write(toFile: "\(folder)/target.csv", atomically: true, encoding: .utf8)
    #expect(throws: OutputError.self) { try file("link.csv").write(Array("a,b\n".utf8)) }
    #expect(try text("target.csv") == "mine")
  }

  @Test("to a pipe and a device one writes, and they stay what they are")
  func streams() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try OutputFile(path: "/dev/null", mark: .beginning("x")).write(Array("a,b\n".utf8))
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    let pipe = "\(folder)/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let reading = open(pipe, O_RDONLY | O_NONBLOCK)
    try file("pipe").write(Array("a,b\n".utf8))
    var buffer = [UInt8](repeating: 0, count: 16)
    #expect(read(reading, &buffer, buffer.count) == 4)
    close(reading)
    #expect(stat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test("what is given up leaves nothing behind")
  func givenUp() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      let writer = try file("new.csv").open()
      try writer.append([1, 2, 3])
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test("what a killed process left is removed by the next one, and what another one is writing is not")
  func leftovers() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let gone = Process()
    gone.executableURL = URL(filePath: "/bin/sh")
    gone.arguments = ["-c", "exit"]
    try gone.run()
    gone.waitUntilExit()
    let dead = "new.csv.part-\(gone.processIdentifier)-7"
    let others = ["new.csv.part-\(getpid())-7", "new.csv.part-x-7", "old.csv.part-\(gone.processIdentifier)-7"]
    for name in [dead] + others { try "half".write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8) }
    try file("new.csv").write(Array("a,b\n".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == (others + ["new.csv"]).sorted())
  }
}
