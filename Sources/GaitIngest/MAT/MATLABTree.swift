/// The structures of a MATLAB file by their paths, whichever version of the format holds them.
protocol MATLABTree: ~Copyable {
  var file: String { get }
  /// The names of the fields of the structure at `path`, or of all variables if it is empty, in order.
  func fields(of path: [String]) -> [String]
  /// The numbers at `path`, column by column, with rows and columns; `nil` if there are none.
  ///
  /// - Throws: `IngestError` if they are damaged or too many.
  func array(_ path: [String]) throws(IngestError) -> (values: [Double], shape: [Int])?
}

/// The variables of a file of version 5.
struct MATLABVariables: MATLABTree {
  let file: String
  let content: MATFile

  func fields(of path: [String]) -> [String] {
    guard !path.isEmpty else { return content.variables.keys.sorted() }
    guard case .structure(let fields) = value(path) else { return [] }
    return fields.keys.sorted()
  }

  func array(_ path: [String]) throws(IngestError) -> (values: [Double], shape: [Int])? {
    guard case .numbers(let numbers) = value(path) else { return nil }
    return (numbers.values(), numbers.shape)
  }

  private func value(_ path: [String]) -> MATValue? {
    guard let first = path.first, var value = content.variables[first] else { return nil }
    for name in path.dropFirst() {
      guard let next = value[name] else { return nil }
      value = next
    }
    return value
  }
}

extension HDF5Tree: MATLABTree {
  func fields(of path: [String]) -> [String] {
    // MATLAB keeps what cells refer to beside the variables.
    names(in: path).filter { !$0.hasPrefix("#") }
  }

  /// MATLAB's dimensions stand in the opposite order in HDF5.
  func array(_ path: [String]) throws(IngestError) -> (values: [Double], shape: [Int])? {
    guard isDataset(path) else { return nil }
    let (values, shape) = try numbers(path)
    return (values, shape.reversed())
  }
}
