import Newsletter
import Testing

@Suite struct CandidateFactTests {
    @Test(arguments: [
        ("score", "18", Candidate.Fact.count(.score, 18)), ("comments", "0", .count(.comments, 0)),
        ("likes", "-3", .count(.likes, -3)), ("score", "many", .note("score", "many")),
        ("likes", "+3", .note("likes", "+3")), ("comments", "07", .note("comments", "07")),
        ("score", "99999999999999999999", .note("score", "99999999999999999999")),
        ("author", "Mina", .signal(.author, "Mina")), ("change", "new", .signal(.change, "new")),
        ("comments each", "hn 4", .signal(.commentsEach, "hn 4")), ("component", "Docs", .signal(.component, "Docs")),
        ("counted", "now", .signal(.counted, "now")), ("description", "", .signal(.description, "")),
        ("discussion", "d", .signal(.discussion, "d")), ("end", "e", .signal(.end, "e")),
        ("id", "7", .signal(.eventID, "7")), ("link", "l", .signal(.link, "l")),
        ("nominated by", "ann", .signal(.nominatedBy, "ann")), ("post", "p", .signal(.post, "p")),
        ("rank", "1 of 2", .signal(.rank, "1 of 2")), ("scores", "hn 4", .signal(.scores, "hn 4")),
        ("self-nomination", "yes", .signal(.selfNomination, "yes")), ("start", "s", .signal(.start, "s")),
        ("status", "tentative", .signal(.status, "tentative")), ("text", "t", .signal(.text, "t")),
        ("thanks", "ann", .signal(.thanks, "ann")), ("told by", "a, b", .signal(.foundBy, "a, b")),
        ("won before", "w", .signal(.wonBefore, "w")), ("repository", "o/r", .note("repository", "o/r")),
        ("eventID", "7", .note("eventID", "7")), ("", "", .note("", "")),
    ])
    func readsWhatItWrites(name: String, value: String, fact: Candidate.Fact) {
        #expect(Candidate.Fact(name: name, value: value) == fact)
        #expect(fact.name == name)
        #expect(fact.value == value)
    }

    @Test func findsTheFirstOfAKind() {
        let candidate = Candidate(
            source: "s", kind: .links, title: "T", url: nil,
            facts: [
                .note("id", "a note"), .signal(.post, "1"), .count(.score, 1), .signal(.post, "2"), .count(.score, 2),
            ])
        #expect(candidate.signal(.post) == "1")
        #expect(candidate.count(.score) == 1)
        #expect(candidate.signal(.eventID) == nil)
        #expect(candidate.count(.likes) == nil)
    }
}
