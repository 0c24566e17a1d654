import Testing

@Suite struct HomePagesTests {
    @Test func showsTheNewestIssueAndWhatComesNext() async throws {
        let home = try await MemoryPublication.built(SmallWeekly.files).text("index.html")
        #expect(home.contains("<h1><a href=\"/blog/2026/03/11/weekly-3/\">Weekly 3</a></h1>"))
        #expect(home.contains("<dt>No. 4</dt><dd><time datetime=\"2026-03-18\">Wednesday, 18 March 2026</time></dd>"))
        #expect(home.contains("<dd>Tuesday, 17 March 2026, 18:00 (America/New_York)</dd>"))
        #expect(home.contains("<a href=\"https://git.example.org/pulls\">Submit something</a>"))
    }

    @Test func goesOnWithOlderIssues() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        #expect(weekly.site.paths.filter { $0.hasPrefix("index") } == ["index.html", "index2.html"])
        let second = weekly.text("index2.html")
        #expect(second.contains("<a href=\"/blog/2025/12/31/weekly-1/\">Weekly 1</a>"))
        #expect(second.contains("<a class=\"newer\" rel=\"prev\" href=\"/\">") && second.contains("Page 2 of 2"))
        #expect(!second.contains("rel=\"next\"") && !second.contains("class=\"next\""))
    }

    @Test func changesNoOlderListForNewIssue() async throws {
        func lists(ofIssues count: Int) async throws -> (home: String, second: String, third: String) {
            var files = ["sennight.yaml": "title: W\nurl: https://w.example.org/\nhome: { items: 3 }\n"]
            for number in 1...count {
                files["content/\(number).md"] =
                    "Title: Weekly \(number)\nDate: 2026-03-0\(number)\n\n# News\n\n* [A](https://a.example)\n"
            }
            let weekly = try await MemoryPublication.built(files)
            #expect(weekly.site.paths.filter { $0.hasPrefix("index") } == ["index.html", "index2.html", "index3.html"])
            return (weekly.text("index.html"), weekly.text("index2.html"), weekly.text("index3.html"))
        }
        let before = try await lists(ofIssues: 8)
        let after = try await lists(ofIssues: 9)
        #expect(before.second == after.second && before.third == after.third)
        #expect(after.home.contains("Weekly 9") && after.home.contains("Weekly 7") && !after.home.contains("Weekly 6"))
        #expect(after.second.contains("Weekly 6") && after.second.contains("Weekly 4"))
        #expect(after.third.contains("Weekly 3") && after.third.contains("Weekly 1"))
    }

    @Test func namesTheCalendarsNextDayWhereNoDraftLies() async throws {
        var files = SmallWeekly.files
        files["draft/next.md"] = nil
        let home = try await MemoryPublication.built(files).text("index.html")
        #expect(home.contains("<dt>No. 4</dt><dd><time datetime=\"2026-03-18\">"))
    }

    @Test func takesNoOldOrBrokenDraft() async throws {
        var files = SmallWeekly.files
        files["draft/next.md"] = "Title: Weekly 3\nNumber: 3\nDate: 2026-03-11\n\nOut already.\n"
        files["draft/broken.md"] = "Date: 2026-13-01\n"
        let home = try await MemoryPublication.built(files).text("index.html")
        #expect(home.contains("<dt>No. 4</dt><dd><time datetime=\"2026-03-18\">"))
    }

    @Test func standsWithoutIssues() async throws {
        let weekly = try await MemoryPublication.built([
            "sennight.yaml": "title: W\nurl: https://w.example.org/\n", "content/notes.txt": "none yet",
        ])
        #expect(weekly.text("index.html").contains("<h1>Issues</h1>"))
    }
}
