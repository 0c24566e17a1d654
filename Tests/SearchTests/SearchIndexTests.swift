import Testing
import Text

@testable import Search

/// An index is written and searched: what a query finds, and in which order.
@Suite struct SearchIndexTests {
    @Test(arguments: [
        ("tokio", ["Tokio 1.0", "Async streams with Tokio"]),
        ("C++", ["Calling C++"]),
        ("#[derive]", ["What #[derive(Debug)] does"]),
        ("Option<T>", ["A tour of Option<T>"]),
        ("async/await", ["Why async/await"]),
        ("stream", ["Async streams with Tokio"]),
        ("éclair", ["Eclair, a parser"]),
        ("\"streams with\"", ["Async streams with Tokio"]),
        ("\"with streams\"", []),
        ("tokio -streams", ["Tokio 1.0"]),
        ("site:example.org", ["Tokio 1.0"]),
        ("tag:video tokio", ["Async streams with Tokio"]),
        ("section:quote", ["Well begun is half done."]),
        ("year:2021..2022", ["Calling C++", "A tour of Option<T>"]),
        ("issue:1 tokio", ["Tokio 1.0"]),
        ("tokoi", ["Tokio 1.0", "Async streams with Tokio"]),
        ("索引", ["検索索引の作り方"]),
        ("halfway", []),
        ("aristotle", ["Well begun is half done."]),
        ("- \" site: +", []),
    ])
    func finds(query: String, titles: [String]) async throws {
        let index = try await Self.index()
        let results = try index.results(of: QueryParser.query(query), limit: 10)
        #expect(Set(results.hits.map(\.title)) == Set(titles))
        #expect(results.total == titles.count)
    }

    @Test func ordersByDateOnRequest() async throws {
        let index = try await Self.index()
        let hits = try index.results(of: QueryParser.query("tokio"), limit: 10, order: .date).hits
        #expect(hits.map(\.title) == ["Async streams with Tokio", "Tokio 1.0"])
    }

    @Test func takesTheLastWordForAPrefixWhileTyping() async throws {
        let index = try await Self.index()
        let typed = try index.results(of: QueryParser.query("tok", isTyping: true), limit: 10)
        #expect(typed.total == 2)
    }

    @Test func leadsToPositionInIssue() async throws {
        let index = try await Self.index()
        let hit = try #require(try index.results(of: QueryParser.query("Calling"), limit: 1).hits.first)
        #expect(hit.path == "issues/2/#eabcdef")
        #expect(hit.url == "http://cpp.example.org/")
        #expect(hit.section == "News")
        #expect(hit.date == "2021-03-04")
    }

    @Test func countsSectionsAndYears() async throws {
        let index = try await Self.index()
        let counts = index.facetCounts(of: try index.results(of: QueryParser.query("tokio"), limit: 1))
        #expect(counts.sections.map(\.title) == ["News"])
        #expect(counts.sections.map(\.count) == [2])
        #expect(counts.years.map(\.year) == [2023, 2020])
    }

    @Test func readsTenThousandCharacters() async throws {
        let index = try await Self.index()
        let query = QueryParser.query(String(repeating: "tokio ", count: 2000))
        #expect(query.words.count == 16)
        #expect(try index.results(of: query, limit: 10).total == 2)
    }

    @Test func reportsMissingBlock() async throws {
        var files = await SearchIndexWriter.files(of: Self.issues, language: "en").files
        for name in files.keys where name.hasPrefix("d-") { files[name] = nil }
        let index = try #require(SearchContainer(SearchFiles(files)).flatMap { SearchIndex($0) })
        #expect(throws: DamagedIndex.self) { try index.results(of: QueryParser.query("tokio"), limit: 1) }
    }

    @Test func survivesAnyDamagedByte() async throws {
        let files = await SearchIndexWriter.files(of: Self.issues, language: "en").files
        for (name, bytes) in files where name != SearchFileName.manifest {
            for position in bytes.indices {
                var damaged = files
                damaged[name]?[position] ^= 0xA5
                let index = try #require(SearchContainer(SearchFiles(damaged)).flatMap { SearchIndex($0) })
                // It may find something else or nothing, but it must come back.
                _ = try? index.results(of: QueryParser.query("tokio strem year:2020..2023"), limit: 10)
            }
        }
    }

