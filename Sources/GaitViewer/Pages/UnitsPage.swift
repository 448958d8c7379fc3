import GaitPages
import PageLanguage

/// Where a reader chooses the units of speeds and lengths.
struct UnitsPage {
  var units: PageUnits
  var formToken: String
  /// The page that a reader comes from and goes back to.
  var origin: PageLink?

  static let title = "Units"

  func html() -> Markup {
    let speeds = PageUnits.Speed.allCases.map { ($0.rawValue, $0.rawValue) }
    let lengths = PageUnits.Length.allCases.map { ($0.rawValue, $0.rawValue) }
    let form = PostForm(
      link: PageLink(.chooseUnits), formToken: formToken,
      hidden: origin.map { [("origin", $0.description)] } ?? []
    ).html(
      """
      <div class="fields">
      \(FormField("speed", "Speeds", units.speed.rawValue).choice(speeds))
      \(FormField("length", "Lengths of strides", units.length.rawValue).choice(lengths))
      </div>
      <p><button>Save</button></p>
      """)
    let body: Markup = """
      <h1>\(Self.title)</h1>
      <p>The pages show speeds in \(units.speed.rawValue) and lengths of strides in \(units.length.rawValue). This browser \
      remembers the choice. A report that you download has the same units.</p>
      \(form)
      <p class="soft">Tables and files for other programs keep m/s and m, and so does the list of changes.</p>
      """
    return PageFrame(
      title: Self.title, trail: [("People", PageLink(.people)), (Self.title, nil)], body: body
    ).html()
  }
}

extension UnitsPage {
  /// The page of this viewer on which a request was made; `nil` where it came from elsewhere.
  static func origin(of request: ViewerRequest) -> PageLink? {
    guard let referer = request.headers[.referer], let host = request.headers[.host],
      let range = referer.range(of: "://\(host)/")
    else { return nil }
    let page = PageLink(address: "/" + referer[range.upperBound...])
    return page == PageLink(.units) ? nil : page
  }
}

/// The units that a browser remembers, in a cookie.
enum UnitsCookie {
  private static let name = "retrogait-units"
  /// A year.
  private static let seconds = 31_536_000

  /// What a browser sent; the units of files where it sent nothing that is known.
  static func units(of request: ViewerRequest) -> PageUnits {
    for cookie in (request.headers[.cookie] ?? "").split(separator: ";") {
      let parts = cookie.split(separator: "=", maxSplits: 1).map { $0.drop { $0 == " " } }
      guard parts.count == 2, parts[0] == name else { continue }
      let words = parts[1].split(separator: ":", maxSplits: 1).map(String.init)
      return units(speed: words.first, length: words.last)
    }
    return .ofFiles
  }

  /// The units of the names; those of files where a name is not known.
  static func units(speed: String?, length: String?) -> PageUnits {
    PageUnits(
      speed: speed.flatMap(PageUnits.Speed.init) ?? PageUnits.ofFiles.speed,
      length: length.flatMap(PageUnits.Length.init) ?? PageUnits.ofFiles.length)
  }

  /// The header that makes a browser remember them.
  static func header(_ units: PageUnits) -> String {
    "\(name)=\(units.speed.rawValue):\(units.length.rawValue); Max-Age=\(seconds); HttpOnly; SameSite=Lax; Path=/"
  }
}
