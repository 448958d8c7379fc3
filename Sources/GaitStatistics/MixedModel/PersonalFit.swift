/// What of the persons' own differences a mixed model holds.
public enum PersonalEffects: String, Sendable, Equatable, CaseIterable, Codable {
  /// All that the sessions can tell, such as level and change per week, which may go together.
  case correlated
  /// The same, each for itself: the sessions cannot tell how they go together.
  case independent
  /// The level only: nobody has enough sessions, or the others could not be estimated.
  case level
}

/// The values and columns of a mixed model of persons over sessions.
struct PersonalDesign {
  var values: [Double]
  var persons: [String]
  var sessions: [String]
  var fixed: [LinearMixedModel.Column]
  /// The level first.
  var random: [LinearMixedModel.Column]
  /// Greatest degrees of freedom of fixed effects by name.
  var mostFreedom: [String: Double] = [:]
}

/// A mixed model with as many of the persons' own differences as the sessions can tell.
///
/// If a fit with correlations is not possible, or at the edge of what is, the effects are fitted without (Matuschek et al.
/// 2017, doi 10.1016/j.jml.2017.01.001); if that is not possible either, with the level alone.
struct PersonalFit {
  var model: LinearMixedModel
  var effects: PersonalEffects

  init(_ design: PersonalDesign) throws(MixedModelError) {
    if design.random.count > 1 {
      if let found = try? Self.model(design, isCorrelated: true), !found.isSingular {
        (model, effects) = (found, .correlated)
        return
      }
      if let found = try? Self.model(design, isCorrelated: false) {
        (model, effects) = (found, .independent)
        return
      }
    }
    var simple = design
    simple.random = [design.random[0]]
    (model, effects) = (try Self.model(simple, isCorrelated: true), .level)
  }

  private static func model(
    _ design: PersonalDesign, isCorrelated: Bool
  ) throws(MixedModelError) -> LinearMixedModel {
    try LinearMixedModel(
      design.values, persons: design.persons, fixed: design.fixed, random: design.random, sessions: design.sessions,
      isCorrelated: isCorrelated, mostFreedom: design.mostFreedom)
  }
}
