import Archive
import Newsletter
import Testing

@Suite struct ArticleMergeTests {
    private func candidate(_ source: String, _ title: String, _ url: String?, _ facts: KeyValuePairs<String, String>)
        -> Candidate
    {
        Candidate(
            source: source, kind: .links, title: title, url: url, time: source == "feeds" ? 9 : 5,
            facts: facts.map { .init(name: $0, value: $1) })
    }

    @Test func makesOneOfSeveralPlaces() {
        let merged = ArticleMerge.merged([
            candidate(
                "hn", "Renamed", "https://a.example/x/?utm_source=hn",
                ["score": "120", "comments": "4", "discussion": "https://hn/1"]),
            candidate("hn", "Another", "https://a.example/y", ["score": "3"]),
            candidate("feeds", "Its own title", "http://a.example/x", ["author": "Ann"]),
            candidate("mastodon", "Post", "https://a.example/x#top", ["discussion": "https://m/1"]),
            candidate("reddit", "Re", "https://www.a.example/x", ["score": "30", "discussion": "https://r/1"]),
            candidate("add", "No address", nil, [:]), candidate("add", "None here either", nil, [:]),
        ])
        #expect(
            merged.map(\.line) == [
                "Its own title <http://a.example/x> score=150 scores=hn 120, reddit 30 comments=4 discussion=https://hn/1 author=Ann discussion=https://m/1 discussion=https://r/1 told by=hn, feeds, mastodon, reddit",
                "Another <https://a.example/y> score=3", "No address <->", "None here either <->",
            ])
        #expect(merged[0].source == "feeds")
        #expect(merged[0].time == 5)
    }

    @Test func leavesOtherKindsAlone() {
        var pick = candidate("forum", "A", "https://a.example/x", [:])
        pick.kind = .pick
        let all = [candidate("hn", "A", "https://a.example/x", [:]), pick, pick]
        #expect(ArticleMerge.merged(all) == all)
    }

    @Test func staysTheSameWhenMergedAgain() {
        let once = ArticleMerge.merged([
            candidate("hn", "A", "https://a.example/x", ["score": "120", "discussion": "https://hn/1"]),
            candidate("reddit", "B", "https://a.example/x", ["score": "30", "discussion": "https://r/1"]),
        ])
        #expect(ArticleMerge.merged(once) == once)
    }
}
