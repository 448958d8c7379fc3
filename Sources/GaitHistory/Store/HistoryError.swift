import GRDB

/// Why the history could not do what was asked.
public enum HistoryError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no store at the path, and none was to be made.
  case noStore(path: String)
  /// There is no folder in which the store could be made.
  case noFolder(path: String)
  /// The file is something else than a store of this program.
  case notAStore(path: String, found: String)
  /// A later version of the program has written the store.
  case newerStore(path: String)
  /// The store cannot be read.
  case unreadable(path: String, reason: String)
  /// The store cannot be written.
  case notWritable(path: String, reason: String)
  /// There is a file where one was to be made.
  case exists(path: String)
  /// Another process kept the store locked for too long.
  case busy(path: String)
  /// The store contradicts itself.
  case damaged(path: String, findings: [String])
  /// A recording does not say whose it is.
  case noSubject(recording: String)
  /// A name that cannot be used.
  case unusableName(String, of: String)
  /// The same walk is in the store under another name.
  case sameWalk(recording: String, known: String)
  /// No person of the name, or no session of it.
  case unknown(String, of: String, known: [String])
  /// Somebody else has changed the person, session or recording since the user saw it.
  case changedMeanwhile(String)
  /// There is a person of the name, or the person has a session of it.
  case nameTaken(String, of: String)
  /// A session of a removed person, or a recording of a removed session, that was to be restored.
  case ofRemoved(String, kind: String)
  /// Something that results rest on, and that cannot be corrected after the analysis.
  case partOfAnalysis(String, recording: String)
  /// A value out of its range.
  case outOfRange(String, found: String, expected: String)

  public var description: String {
    switch self {
    case .noStore(let path):
      "\(path): found no store; expected one that 'retrogait history add' has made; check --store"
    case .noFolder(let path):
      "\(path): found no folder to make it in; expected one that is there; make the folder, or name another file with "
        + "--store"
    case .notAStore(let path, let found):
      "\(path): found \(found); expected a store of RetroGait; name another file with --store"
    case .newerStore(let path):
      "\(path): found a store of a later version of RetroGait; expected one of this version or earlier; "
        + "update the program, the store is left as it is"
    case .unreadable(let path, let reason):
      "\(path): cannot be read (\(reason)); check that the file is there and yours to read"
    case .notWritable(let path, let reason):
      "\(path): cannot be written (\(reason)); nothing was changed; check the space on its disk and that the file and "
        + "its folder are yours to write"
    case .exists(let path):
      "\(path): found a file; expected none, since nothing is overwritten; name another file, or move this one away"
    case .busy(let path):
      "\(path): found it locked by another process for more than \(Int(HistoryStore.longestWait)) s; expected it to "
        + "be free; try again when the other process has ended"
    case .damaged(let path, let findings):
      "\(path): found \(findings.count) contradictions, the first: \(findings.first ?? ""); restore a backup"
    case .noSubject(let recording):
      "\(recording): found no subject; expected the key \"subject\" in recording.json; add it and analyze again, or "
        + "name the person with --subject"
    case .unusableName(let name, let kind):
      "found '\(PrintableText(name))' as the name of a \(kind); expected one to 200 visible characters"
    case .sameWalk(let recording, let known):
      "\(PrintableText(recording)): found the same sensor files (by SHA-256) in the store as \(PrintableText(known)); "
        + "expected a walk once; if that name is wrong, remove it first with 'retrogait history remove'"
    case .unknown(let name, let kind, let known):
      "found no \(kind) '\(PrintableText(name))' in the store; expected "
        + (known.isEmpty ? Self.absent(kind) : "one of \(Self.list(known))")
    case .changedMeanwhile(let kind):
      "the \(kind) has changed since this page was loaded; nothing was written; load the page again and look at what "
        + "stands there now"
    case .nameTaken(let name, let kind):
      "found a \(kind) '\(PrintableText(name))' already; expected a name that is free; nothing was written; choose "
        + "another name"
    case .ofRemoved(let name, let kind):
      "the \(kind) '\(PrintableText(name))' is removed itself; restore the \(kind) first"
    case .partOfAnalysis(let fact, let recording):
      "\(PrintableText(recording)): the \(fact) is part of how a sensor on the lower back is measured; nothing was "
        + "written; analyze the files again with the right \(fact)"
    case .outOfRange(let place, let found, let expected):
      "\(place): found '\(PrintableText(found))'; expected \(expected)"
    }
  }

  /// What to do where there is none of the kind at all.
  private static func absent(_ kind: String) -> String {
    kind == "group"
      ? "one that a person has; nobody has one yet, give it with 'retrogait history annotate --group'"
      : "one that was added before; the store is empty, add with 'retrogait history add'"
  }

  /// Names for people, the first few if there are many.
  private static func list(_ names: [String]) -> String {
    let most = 8
    let first = names.prefix(most).map { "\(PrintableText($0))" }.joined(separator: ", ")
    return names.count > most ? "\(first) and \(names.count - most) more" : first
  }
}

extension HistoryError {
  /// What an error of SQLite means to the user of the store at `path`.
  init(_ error: any Error, path: String, writing: Bool) {
    if let own = error as? HistoryError {
      self = own
      return
    }
    guard let error = error as? DatabaseError else {
      self = writing ? .notWritable(path: path, reason: "\(error)") : .unreadable(path: path, reason: "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAStore(path: path, found: "a file of another kind")
    case .SQLITE_CORRUPT: self = .damaged(path: path, findings: [error.message ?? "a damaged file"])
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_FULL: self = .notWritable(path: path, reason: "no space left")
    case .SQLITE_READONLY: self = .notWritable(path: path, reason: "it is read-only")
    default:
      let reason = error.message ?? "\(error.resultCode)"
      self = writing ? .notWritable(path: path, reason: reason) : .unreadable(path: path, reason: reason)
    }
  }
}
