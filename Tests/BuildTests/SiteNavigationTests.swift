import Newsletter
import TestKit
import Testing

@Suite struct SiteNavigationTests {
    private func weekly(_ settings: String) -> MemoryPublication {
        MemoryPublication([
            "sennight.yaml": "title: Weekly\nurl: https://example.org/letter/\n\(settings)",
            "content/one.md": "Title: One\nNumber: 1\nDate: 2026-02-01\n\nText.\n",
            "content/pages/about.md": "Title: About us\n\nWe.\n",
            "content/pages/terms.md": "Title: Terms\nSlug: t\n\nYes.\n",
        ])
    }

    private func navigation(_ settings: String, of page: String = "index.html") async throws -> [String] {
        let weekly = weekly(settings)
        try await weekly.build()
        let text = weekly.text(page)
        let start = try #require(text.firstRange(of: "<nav aria-label=\"Main navigation\">")).upperBound
        let end = try #require(text[start...].firstRange(of: "</nav>")).lowerBound
        return text[start..<end].split(separator: "\n").filter { $0.hasPrefix("<li>") }.map(String.init)
    }

    @Test func hasAllPagesByDefault() async throws {
        let items = try await navigation("")
        #expect(
            items.dropFirst(2) == [
                "<li><a href=\"/letter/pages/about-us.html\">About us</a></li>",
                "<li><a href=\"/letter/pages/t.html\">Terms</a></li>",
            ])
    }

    @Test func hasWhatTheSettingsName() async throws {
        let settings = """
            navigation:
              - { to: terms }
              - { to: /archive/#2026, title: "2026 & before" }
              - { to: "https://forum.example.org/", title: Forum }

            """
        #expect(
            try await navigation(settings, of: "pages/t.html").dropFirst(2) == [
                "<li><a href=\"/letter/pages/t.html\" aria-current=\"page\">Terms</a></li>",
                "<li><a href=\"/letter/archive/#2026\">2026 &amp; before</a></li>",
                "<li><a href=\"https://forum.example.org/\">Forum</a></li>",
            ])
        #expect(try await navigation("navigation: []\n").count == 2)
    }

    @Test func writesEveryPageAgainIfAPageGetsAnotherTitle() async throws {
        let weekly = weekly("")
        try await weekly.build()
        weekly.write("content/pages/about.md", "Title: Imprint\n\nWe.\n")
        try await weekly.build()
        #expect(weekly.text("blog/2026/02/01/one/index.html").contains(">Imprint</a>"))
    }

    @Test(arguments: [
        ("navigation: [{ to: abuot }]", "'navigation' names a page that doesn't exist: 'abuot'. Did you mean 'about'?"),
        ("navigation: [{ to: /x/ }]", "'navigation[1].to' has no title. Write 'title: …'"),
        (
            "navigation: [{ to: \"javascript:x()\", title: X }]",
            "'navigation[1].to' isn't a web address: 'javascript:x()'."
        ),
        ("subscribe: { field: EMAIL }", "'subscribe' has no address. Write 'url: …' or 'form: …'"),
        ("icon: missing.png", "'icon' names a file that doesn't exist: 'missing.png'."),
    ])
    func reportsWhatDoesNotExist(settings: String, fault: String) async throws {
        let faults = try await weekly(settings + "\n").faults()
        #expect(faults.count == 1 && faults[0].contains(fault), "\(faults)")
    }

    @Test func sendsReadersToAServiceThatSendsTheMail() async throws {
        let weekly = weekly("subscribe: { form: \"https://lists.example.org/s?u=1&id=2\", field: EMAIL }\n")
        try await weekly.build()
        for page in ["index.html", "blog/2026/02/01/one/index.html"] {
            let text = weekly.text(page)
            #expect(
                text.contains(
                    "<form class=\"subscribe\" method=\"post\" action=\"https://lists.example.org/s?u=1&amp;id=2\">"))
            #expect(text.contains("<input id=\"SignUpAddress\" name=\"EMAIL\" type=\"email\""))
        }
        #expect(!weekly.text("archive/index.html").contains("SignUpAddress"))
    }

    @Test func linksToAPageForSubscribing() async throws {
        let weekly = weekly(
            "subscribe: { url: https://lists.example.org/ }\nmail: { from: w@example.org, server: https://m.example.org, subscribe: true }\n"
        )
        try await weekly.build()
        let text = weekly.text("index.html")
        #expect(text.contains("<a class=\"button\" href=\"https://lists.example.org/\">Subscribe</a>"))
        #expect(!text.contains("https://m.example.org"))
    }
}
