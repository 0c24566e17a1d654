import Context
import Newsletter
import Settings
import TestKit
import Testing

@Suite struct RedirectsFileTests {
    private func files(_ redirects: String?, _ settings: String = "") -> Files {
        let texts = [
            "points.yaml": redirects, "sennight.yaml": "title: W\nurl: https://example.org/\n" + settings,
        ].compactMapValues { $0 }
        return MemoryFiles(texts).files
    }

    private let location = PublicationLocation(root: ".")

    @Test func readsWhatItWrote() throws {
        var redirects = Publication.Redirects()
        redirects.jobs = "https://j.example/?a=\"b\\c\"#x: y"
        redirects.discuss = [10: "https://d.example/10", 9: "https://d.example/9"]
        let text = RedirectsFile.text(of: redirects)
        let read = try RedirectsFile.read(files(text), location)
        #expect((read.jobs, read.discuss) == (redirects.jobs, redirects.discuss))
        #expect(text.split(separator: "\n").map { $0.prefix(5) } == ["# Tar", "jobs:", "discu", "  9: ", "  10:"])
    }

    @Test(arguments: [nil, "", "# nothing\n"])
    func saysNothingWhereThereIsNothing(text: String?) throws {
        let read = try RedirectsFile.read(files(text), location)
        #expect(read.jobs == nil)
        #expect(read.discuss.isEmpty)
    }

    @Test func givesWayToTheSettings() throws {
        let settings = "redirects: { jobs: https://s.example, discuss: { 7: https://s.example/7 } }\n"
        let redirects = "jobs: https://p.example\ndiscuss:\n  7: https://p.example/7\n  8: https://p.example/8\n"
        let read = try location.publication(files(redirects, settings)).redirects
        #expect(read.jobs == "https://s.example")
        #expect(read.discuss == [7: "https://s.example/7", 8: "https://p.example/8"])
    }

    @Test func namesItsFaults() {
        let error = #expect(throws: Diagnostics.self) {
            try RedirectsFile.read(files("discuss:\n  x: https://p.example\njbos: y\n"), location)
        }
        #expect(error?.all.map(\.file) == ["points.yaml", "points.yaml"])
        #expect(
            error?.all.contains { $0.summary == "'discuss' has a key that isn't an issue's number: 'x'" } == true)
    }
}
