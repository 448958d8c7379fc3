import Foundation
import GaitHistory
import PageLanguage
import RetroGait

/// A table about one person for download: the one that `retrogait export` writes for the same recordings.
struct TableDownload {
  let store: HistoryStore
  let level: TableLevel
  /// Of a message in place of the table, which is in English.
  let language: Language

  /// - Parameter session: Only this session; all where none is given.
  /// - Throws: `HistoryError` if there is no such person, or the store cannot be read.
  func response(of person: String, session: String?) throws(HistoryError) -> ViewerResponse {
    let walks = TableWalk.sorted(
      try store.tableWalks(of: person).filter { walk in session.map { $0 == walk.session } ?? true })
    var tables = TableSet(levels: [level], format: .csv, filter: TableFilter(), of: walks, program: .current)
    do throws(TableFileError) {
      let pieces = [tables.beginnings, try tables.append(walks), try tables.ends()]
      return PageResponse.file(
        Data(pieces.flatMap { $0.flatMap { $0 } }), type: "text/csv; charset=utf-8", name: "\(level.table).csv")
    } catch {
      return PageResponse.message(
        language("Not written"), language.text(error.description), status: .internalServerError, in: language)
    }
  }
}
