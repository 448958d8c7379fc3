import Foundation
import GaitHistory
import GaitModel
import NIOConcurrencyHelpers
import PageLanguage

/// Pages as they were rendered since the store last changed, so that a page that many look at is made once.
///
/// They stay in memory only. Every change of the store, by whatever process, makes all of them void, and so does the next
/// day, for ages and weeks count up to today.
final class RenderedPages: Sendable {
  /// Bytes of pages that are kept: some two hundred pages of people with twenty sessions.
  static let mostBytes = 32 << 20

  private struct Edition: Equatable {
    var version: Int
    var day: CalendarDay?
  }

  private struct Page {
    var response: ViewerResponse
    var lastUse: Int
  }

  private struct State {
    var edition: Edition?
    var pages: [String: Page] = [:]
    var bytes = 0
    var uses = 0
  }

  // A lock that ThreadSanitizer sees, as in `OpenConnections`.
  private let state = NIOLockedValueBox(State())
  private let mostBytes: Int

  init(mostBytes: Int = mostBytes) {
    self.mostBytes = mostBytes
  }

  /// The page of a request, rendered now unless it was since the last change.
  ///
  /// - Parameter language: The language and the units of the page.
  /// - Throws: `HistoryError` if the store cannot be read.
  func page(
    of request: ViewerRequest, language: Language, in store: HistoryStore,
    rendered: () async throws(HistoryError) -> ViewerResponse
  ) async throws(HistoryError) -> ViewerResponse {
    let units = language.units
    let address =
      "\(language.code) \(units.speed.rawValue) \(units.length.rawValue) \(request.path)?\(request.query)"
    let edition = Edition(version: try store.version(), day: .today)
    if let known = known(address, edition) { return known }
    let response = try await rendered()
    // A page is kept only if the store stayed as it was while the page was made.
    if response.statusCode == .ok, edition == Edition(version: try store.version(), day: .today) {
      keep(response, address, edition)
    }
    return response
  }

  private func known(_ address: String, _ edition: Edition) -> ViewerResponse? {
    state.withLockedValue { state in
      // What was removed from the store leaves the memory too.
      if state.edition != edition { state = State(edition: edition) }
      guard state.pages[address] != nil else { return nil }
      state.uses += 1
      state.pages[address]?.lastUse = state.uses
      return state.pages[address]?.response
    }
  }

  private func keep(_ response: ViewerResponse, _ address: String, _ edition: Edition) {
    let size = response.body.count
    guard size <= mostBytes else { return }
    state.withLockedValue { state in
      if state.edition != edition { state = State(edition: edition) }
      if let replaced = state.pages[address] { state.bytes -= replaced.response.body.count }
      state.uses += 1
      state.pages[address] = Page(response: response, lastUse: state.uses)
      state.bytes += size
      while state.bytes > mostBytes, let oldest = state.pages.min(by: { $0.value.lastUse < $1.value.lastUse }) {
        state.pages[oldest.key] = nil
        state.bytes -= oldest.value.response.body.count
      }
    }
  }
}
