import TestKit
import Testing

/// Reading and parsing issues is most of a build.
@Suite struct ParsedOnceTests {
    @Test(arguments: ["", "search: true\n"])
    func readsChangedIssueOnce(settings: String) async throws {
        var files = SmallWeekly.files
        files["sennight.yaml", default: ""] += settings
        let weekly = MemoryPublication(files)
        let newest = "content/third.md"
        func reads() -> Int { weekly.folder.takeReads().filter { $0 == "/weekly/" + newest }.count }
        try await weekly.build()
        #expect(reads() == 1)
        weekly.write(newest, (files[newest] ?? "") + "\nMore words.\n")
        try await weekly.buildAnew()
        #expect(reads() == 1)
    }
}
