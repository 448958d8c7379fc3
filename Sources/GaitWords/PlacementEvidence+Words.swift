import GaitModel

extension SignalSource.PlacementEvidence {
  /// What says where a sensor was worn, in words that stand after "by".
  public var words: String {
    switch self {
    case .fileName: "the name of the file or folder"
    case .columns: "the names of the columns"
    case .group: "the name of the group"
    case .label: "a label in the file"
    case .user: "the user"
    }
  }
}
