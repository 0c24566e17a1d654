import Context
import Newsletter
import Settings
import TestKit
import Testing

@Suite struct PublicationLocationTests {
    @Test func liesAtTheRootUnlessNamed() {
        let here = PublicationLocation(root: ".")
        #expect([here.settings, here.state, here.path("content")] == ["sennight.yaml", ".sennight", "content"])
        let there = PublicationLocation(root: "/srv/weekly/")
        #expect(
            [there.root, there.settings, there.state] == [
                "/srv/weekly", "/srv/weekly/sennight.yaml", "/srv/weekly/.sennight",
            ])
        #expect(there.path("content") == "/srv/weekly/content")
        let apart = PublicationLocation(root: "/srv/weekly", settings: "my.yaml", state: "/var/state")
        #expect([apart.settings, apart.state] == ["my.yaml", "/var/state"])
        #expect(PublicationLocation(root: "/").root == "/")
    }

    @Test func readsSettingsAndWhatStandsBesideThem() throws {
        let legacy = "legacy: [{ file: a, title: A, date: 2014-01-01, address: /a/, body: a.html }]"
        let files = files(["/etc/w.yaml": "title: W\nurl: https://example.org/\n" + legacy, "/etc/a.html": "<p>"])
        let publication = try PublicationLocation(root: "/srv", settings: "/etc/w.yaml").publication(files)
        #expect(publication.title == "W" && publication.legacy.first?.html == "<p>")
    }

    @Test func saysWhatToDoWithoutSettings() {
        let missing =
            "/srv/sennight.yaml: error: can't read the settings (No such file or directory). "
            + "Pass --settings FILE, or run 'sennight init DIR' for a new publication"
        #expect(fault([:]) == missing)
        #expect(
            fault(["/srv/sennight.yaml": nil])
                == "/srv/sennight.yaml: error: the settings aren't UTF-8. Save the file as UTF-8")
    }

    private func fault(_ texts: [String: String?]) -> String? {
        do {
            _ = try PublicationLocation(root: "/srv").publication(files(texts))
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// Files in memory; one without a text is no UTF-8.
    private func files(_ texts: [String: String?]) -> Files {
        let memory = MemoryFiles(texts.compactMapValues(\.self))
        for (path, text) in texts where text == nil { memory.write(path, [0xFF, 0xFE]) }
        return memory.files
    }
}
