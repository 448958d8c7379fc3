/// A publication that a methods section cites.
struct CitedWork: Sendable, Equatable {
  /// By which a text cites it in LaTeX, as in `\cite{kluge2021}`.
  var key: String
  /// First author and year, as in the text: `Kluge et al. 2021`.
  var short: String
  /// In the form of BibTeX: `Menz, Hylton B. and Lord, Stephen R.`
  var authors: String
  var title: String
  var journal: String
  var year: Int
  var volume: Int
  var number: Int?
  /// Pages, or the number of the article.
  var pages: String
  var doi: String

  /// As it stands in the list of references.
  var reference: String { "\(short), doi \(doi)" }

  /// An entry of BibTeX in plain ASCII, which every version of LaTeX reads.
  var bibTeX: String {
    var lines = [
      "author = {\(authors)}", "title = {{\(title)}}", "journal = {\(journal)}", "year = {\(year)}",
      "volume = {\(volume)}",
    ]
    if let number { lines.append("number = {\(number)}") }
    lines += ["pages = {\(pages)}", "doi = {\(doi)}"]
    let body = lines.map { "  \($0.replacing("&", with: "\\&").inLaTeX)" }.joined(separator: ",\n")
    return "@article{\(key),\n\(body)\n}\n"
  }
}

extension CitedWork {
  static let kluge2021 = CitedWork(
    key: "kluge2021", short: "Kluge et al. 2021", authors: "Kluge, Felix and Del Din, Silvia and others",
    title: "Consensus based framework for digital mobility monitoring", journal: "PLoS ONE", year: 2021, volume: 16,
    number: 8, pages: "e0256541", doi: "10.1371/journal.pone.0256541")
  static let ensink2023 = CitedWork(
    key: "ensink2023", short: "Ensink et al. 2023",
    authors: "Ensink, Carmen J. and Smulders, Katrijn and Warnar, Jolien J. E. and Keijsers, Noël L. W.",
    title: "The Influence of Stride Selection on Gait Parameters Collected with Inertial Sensors", journal: "Sensors",
    year: 2023, volume: 23, number: 4, pages: "2002", doi: "10.3390/s23042002")
  static let kunsch1989 = CitedWork(
    key: "kunsch1989", short: "Künsch 1989", authors: "Künsch, Hans R.",
    title: "The Jackknife and the Bootstrap for General Stationary Observations", journal: "The Annals of Statistics",
    year: 1989, volume: 17, number: 3, pages: "1217--1241", doi: "10.1214/aos/1176347265")
  static let skog2010 = CitedWork(
    key: "skog2010", short: "Skog et al. 2010",
    authors: "Skog, Isaac and Händel, Peter and Nilsson, John-Olof and Rantakokko, Jouni",
    title: "Zero-Velocity Detection---An Algorithm Evaluation",
    journal: "IEEE Transactions on Biomedical Engineering", year: 2010, volume: 57, number: 11, pages: "2657--2666",
    doi: "10.1109/TBME.2010.2060723")
  static let mariani2010 = CitedWork(
    key: "mariani2010", short: "Mariani et al. 2010",
    authors: "Mariani, Benoit and Hoskovec, Constanze and Rochat, Stephane and Büla, Christophe and Penders, Julien "
      + "and Aminian, Kamiar",
    title: "3D gait assessment in young and elderly subjects using foot-worn inertial sensors",
    journal: "Journal of Biomechanics", year: 2010, volume: 43, number: 15, pages: "2999--3006",
    doi: "10.1016/j.jbiomech.2010.07.003")
  static let zijlstra2003 = CitedWork(
    key: "zijlstra2003", short: "Zijlstra & Hof 2003", authors: "Zijlstra, Wiebren and Hof, At L.",
    title: "Assessment of spatio-temporal gait parameters from trunk accelerations during human walking",
    journal: "Gait & Posture", year: 2003, volume: 18, number: 2, pages: "1--10",
    doi: "10.1016/S0966-6362(02)00190-X")
  static let menz2003 = CitedWork(
    key: "menz2003", short: "Menz et al. 2003",
    authors: "Menz, Hylton B. and Lord, Stephen R. and Fitzpatrick, Richard C.",
    title: "Acceleration patterns of the head and pelvis when walking on level and irregular surfaces",
    journal: "Gait & Posture", year: 2003, volume: 18, number: 1, pages: "35--46",
    doi: "10.1016/S0966-6362(02)00159-5")
}

extension String {
  /// With accents as LaTeX writes them.
  fileprivate var inLaTeX: String {
    let accents = ["ü": "{\\\"u}", "ä": "{\\\"a}", "ö": "{\\\"o}", "ë": "{\\\"e}"]
    return accents.reduce(self) { $0.replacing($1.key, with: $1.value) }
  }
}