    @Test func takesNoDamagedContainer() async throws {
        let basis = Fingerprint(.number(1))
        var bytes = SearchContainer.bytes(
            of: await SearchIndexWriter.files(of: Self.issues, language: "en"), basis: basis)
        #expect(SearchContainer(FileBytes(bytes), basis: basis) != nil)
        #expect(SearchContainer(FileBytes(bytes), basis: Fingerprint(.number(2))) == nil)
        bytes[bytes.count / 2] ^= 1
        #expect(SearchContainer(FileBytes(bytes), basis: basis) == nil)
        #expect(SearchContainer(FileBytes([]), basis: basis) == nil)
    }

    @Test func makesTheSameFilesTwice() async {
        let first = await SearchIndexWriter.files(of: Self.issues, language: "en").files
        let second = await SearchIndexWriter.files(of: Self.issues, language: "en", jobs: 3).files
        #expect(first == second)
    }

    @Test func changesFewFilesWithANewIssue() async {
        let issues = Self.manyIssues(601)
        let before = await SearchIndexWriter.files(of: Array(issues.dropLast()), language: "en").files
        let after = await SearchIndexWriter.files(of: issues, language: "en").files
        let changed = after.filter { before[$0.key] != $0.value }
        #expect(changed.count <= 20)
    }

    @Test func findsEachRecordByItsOwnWord() async throws {
        let issues = Self.manyIssues(75)
        let files = await SearchIndexWriter.files(of: issues, language: "en")
        let index = try #require(SearchContainer(files).flatMap { SearchIndex($0) })
        for issue in issues {
            for record in issue.records {
                let hits = try index.results(of: QueryParser.query(record.title), limit: 1).hits
                #expect(hits.first?.url == record.url)
            }
        }
    }

    // MARK: Archives

    private static func index() async throws -> SearchIndex {
        try #require(
            SearchContainer(await SearchIndexWriter.files(of: issues, language: "en")).flatMap { SearchIndex($0) })
    }

    private static let news = SearchSection(id: "news", title: "News")

    private static let issues = [
        issue(
            1, 2020,
            [
                record("Tokio 1.0", url: "https://example.org/tokio"),
                record("Why async/await", url: "https://a.example.com/"),
                record("Eclair, a parser", url: "https://b.example.com/"),
            ]),
        issue(
            2, 2021,
            [
                record("Calling C++", url: "http://cpp.example.org/", host: "cpp.example.net", anchor: "abcdef"),
                record("A tour of Option<T>", url: "https://c.example.com/"),
            ]),
        issue(
            3, 2023,
            [
                record("Async streams with Tokio", url: "https://d.example.com/", tags: ["video"]),
                record("What #[derive(Debug)] does", url: "https://e.example.com/"),
                record("検索索引の作り方", url: "https://f.example.com/"),
                SearchRecord(
                    title: "Well begun is half done.", url: "", context: "Aristotle", tags: [], host: nil,
                    section: SearchSection(id: "quote", title: "Quote of the Week"), anchor: "", cost: 2),
            ]),
    ]

    private static func issue(_ number: Int, _ year: Int, _ records: [SearchRecord]) -> SearchIssue {
        SearchIssue(
            number: number, title: "Issue \(number)", year: year, date: "\(year)-03-04", path: "issues/\(number)/",
            records: records)
    }

    private static func record(
        _ title: String, url: String, host: String? = nil, tags: [String] = [], anchor: String = "aaaaaa"
    ) -> SearchRecord {
        let ownHost = url.split(separator: "/").dropFirst().first.map(String.init)
        return SearchRecord(
            title: title, url: url, context: "", tags: tags, host: host ?? ownHost, section: news, anchor: anchor,
            cost: 2
        )
    }

    /// Issues of thirty records, each with a word of its own and words that many have.
    private static func manyIssues(_ count: Int) -> [SearchIssue] {
        (1...count).map { number in
            issue(
                number, 2010 + number / 52,
                (0..<30).map { position in
                    let word = String(UInt64(number * 30 + position) &* 0x9E37_79B9_7F4A_7C15, radix: 26)
                    return record(
                        "Release x\(word) of tool\((number * 7 + position) % 97)",
                        url: "https://example.com/\(number)/\(position)")
                })
        }
    }
}
