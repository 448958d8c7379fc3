/// The sex by which published reference values of walking are given.
public enum Sex: String, Sendable, CaseIterable {
  case female
  case male
}
