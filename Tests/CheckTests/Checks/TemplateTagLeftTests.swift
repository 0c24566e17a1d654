import Newsletter
import Testing

@testable import Check

@Suite struct TemplateTagLeftTests {
    private static let text = """
        # Links
        1️⃣{% include sponsor.html %}2️⃣

        * [A](https://a.org) by 3️⃣{{ site.author }}4️⃣, 5️⃣{{< figure src="a.png" >}}6️⃣
        * `{% include x %}` and `{{ a.b }}`, {{ x }}, {braces}

        ```
        {% raw %}
        ```
        """

    @Test func findsTagsThatReadersSee() throws {
        try Checking().expect(TemplateTagLeft.self, finds: Self.text)
    }

    @Test func keepsTagsThatAreReplaced() throws {
        var checking = Checking()
        checking.publication.issueRules.templateTags = .liquid
        try checking.expect(
            TemplateTagLeft.self,
            finds: "# Links\n{% include sponsor.html %} {{ site.author }} 1️⃣{{< figure >}}2️⃣\n")
        checking.publication.issueRules.templateTags = .shortcodes
        let findings = try checking.findings(TemplateTagLeft.self, "# Links\n{% include a %} {{< figure >}}\n")
        #expect(findings.map(\.summary) == ["the template tag '{% include a %}' appears as text"])
        #expect(findings.map(\.explanation) == ["Replace the tag with its content, or set 'template-tags: liquid'."])
    }
}

/// Code between Jekyll's tags is code for all checks.
@Suite struct TaggedCodeTests {
    @Test func readsCodeBetweenTagsAsCode() throws {
        var checking = Checking()
        let text = "# Links\n{% highlight swift %}\nfunc f(_ a: Array<T>) {}\n{% endhighlight %}\n"
        #expect(try !checking.findings(UnescapedTag.self, text).isEmpty)
        checking.publication.issueRules.templateTags = .liquid
        #expect(try checking.findings(UnescapedTag.self, text).isEmpty)
    }
}
