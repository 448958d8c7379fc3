import Testing

@testable import PageLanguage

/// What every catalog must be, whatever its language.
struct CatalogTests {
  private static let catalogs = [("de", Language.germanCatalog)]

  @Test("every English template has one translation below it", arguments: catalogs)
  func pairs(code: String, catalog: Catalog) {
    #expect(catalog.strayLines.isEmpty)
    #expect(!catalog.entries.isEmpty)
    let counts = Dictionary(grouping: catalog.entries, by: \.english).filter { $1.count > 1 }
    #expect(counts.keys.sorted().isEmpty, "said twice")
  }

  @Test("a translation shows the same arguments, and names no others", arguments: catalogs)
  func arguments(code: String, catalog: Catalog) {
    for (english, translation) in catalog.entries {
      let (from, to) = (Template(english), Template(translation))
      #expect(from.shown == to.shown, "\(english)")
      #expect(to.named.isSubset(of: from.named), "\(english)")
    }
  }

  @Test("a translation has the same spaces around it, and no brace is left over", arguments: catalogs)
  func edges(code: String, catalog: Catalog) {
    for (english, translation) in catalog.entries {
      #expect(!english.hasPrefix(" ") && !english.hasSuffix(" "), "\(english)")
      #expect(!translation.hasPrefix(" ") && !translation.hasSuffix(" ") && !translation.isEmpty, "\(english)")
      for text in [english, translation] {
        let words = Template(text).parts.compactMap { part in
          if case .words(let words) = part { words } else { nil }
        }
        #expect(words.allSatisfy { !$0.contains("{") && !$0.contains("}") }, "\(text)")
      }
    }
  }

  @Test("German never says that a change is for the better or the worse")
  func judgments() {
    for (english, translation) in Language.germanCatalog.entries {
      let words = translation.lowercased().split { !$0.isLetter }
      #expect(!words.contains { $0.hasPrefix("besser") || $0.hasPrefix("schlecht") }, "\(english)")
    }
  }
}
