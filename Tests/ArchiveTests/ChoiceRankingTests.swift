import Archive
import Newsletter
import Testing

@Suite struct ChoiceRankingTests {
    private func record(_ title: String) -> LinkRecord {
        LinkRecord(
            issue: 0, location: SourceLocation(line: 1, column: 1), kind: .pullRequests, section: "", title: title,
            url: "https://github.com/o/r/pull/1", canonical: title, tags: [], event: nil)
    }

    private func candidate(_ title: String) -> Candidate {
        Candidate(source: "s", kind: .pullRequests, title: title, url: "https://github.com/o/r/pull/2")
    }

    @Test func putsFirstWhatWasOftenChosen() {
        let pool = (0..<20).map { candidate("bump dependency \($0)") } + [candidate("stabilize slices")]
        let chosen = (0..<20).map { record("stabilize part \($0)") }
        let ranking = ChoiceRanking(chosen: chosen, pool: pool)
        #expect(ranking.ranked(pool).first?.title == "stabilize slices")
        #expect(ranking.reasons(candidate("stabilize slices")).first == "stabilize")
    }

    @Test func keepsTheOrderOfEquals() {
        let pool = ["b", "a", "c"].map { candidate("same word \($0)") }
        #expect(ChoiceRanking(chosen: [], pool: pool).ranked(pool).map(\.title) == pool.map(\.title))
    }
}
