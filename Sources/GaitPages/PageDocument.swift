/// The outermost frame of every page.
package struct PageDocument {
  private let title: String
  private let head: Markup
  private let body: Markup

  /// - Parameters:
  ///   - head: What the page's head has beyond its title: its style, its script.
  package init(title: String, head: Markup, body: Markup) {
    self.title = title
    self.head = head
    self.body = body
  }

  package var markup: Markup {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title) – RetroGait</title>
    \(head)</head>
    <body>\(body)</body></html>

    """
  }
}
