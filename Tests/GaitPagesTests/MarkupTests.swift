import GaitPages
import Testing

@Suite("Markup of pages")
struct MarkupTests {
  @Test("text in a literal is escaped, markup is not, and a joined list is neither twice")
  func markup() {
    let bold: Markup = "<b>\("a<b")</b>"
    let both: Markup = "<p title=\"\("\"'&")\">\(bold)</p>"
    #expect(both.html == "<p title=\"&quot;&#39;&amp;\"><b>a&lt;b</b></p>")
    #expect([bold, bold].joined(", ").html == "<b>a&lt;b</b>, <b>a&lt;b</b>")
  }

  @Test("markup within a sentence stands where the sentence places it, and the words around it are escaped")
  func sentence() {
    let parts: [Markup] = ["<b>1</b>", "<i>2</i>"]
    #expect(Markup.sentence(parts) { "<\($0[1])> & \($0[0])." }.html == "&lt;<i>2</i>&gt; &amp; <b>1</b>.")
    #expect(Markup.sentence([]) { _ in "a<b" }.html == "a&lt;b")
  }

  @Test("whoever does not see a table hears its name and what its columns are, whatever they are called")
  func table() {
    let table = PageTable(
      .label("a \"name\""), heads: [.head("<who>"), .numberHead("m/s")], rows: [.row("\("A&B")", [.number(-0.5, 2)])])
    let html = table.markup.html
    #expect(html.contains("role=\"region\" aria-label=\"a &quot;name&quot;\""))
    #expect(html.contains("<thead><tr><th scope=\"col\">&lt;who&gt;</th>"))
    #expect(html.contains("<tr><th scope=\"row\">A&amp;B</th><td class=\"number\">−0.50</td></tr>"))
  }

  @Test("an estimate stands with its interval; without a value stands a dash, never a number")
  func estimates() {
    #expect(Markup.estimate(0.5, 0.25...0.75, 1).html == "0.5 <span class=\"interval\">(0.3 to 0.8)</span>")
    #expect(Markup.estimate(0.5, nil, 2).html == "0.50")
    #expect(Markup.change(0.5, -0.25...1.25, 2).html == "+0.50 <span class=\"interval\">(−0.25 to +1.25)</span>")
    for html in [Markup.estimate(nil, 0...1, 2).html, Markup.change(nil, nil, 2).html] {
      #expect(html == "<span class=\"soft\">–</span>")
    }
    #expect(Markup.number(.nan, 1).html == "<td class=\"number\">–</td>")
  }
}
