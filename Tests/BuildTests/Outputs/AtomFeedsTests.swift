import Testing

@Suite struct AtomFeedsTests {
    @Test func carriesTheNewestIssuesOfAllAndOfEachCategory() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        let all = weekly.text("atom.xml")
        #expect(all.contains("<title>Weekly 3</title>") && all.contains("<title>Weekly 2: "))
        #expect(!all.contains("<title>Weekly 1</title>"), "the settings say two items")
        let category = weekly.text("categories/beginnings/atom.xml")
        #expect(category.contains("<title>Cats &amp; &quot;Dogs&quot; &lt;Weekly&gt; – Beginnings</title>"))
        #expect(category.contains("href=\"https://weekly.example.org/categories/beginnings/atom.xml\""))
        #expect(category.contains("<entry><title>Weekly 1</title>") && !category.contains("Weekly 3"))
    }

    @Test func isWholeWithoutIssues() async throws {
        let weekly = try await MemoryPublication.built([
            "sennight.yaml": "title: W\nurl: https://w.example.org/\n", "content/notes.txt": "none yet",
        ])
        #expect(weekly.text("atom.xml").hasSuffix("<author><name>W</name></author>\n</feed>\n"))
    }
}
