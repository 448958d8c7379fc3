import GaitCharts

/// The style sheet of a report: screen, dark screen, narrow screen and paper.
package enum PageStyle {
  /// Head and foot of every printed page: `title` and the number of the page.
  ///
  /// Every character of the title is written as its number in Unicode, so that none has a meaning in the style sheet.
  package static func margins(_ title: String) -> String {
    let text = title.unicodeScalars.map { "\\\(String($0.value, radix: 16)) " }.joined()
    return """
      @page { @top-left { content: "\(text)"; font: 8pt sans-serif; color: #555; }
        @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; } }

      """
  }

  package static let sheet =
    SeriesMark.styleSheet + """

      :root { color-scheme: light dark; --ink: #1b1b1b; --soft: #555; --line: #d8d8d8; --paper: #fff; --card: #f6f6f4; }
      body { font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: var(--ink); background: var(--paper);
        margin: 0 auto; max-width: 68rem; padding: 1.2rem; }
      h1 { font-size: 1.6rem; margin: 0 0 .2rem; }
      h2 { font-size: 1.15rem; margin: 1.8rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
      h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
      p { margin: .4rem 0; max-width: 46rem; }
      .lead { font-size: 1.05rem; }
      .plain :is(p, figure, .written) { font-size: 1.2rem; max-width: 46rem; }
      .first { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 1.4rem; align-items: start;
        margin: .4rem 0 1rem; }
      .first > :only-child { grid-column: 1 / -1; }
      .soft, .interval { color: var(--soft); }
      .interval { font-size: .88em; white-space: nowrap; }
      .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 1rem; align-items: start; }
      .figures.four { grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); }
      .figures.three { grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); }
      figure { --soft: #555; margin: 0; max-width: 34rem; background: #fff; color: #1b1b1b; border: 1px solid var(--line); border-radius: .4rem; padding: .5rem; }
      figure svg { width: 100%; height: auto; display: block; }
      table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
      .scroll { overflow-x: auto; }
      th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line);
        vertical-align: top; }
      th { font-weight: 600; }
      td.number, th.number { text-align: right; }
      details { margin: .6rem 0; }
      summary { cursor: pointer; }
      .copy { white-space: pre-line; user-select: all; overflow-wrap: anywhere; max-width: 46rem; }
      details.reference { font-size: .9em; } details.reference ul { margin: .3rem 0; padding-left: 1.1rem; }
      th[scope="colgroup"] { text-align: center; }
      th.group { padding-top: .8rem; font-weight: 700; }
      td.note { min-width: 10rem; }
      .weeks th:first-child { width: 9.5rem; }
      .written { white-space: pre-line; overflow-wrap: anywhere; min-width: 10rem; max-width: 46rem; }
      .dates th[scope="row"], .changes td.number { white-space: nowrap; }
      a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible,
      [tabindex]:focus-visible { outline: 3px solid #c46a00; outline-offset: 2px; }
      code { font-size: .85em; overflow-wrap: anywhere; }
      nav a { margin-right: .8rem; }
      footer { margin-top: 2rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e8e8e6; --soft: #aaa; --line: #444; --paper: #181818; }
      }
      @media (max-width: 56rem) { .first { grid-template-columns: minmax(0, 1fr); } }
      @media (max-width: 30rem) { body { padding: .7rem; font-size: 15px; }
        .chart { font-size: 14px; }
        /* So that what a change means is in sight. */
        .changes .interval { white-space: initial; } .changes td.change { white-space: initial; }
        .changes td.note { min-width: 6.4rem; } .changes td { font-size: .95em; }
        .changes :is(th, td) { padding-right: .25rem; } }
      @media print {
        @page { size: A4; margin: 14mm 13mm; }
        :root { font-size: 8.4pt; } .lead { font-size: 1rem; } .plain { font-size: 13pt; } .plain h2 { font-size: 13pt; }
        .plain :is(p, figure, .written) { font-size: 13pt; margin: .6rem 0; } .plain figure { max-width: 36rem; }
        body { max-width: none; font-size: 1rem; line-height: 1.33; padding: 0; } p { max-width: none; }
        figure, tr, li { break-inside: avoid; } h1, h2, h3 { break-after: avoid; }
        footer { margin-top: .5rem; } .file { font-size: .95em; }
        details { display: none; } .scroll { overflow: visible; }
        /* What a reader needs is printed, open or not. */
        details.printed { display: block; margin: .3rem 0; font-size: .82em; line-height: 1.25; }
        details.printed::details-content { content-visibility: visible; display: block; height: auto; opacity: 1; }
        .printed > summary { list-style: none; font-weight: 600; break-after: avoid; }
        .printed > summary::-webkit-details-marker { display: none; }
        /* The page for the file is one page. */
        .file details.printed { display: none; }
        .printed ul { columns: 2; column-gap: 1.4rem; padding-left: 0; list-style-position: inside; }
        .definitions.printed :is(table, tbody, tr) { display: block; } .definitions thead { display: none; }
        .definitions tbody { columns: 2; column-gap: 1.4rem; } .definitions :is(td, th) { display: inline; border: 0; padding: 0; }
        .definitions tbody th::after { content: ", "; } .definitions td:nth-child(2)::after { content: ". "; }
        .definitions td:nth-child(3)::after { content: " "; }
        .printed :is(ul, p) { margin: .1rem 0; } .printed table :is(th, td) { padding-top: 0; padding-bottom: 0; }
        .changes :is(th, td) { padding-right: .5rem; } .changes th[scope="row"] { min-width: 11rem; }
        .changes td.note { min-width: 18rem; }
        .whole-walk { columns: 2; column-gap: 1.4rem; font-size: .92em; } th.group { break-after: avoid; }
        .whole-walk .changes th[scope="row"] { min-width: 0; } .whole-walk .interval { white-space: initial; }
        .dose { display: grid; grid-template-columns: 1fr 2fr; gap: 1rem; align-items: start; }
        .dose .figures { grid-template-columns: 1fr; }
        .first { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); margin: .2rem 0 .6rem; }
        h2 { margin: .5rem 0 .15rem; } h3 { margin: .4rem 0 .1rem; } p { margin: .25rem 0; } ul { margin: .2rem 0; padding-left: 1.4rem; } li { line-height: 1.3; } th, td { padding-top: .08rem; padding-bottom: .08rem; }
        .figures { grid-template-columns: repeat(2, 1fr); } figure { max-width: 33rem; } .figures figure { max-width: 24rem; }
        .figures.three { grid-template-columns: repeat(3, 1fr); }
        .figures.four { grid-template-columns: repeat(2, 1fr); } .four figure { max-width: 17rem; }
      }
      """
}
