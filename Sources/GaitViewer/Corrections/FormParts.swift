import GaitPages

/// A form that changes something, and the fields that it has.
struct PostForm {
  var link: PageLink
  var formToken: String
  /// What goes along and is not shown.
  var hidden: [(name: String, value: String)] = []

  func html(_ content: Markup) -> Markup {
    let fields = ([(RequestGuard.formTokenField, formToken)] + hidden).map { name, value -> Markup in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
    return "<form class=\"columns\" method=\"post\" action=\"\(link)\">\(fields.joined(""))\n\(content)</form>"
  }

  /// A form that is nothing but a button.
  func button(_ title: String, label: String? = nil) -> Markup {
    let name: Markup = label.map { " aria-label=\"\($0)\"" } ?? .nothing
    return html("<button\(name)>\(title)</button>")
  }
}

/// One field of a form.
struct FormField {
  var name: String
  var title: String
  var value: String

  init(_ name: String, _ title: String, _ value: String) {
    self.name = name
    self.title = title
    self.value = value
  }

  /// - Parameters:
  ///   - attributes: Further attributes of the `input` element, beginning with a space.
  func input(type: String = "text", attributes: Markup = .nothing) -> Markup {
    """
    <div class="field"><label for="\(name)">\(title)</label> \
    <input type="\(type)" name="\(name)" id="\(name)" value="\(value)" autocomplete="off"\(attributes)></div>
    """
  }

  /// A field for several lines.
  ///
  /// - Parameters:
  ///   - attributes: Further attributes of the `textarea` element, beginning with a space.
  func lines(attributes: Markup = .nothing) -> Markup {
    """
    <div class="field wide-field"><label for="\(name)">\(title)</label> \
    <textarea name="\(name)" id="\(name)" rows="3"\(attributes)>\n\(value)</textarea></div>
    """
  }

  /// - Parameter options: What the form sends, and the words for it.
  func choice(_ options: [(value: String, words: String)]) -> Markup {
    let items = options.map { option -> Markup in
      "<option value=\"\(option.value)\"\(if: option.value == value, " selected")>\(option.words)</option>"
    }
    return """
      <div class="field"><label for="\(name)">\(title)</label> \
      <select name="\(name)" id="\(name)">\(items.joined(""))</select></div>
      """
  }

  /// Names that the browser proposes for a field whose `list` is `people`.
  static func people(_ names: [String]) -> Markup {
    "<datalist id=\"people\">\(names.map { name -> Markup in "<option value=\"\(name)\">" }.joined(""))</datalist>"
  }
}

/// A sentence above a form: what of it was not taken.
struct FormProblem {
  var sentence: String?

  var markup: Markup {
    sentence.map { "<div class=\"problem\" role=\"alert\"><p>\($0)</p></div>" } ?? .nothing
  }
}
