import Newsletter
import Search
import Testing
import Text

@testable import Newsroom

struct ArchiveSearchTests {
    @Test func findsPublishedEntry() async throws {
        let weekly = MemoryWeekly()
        let search = try await ArchiveSearch(try weekly.session(), for: "old", limit: 10, order: .relevance)
        #expect(search.results.total == 1)
        #expect(search.text.text.hasPrefix("1. Old\n   https://old.example/1 (2999-03-03 #6, Here)\n"))
    }

    @Test func makesDamagedIndexAnew() async throws {
        let weekly = MemoryWeekly()
        _ = try await ArchiveSearch(try weekly.session(), for: "old", limit: 10, order: .relevance)
        weekly.write(".sennight/cache/search", "not an index")
        let search = try await ArchiveSearch(try weekly.session(), for: "old", limit: 10, order: .date)
        #expect(search.results.total == 1)
    }

    @Test(arguments: ["", "-", "\"\""])
    func refusesQueryWithoutWords(query: String) async throws {
        let weekly = MemoryWeekly()
        let session = try weekly.session()
        await #expect(throws: Diagnostic.self) {
            try await ArchiveSearch(session, for: query, limit: 10, order: .relevance)
        }
    }
}
