import PageLanguage

/// The language and the units that a browser remembers, in a cookie.
enum LanguageCookie {
  private static let name = "retrogait-units"
  /// A year.
  private static let seconds = 31_536_000

  /// What a browser remembers of a choice; else the first language it asks for that the pages have, and the units of files.
  static func language(of request: ViewerRequest) -> Language {
    for cookie in (request.headers[.cookie] ?? "").split(separator: ";") {
      let parts = cookie.split(separator: "=", maxSplits: 1).map { $0.drop { $0 == " " } }
      guard parts.count == 2, parts[0] == name else { continue }
      let words = parts[1].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      let language = words.dropFirst(2).first.flatMap(Self.language(code:)) ?? asked(by: request)
      return language.with(units(speed: words.first, length: words.dropFirst().first))
    }
    return asked(by: request)
  }

  /// The language and units that a form names; English and those of files where a name is not known.
  static func language(_ form: QueryParameters) -> Language {
    let language = form["language"].flatMap(Self.language(code:)) ?? .english
    return language.with(units(speed: form["speed"], length: form["length"]))
  }

  /// The units of the names; those of files where a name is not known.
  static func units(speed: String?, length: String?) -> PageUnits {
    PageUnits(
      speed: speed.flatMap(PageUnits.Speed.init) ?? PageUnits.ofFiles.speed,
      length: length.flatMap(PageUnits.Length.init) ?? PageUnits.ofFiles.length)
  }

  /// The header that makes a browser remember them.
  static func header(_ language: Language) -> String {
    let units = language.units
    return "\(name)=\(units.speed.rawValue):\(units.length.rawValue):\(language.code); "
      + "Max-Age=\(seconds); HttpOnly; SameSite=Lax; Path=/"
  }

  /// The language that a browser is set to (`Accept-Language`, RFC 9110, 12.5.4), in the order in which browsers write
  /// their languages: the one that is wanted most first.
  private static func asked(by request: ViewerRequest) -> Language {
    let wanted = (request.headers[.acceptLanguage] ?? "").split(separator: ",")
    for range in wanted {
      let code = range.prefix { $0 != ";" && $0 != "-" }.filter { $0 != " " }.lowercased()
      if let language = language(code: code) { return language }
    }
    return .english
  }

  private static func language(code: String) -> Language? { Language.all.first { $0.code == code } }
}
