import Foundation
import TestKit
import Testing

@Suite("serve", .serialized, .startsProcesses)
struct ServeTests {
    private func publication() throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try scratch.copy(TestData.packageRoot + "/Examples/swift-server-weekly", to: "weekly")
        return scratch
    }

    @Test func showsPagesFeedsAndWhatIsNotThere() throws {
        let scratch = try publication()
        let server = try RunningServer(["--publication", scratch.path("weekly")])
        let home = try server.get("/")
        #expect(home.hasPrefix("HTTP/1.1 200"))
        #expect(home.contains("text/html; charset=utf-8"))
        #expect(home.contains("EventSource(\"/sennight/reload\")"))
        #expect(try server.get("/rss.xml").contains("<rss"))
        #expect(try server.get("/style.css").contains("text/css"))
        let missing = try server.get("/no/such/page/")
        #expect(missing.hasPrefix("HTTP/1.1 404"))
        #expect(missing.contains("</html>"))
    }

    @Test func sendsFoldersToTheirSlash() throws {
        let scratch = try publication()
        let server = try RunningServer(["--publication", scratch.path("weekly")])
        let answer = try server.get("/latest")
        #expect(answer.hasPrefix("HTTP/1.1 301"))
        #expect(answer.lowercased().contains("location: /latest/"))
    }

    @Test func reloadsTheBrowserWhenAnIssueChanges() throws {
        let scratch = try publication()
        let server = try RunningServer(["--publication", scratch.path("weekly")])
        let events = try server.events("/sennight/reload")
        #expect(events.waits(for: ": connected"))
        let name = try #require(try scratch.files(below: "weekly/content").last { $0.hasPrefix("2026-") })
        let issue = "weekly/content/" + name
        try scratch.write(issue, try scratch.text(issue) + "\nA sentence that was not there before.\n")
        #expect(events.waits(for: "data: reload"))
        #expect(try server.get("/rss.xml").contains("A sentence that was not there before."))
    }

    @Test func keepsTheLastGoodSiteWhileAnIssueIsBroken() throws {
        let scratch = try publication()
        let server = try RunningServer(["--publication", scratch.path("weekly")])
        let events = try server.events("/sennight/reload")
        #expect(events.waits(for: ": connected"))
        try scratch.write("weekly/content/2026-12-02-broken.md", "Title: Broken\nDate: 2026-13-45\n\nText\n")
        #expect(server.waits(forError: "2026-12-02-broken.md"))
        #expect(try server.get("/").hasPrefix("HTTP/1.1 200"))
        // An event for the broken issue would come before the one that is waited for below.
        #expect(events.isSilent)
        try scratch.write("weekly/content/2026-12-02-broken.md", "Title: Mended\nDate: 2026-12-02\n\nText\n")
        #expect(events.waits(for: "data: reload"))
        #expect(try server.get("/").contains("Mended"))
    }
}

@Suite("serve and folders that come later", .startsProcesses)
struct LateFolderTests {
    @Test func noticesAThemeThatComesWhileItServes() throws {
        let scratch = try ScratchFolder()
        try scratch.copy(TestData.packageRoot + "/Examples/swift-server-weekly", to: "weekly")
        let server = try RunningServer(["--publication", scratch.path("weekly")])
        let events = try server.events("/sennight/reload")
        #expect(events.waits(for: ": connected"))
        // The folder comes with its file, so that no build reads the file while it is being written.
        try scratch.write("theme/not-found.mustache", "{{> head}}\n<h1>Lost in the woods</h1>\n{{> foot}}\n")
        try FileManager.default.moveItem(atPath: scratch.path("theme"), toPath: scratch.path("weekly/theme"))
        #expect(events.waits(for: "data: reload"))
        #expect(try server.get("/no/such/page").contains("Lost in the woods"))
    }

    @Test func followsTheSettings() throws {
        let scratch = try ScratchFolder()
        try scratch.write(
            "sennight.yaml", "title: W\nurl: https://example.org/\nsections: [{ kind: events, headings: [Events] }]\n")
        try scratch.write(
            "content/a.md",
            "Title: A\nDate: 2026-01-07\n\n## Events\n\n* 2026-01-09 | Bonn, DE | [G](https://example.org/g)\n"
                + "    * [**Tea**](https://example.org/t)\n\n## Other\n")
        let server = try RunningServer(["--publication", scratch.path])
        #expect(try server.get("/events/").contains("Tea"))
        let events = try server.events("/sennight/reload")
        #expect(events.waits(for: ": connected"))
        try scratch.write(
            "sennight.yaml", "title: W\nurl: https://example.org/\nsections: [{ kind: events, headings: [Other] }]\n")
        #expect(events.waits(for: "data: reload"))
        #expect(try !server.get("/events/").contains("Tea"))
    }
}
