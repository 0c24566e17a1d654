internal import Archive
internal import Newsletter
internal import Text

/// The nominees of a thread, those with the most likes first. A nominee that was nominated several times occurs once.
struct NominationRanking {
    private var nominees: [Nominee] = []

    private struct Nominee {
        var nominations: [Nomination]
        /// The number of posts that answer the nominations.
        var answers = 0

        var likes: Int { nominations.reduce(0) { $0 + $1.post.likes } }
        var first: Nomination { nominations[0] }

        func isSame(as other: Nomination) -> Bool {
            nominations.contains { nomination in
                if nomination.title.lowercased() == other.title.lowercased() { return true }
                guard let url = nomination.url, let address = other.url else { return false }
                return EntryIdentity(link: url) == EntryIdentity(link: address)
            }
        }
    }

    init(_ posts: [ForumPost], forum: String, isQuote: Bool, hosts: [String]) {
        var places: [Int: Int] = [:]
        for post in posts {
            if let nomination = Nomination(post, forum: forum, isQuote: isQuote, hosts: hosts) {
                // A quote is known by its words: several can stand on one page.
                let place = nominees.firstIndex { nominee in
                    isQuote ? nominee.first.title == nomination.title : nominee.isSame(as: nomination)
                }
                if let place {
                    nominees[place].nominations.append(nomination)
                } else {
                    nominees.append(Nominee(nominations: [nomination]))
                }
                places[post.number] = place ?? nominees.count - 1
            } else if let answered = post.answers, let place = places[answered] {
                nominees[place].answers += 1
                places[post.number] = place
            }
        }
        // Of equal ones the earlier stands first, as sorting keeps the order.
        nominees.sort { ($0.likes, $0.answers) > ($1.likes, $1.answers) }
        self.isQuote = isQuote
    }

    private let isQuote: Bool

    /// The nominees as candidates, in the order of the ranking, with the counts that determined it.
    func candidates(_ request: SourceRequest) -> [Candidate] {
        nominees.enumerated().map { place, nominee in
            let first = nominee.first
            var facts: [Candidate.Fact] = [
                .signal(.rank, "\(place + 1) of \(nominees.count)"), .count(.likes, nominee.likes),
            ]
            if nominee.nominations.count > 1 {
                let each = nominee.nominations.map { "\($0.post.author) \($0.post.likes)" }
                facts.append(.note("likes each", each.joined(separator: ", ")))
            }
            facts += [
                .note("answers", String(nominee.answers)), .signal(.counted, Timestamp.text(request.access.now)),
            ]
            facts += nominee.nominations.flatMap { nomination -> [Candidate.Fact] in
                [.signal(.nominatedBy, nomination.post.author), .signal(.post, nomination.post.url)]
            }
            if nominee.nominations.contains(where: \.isOwn) { facts.append(.signal(.selfNomination, "yes")) }
            facts += nominee.nominations.flatMap(\.others).map { .signal(.link, $0) }
            facts.append(.signal(.text, first.text))
            let quote = Quote(text: first.title, attribution: first.attribution)
            return request.candidate(
                isQuote ? .quote : .pick, title: first.title, url: first.url, content: isQuote ? .quote(quote) : .pick,
                time: first.post.time, facts: facts)
        }
    }
}
