import Newsletter
import Testing

/// A publication's own theme, and what is said about its faults.
@Suite struct ThemeOverrideTests {
    private func weekly(_ theme: [String: String]) -> MemoryPublication {
        var files = SmallWeekly.files
        for (name, text) in theme { files["theme/" + name] = text }
        return MemoryPublication(files)
    }

    @Test func usesOneOverriddenFileWithTheShippedOthers() async throws {
        let weekly = weekly(["not-found.mustache": "{{> head}}Gone, says {{publication.title}}{{> foot}}"])
        try await weekly.build()
        #expect(
            weekly.text("404.html").contains(
                "<main id=\"Main\">\nGone, says Cats &amp; &quot;Dogs&quot; &lt;Weekly&gt;</main>"))
        #expect(weekly.text("index.html").contains("<h2>Next issue</h2>"))
    }

    @Test(
        "Names the place and the remedy of a fault",
        arguments: [
            (
                "home.mustache", "<h1>Ä</h1>\n  {{isue.title}}",
                "/weekly/theme/home.mustache:2:3: error: unknown name 'isue.title'. Did you mean 'issue'?"
            ),
            (
                "home.mustache", "{{issue.titel}}",
                "/weekly/theme/home.mustache:1:1: error: unknown name 'issue.titel'. Did you mean 'title'?"
            ),
            (
                "home.mustache", "{{#zzzzzzzzzz}}{{/zzzzzzzzzz}}",
                "/weekly/theme/home.mustache:1:1: error: unknown name 'zzzzzzzzzz'. To see all names in use, copy the built-in theme with 'sennight theme --eject'"
            ),
            (
                "home.mustache", "a\n{{> haed}}",
                "/weekly/theme/home.mustache:2:1: error: unknown template 'haed'. Did you mean 'head'?"
            ),
            (
                "home.mustache", "<p>\n{{title",
                "/weekly/theme/home.mustache:2:1: error: a tag isn't closed. Write '}}' after it"
            ),
            (
                "hme.mustache", "",
                "/weekly/theme/hme.mustache: error: the theme has no file with this name. Did you mean 'home.mustache'?"
            ),
        ])
    func namesPlaceAndRemedy(file: String, text: String, fault: String) async throws {
        let faults = try await weekly([file: text]).faults()
        #expect(faults.first == fault)
    }

    @Test func saysWhichSectionIsLeftOpen() async throws {
        let faults = try await weekly(["home.mustache": "{{#issues}}<p>{{title}}"]).faults()
        #expect(faults.count == 1)
        #expect(faults[0].hasPrefix("/weekly/theme/home.mustache") && faults[0].contains(": error: "))
        #expect(!faults[0].contains("MustacheTemplate"), "no name of the program's own: \(faults[0])")
    }

    @Test func refusesTemplatesThatContainThemselves() async throws {
        let faults = try await weekly(["head.mustache": "{{> foot}}", "foot.mustache": "<p>{{> head}}</p>"]).faults()
        #expect(
            faults == [
                "/weekly/theme/head.mustache: error: the template includes itself (head > foot > head). Remove one of the '{{> …}}' tags that form this cycle"
            ])
    }

    @Test func namesTheFaultsOfAllFilesAtOnce() async throws {
        let faults = try await weekly([
            "home.mustache": "{{tilte}}\n{{dat}}", "foot.mustache": "{{#issues}}", "extra.html": "x",
        ]).faults()
        #expect(faults.count == 4)
    }

    @Test func leavesCommentsAndOtherDelimitersAlone() async throws {
        let weekly = weekly([
            "not-found.mustache": "{{! what is it? }}{{publication.title}}{{{ json_ld }}}{{& document_title }}"
        ])
        #expect(try await weekly.faults().isEmpty)
        #expect(weekly.text("404.html").hasPrefix("Cats &amp;"))
    }
}
