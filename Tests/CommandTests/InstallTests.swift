import Foundation
import Testing

@Suite("Scripts/install")
struct InstallTests {
  private static let script = Document.root.appending(path: "Scripts/install").path

  /// Installs the program that the tests run, in place of building one.
  private static func install(
    _ arguments: String, home: Folder, setting: String = "SHELL=/bin/bash"
  ) throws -> Program.Result {
    let built = URL(filePath: Program.path).deletingLastPathComponent().path
    let line = "env HOME='\(home.path)' RETROGAIT_BUILT='\(built)' \(setting) '\(script)' \(arguments)"
    return try Program.start(["-c", line], program: "/bin/sh").finish()
  }

  @Test("puts the program with its completions under ~/.local, and over an older one")
  func twice() throws {
    let home = try Folder()
    for _ in 1...2 {
      let result = try Self.install("", home: home)
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(result.output == home.path(".local/bin/retrogait\n"))
      #expect(home.names(in: ".local/bin") == ["retrogait"])
      for file in [
        "bash-completion/completions/retrogait", "zsh/site-functions/_retrogait",
        "fish/vendor_completions.d/retrogait.fish",
      ] {
        #expect(try home.text(".local/share/\(file)").contains("analyze"))
      }
    }
    let version = try Program.start(["--version"], program: home.path(".local/bin/retrogait")).finish()
    #expect(version.exitCode == 0)
  }

  @Test("gives the line that puts a folder into PATH, and none where it is there")
  func path() throws {
    let home = try Folder()
    let bash = try Self.install("--prefix '\(home.path)/tools'", home: home)
    #expect(bash.errors.contains("add this line to ~/.profile"))
    #expect(bash.errors.contains("  export PATH=\"\(home.path)/tools/bin:$PATH\""))
    let zsh = try Self.install("--prefix '\(home.path)/tools'", home: home, setting: "SHELL=/bin/zsh")
    #expect(zsh.errors.contains("~/.zshrc"))
    let there = try Self.install(
      "--prefix '\(home.path)/tools'", home: home, setting: "PATH='\(home.path)/tools/bin':\"$PATH\"")
    #expect(!there.errors.contains("PATH"))
  }

  @Test("a folder that cannot be written is one sentence, before anything is built")
  func notWritable() throws {
    let home = try Folder()
    _ = try home.file("file")
    let result = try Self.install("--prefix '\(home.path)/file'", home: home)
    #expect(result.exitCode == 74)
    #expect(result.errors.split(separator: "\n").count == 1 && result.errors.contains("--prefix"))
    #expect(result.output.isEmpty)
  }

  @Test("an unknown option and a missing folder are wrong usage", arguments: ["--perfix x", "--prefix", "more"])
  func usage(arguments: String) throws {
    let result = try Self.install(arguments, home: Folder())
    #expect(result.exitCode == 64 && result.errors.contains("Usage: Scripts/install"))
  }
}
