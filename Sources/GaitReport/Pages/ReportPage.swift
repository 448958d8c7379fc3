import GaitCharts

/// The frame of every report: one HTML file that refers to nothing outside of it.
struct ReportPage {
  var title: String
  /// Markup of the page's content.
  var content: String

  func html() -> String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(SVGMarkup.escaped(title)) – RetroGait</title>
    <style>\(PageStyle.sheet)</style></head>
    <body><main>
    \(content)
    </main></body></html>

    """
  }

  /// The line that every report ends with.
  static let footer = "<footer><p>RetroGait is research software, not a medical device.</p></footer>"
}
