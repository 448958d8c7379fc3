extension Language {
  /// German.
  public static let german = Language(
    code: "de", catalog: germanCatalog, keepsCapitals: true, date: "{3}.{2}.{1}", dayOfYear: "{3}.{2}.",
    decimalMark: ",")

  package static let germanCatalog = Catalog(
    #"""
    # Directions and sides
    forward
    = vorwärts
    backward
    = rückwärts
    """#)
}
