import Markdown
import Newsletter
import Testing

/// Markdown as other programs read it: footnotes, task lists, template tags, lists of attributes.
@Suite struct ForeignMarkdownTests {
    private func html(_ text: String, _ change: (inout IssueRules) -> Void = { _ in }) throws -> String {
        var rules = IssueRules()
        change(&rules)
        let reader = IssueReader(rules: SectionRules([]), issueRules: rules)
        let issue = "Title: A\nDate: 2026-01-07\n\n" + text
        return String(
            decoding: try reader.read(Array(issue.utf8), file: "a.md", parts: [.sections, .body]).body, as: UTF8.self)
    }

    private func liquid(_ text: String, includes: [String: String] = [:]) throws -> String {
        try html(text) { rules in
            rules.templateTags = .liquid
            rules.includes = includes
        }
    }

    @Test func rendersFootnotes() throws {
        let page = try html("Tea[^1], cake[^c], tea[^1].\n\n[^1]: Green *tea*.\n[^c]: Cake.\n")
        #expect(page.contains("Tea<sup id=\"fnref-1\"><a href=\"#fn-1\">1</a></sup>, cake<sup id=\"fnref-2\">"))
        #expect(page.contains(", tea<sup><a href=\"#fn-1\">1</a></sup>."))
        #expect(
            page.contains("<li id=\"fn-1\">\n<p>Green <em>tea</em>.</p>\n<p><a href=\"#fnref-1\">↩ 1</a></p>\n</li>"))
        #expect(page.contains("<li id=\"fn-2\">\n<p>Cake.</p>"))
    }

    @Test func keepsBracketsThatAreNoFootnotes() throws {
        #expect(try html("a[^b] c\n") == "<p>a[^b] c</p>\n")
    }

    @Test func rendersTaskLists() throws {
        let page = try html("- [ ] tea\n- [x] cake\n1. [X] milk\n\na [x] b\n\n- [x](https://x.example/)\n")
        #expect(page.contains("<li>☐ tea</li>\n<li>☑ cake</li>"))
        #expect(page.contains("<li>☑ milk</li>") && page.contains("a [x] b"))
        #expect(page.contains("<a href=\"https://x.example/\">x</a>"))
        #expect(try html("```\n- [x] code\n```\n").contains("- [x] code"))
    }

    @Test func linksToOtherIssuesByTag() throws {
        let page = try liquid("[a]({% post_url 2026-01-07-x %}#y) [b]({% link _posts/2026-01-07-x.md %})\n")
        #expect(page.contains("<a href=\"2026-01-07-x.md#y\">a</a>"))
        #expect(page.contains("<a href=\"_posts/2026-01-07-x.md\">b</a>"))
        let hugo = try html("[a]({{< ref \"x.md#y\" >}}) [b]({{< relref \"two-words\" >}})\n") {
            $0.templateTags = .shortcodes
        }
        #expect(hugo.contains("<a href=\"x.md#y\">a</a>") && hugo.contains("<a href=\"two-words.md\">b</a>"))
    }

    @Test(arguments: [
        ("Tea\n{: .note}\n", "<p class=\"note\">Tea</p>"),
        ("{: #cup .note}\nTea\n", "<p id=\"cup\" class=\"note\">Tea</p>"),
        ("Tea\n\n{: .note}\n\nMilk\n", "<p>Tea</p>\n<p>Milk</p>"),
        ("Tea\n{: .note}\n{: #cup .big data-x=\"1 2\"}\n", "<p id=\"cup\" class=\"note big\">Tea</p>"),
        ("## Tea\n{: #cup .note}\n", "<h2 id=\"cup\" class=\"note\">Tea</h2>"),
        ("* a\n* b\n{: .note}\n", "<ul class=\"note\">\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n{: .note}\n", "<ol start=\"3\" class=\"note\">\n<li>a</li>\n</ol>"),
        ("* a\n\n  b\n  {: .note}\n", "<ul>\n<li>\n<p>a</p>\n<p class=\"note\">b</p>\n</li>\n</ul>"),
        ("> a\n{: .note}\n", "<blockquote class=\"note\">\n<p>a</p>\n</blockquote>"),
        ("```\na\n```\n{: .note}\n", "<pre class=\"note\"><code>a\n</code></pre>"),
        ("| a |\n|---|\n| b |\n{: .note}\n", "<table class=\"note\">"), ("Tea\n{: title=\"x\"}\n", "<p>Tea</p>"),
        ("Tea\n{:/comment}\n{: \"><script>\"}\n", "<p>Tea</p>"),
    ])
    func readsListsOfAttributes(markdown: String, html: String) throws {
        let page = try liquid(markdown)
        #expect(page.hasPrefix(html), "\(page)")
    }

    @Test func leavesOutListsOfAttributes() throws {
        let page = try liquid("[a](https://a.example/){:target=\"_blank\"}\n{: .note}\n\nSay {: this}\n")
        #expect(
            page.contains("<p class=\"note\"><a href=\"https://a.example/\">a</a>") && !page.contains("blank"))
        #expect(page.contains("Say {: this}"))
        #expect(try liquid("## Tea {: #t}\n").contains("id=\"t\""))
        #expect(try html("text\n{: .note}\n").contains("{: .note}"))
    }

    @Test func replacesVariablesOfTheSite() throws {
        #expect(try liquid("By {{ site.title }}.\n", includes: ["site.title": "A &amp; B"]).contains("By A &amp; B."))
    }

    @Test func replacesVariablesInLinksAndAttributes() throws {
        let includes = ["site.forum": "https://forum.example/?a=1&amp;b=2"]
        let page = try liquid(
            "[a]({{ site.forum }}) [b]({{site.forum}}#x \"t\") [c][d] <a href=\"{{ site.forum }}\">e</a> ({{ site.forum }})\n\n"
                + "[d]: {{ site.forum }}\n", includes: includes)
        let url = "https://forum.example/?a=1&amp;b=2"
        for link in ["\(url)\">a", "\(url)#x\" title=\"t\">b", "\(url)\">c", "\(url)\">e"] {
            #expect(page.contains("<a href=\"\(link)</a>"), "\(page)")
        }
        #expect(page.contains("(\(url))"))
    }

    @Test func findsTagsByTheirForm() {
        let text = "{% include a.html x=1 %} {{ site.title }} {{ x | upcase }} {{< fig >}} {{ x }} { {% 5 %} {{}}"
        let uses = TemplateTagUse.all(in: Array(text.utf8))
        #expect(uses.map(\.name) == ["include", "site.title", "x", "fig"])
        #expect(uses.map(\.form) == [.liquid, .liquid, .liquid, .shortcodes])
        #expect(TemplateTagUse.all(in: Array("no braces".utf8)).isEmpty)
    }
}
