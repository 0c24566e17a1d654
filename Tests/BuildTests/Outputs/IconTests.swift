import TestKit
import Testing

@testable import Build

@Suite struct IconTests {
    private func built(_ settings: String, _ files: [String: String] = [:]) async throws -> MemoryPublication {
        try await MemoryPublication.built(
            [
                "sennight.yaml": "title: \"«ñandú» & co\"\nurl: https://example.org/w/\n\(settings)",
                "content/a.md": "Title: A\nDate: 2026-01-01\n",
            ].merging(files) { $1 }
        )
    }

    @Test func showsTheTitlesInitial() async throws {
        let weekly = try await built("")
        #expect(weekly.text("favicon.svg").contains(">Ñ</text>"))
        #expect(weekly.text("index.html").contains("<link rel=\"icon\" href=\"/w/favicon.svg\">"))
    }

    @Test func copiesTheFileThatTheSettingsName() async throws {
        let weekly = try await built("icon: art/logo.PNG\n", ["art/logo.PNG": "PNG"])
        #expect(weekly.text("favicon.png") == "PNG")
        #expect(weekly.text("index.html").contains("<link rel=\"icon\" href=\"/w/favicon.png\">"))
        #expect(weekly.site.bytes("favicon.svg") == nil)
    }

    @Test(arguments: ["", "icon: static/favicon.ico\n"])
    func leavesAnIconThatTheSiteHas(settings: String) async throws {
        let weekly = try await built(settings, ["static/favicon.ico": "ICO"])
        #expect(weekly.text("favicon.ico") == "ICO")
        #expect(weekly.text("index.html").contains("<link rel=\"icon\" href=\"/w/favicon.ico\">"))
        #expect(weekly.site.bytes("favicon.svg") == nil)
    }

    @Test(arguments: [("This Week", "T"), ("  – 7 days", "7"), ("日本", "日"), ("…", "•"), ("<b>", "B"), ("ßtraße", "SS")])
    func findsTheInitial(title: String, initial: String) {
        #expect(SiteIcon.initial(of: title) == initial)
    }
}
