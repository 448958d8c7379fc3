import ArgumentParser

/// A number of bytes as an option's value: `500000000`, `500M` or `2G` (powers of a thousand).
struct ByteCount: ExpressibleByArgument {
  var bytes: Int

  init?(argument: String) {
    let factors: [Character: Int] = ["k": 1000, "K": 1000, "M": 1_000_000, "G": 1_000_000_000]
    let factor = argument.last.flatMap { factors[$0] }
    guard let number = Int(factor == nil ? argument[...] : argument.dropLast()), number > 0 else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: factor ?? 1)
    guard !overflow else { return nil }
    self.bytes = bytes
  }
}
