extension String {
  /// With its first letter in upper case, as a sentence begins.
  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
