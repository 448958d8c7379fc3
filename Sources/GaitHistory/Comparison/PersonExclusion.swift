/// Why a person does not enter a comparison of people.
public enum PersonExclusion: Sendable, Hashable {
  /// In no session both directions were walked under the conditions that are compared; `others` are those under which the
  /// person walked. Nobody walked where there are no conditions to compare.
  case notBothWays(under: WalkConditions?, others: [WalkConditions])
  /// No session with a date was walked under the conditions that are compared.
  case noDatedSession(under: WalkConditions?)
}
