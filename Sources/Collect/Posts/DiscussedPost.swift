internal import Address
internal import Archive
internal import Newsletter
internal import Text

/// A post of a forum or network that points to an article, or is one itself.
struct DiscussedPost: Hashable, Sendable {
    var title: String
    /// The article; nil where the post is what there is to read.
    var article: String?
    /// Where people talk about it.
    var discussion: String
    /// Who posted it.
    var author: String?
    /// As the place counts; nil where it does not tell.
    var score: Int?
    var comments: Int?
    /// Seconds since 1970.
    var time: Int
    /// What else helps an editor.
    var further: [Candidate.Fact] = []

    func candidate(_ request: SourceRequest) -> Candidate {
        var facts: [Candidate.Fact] = []
        if let score { facts.append(.count(.score, score)) }
        if let comments { facts.append(.count(.comments, comments)) }
        if let author, !author.isEmpty { facts.append(.note("posted by", author.collapsingBlanks)) }
        facts.append(.signal(.discussion, discussion))
        // People can put any address into a post; only the web's are for readers.
        let link = article.flatMap { LinkHost.of($0) == nil ? nil : $0 }
        return request.candidate(
            .links, title: title, url: link ?? discussion, time: time, facts: facts + further)
    }
}

extension SourceRequest {
    /// The posts of its window as candidates, the best liked first; those about one article are one.
    ///
    /// - Parameter least: the score that a post needs; one that no score is told of needs none.
    func result(_ posts: [DiscussedPost], least: Int = 0, faults: [SourceFault] = []) -> CollectionResult {
        let window = overlapping
        let chosen = posts.filter { post in
            window.contains(post.time) && (post.score.map { $0 >= least } ?? true)
        }
        var faults = faults
        // Left out here, for comparing addresses takes its time.
        let known = chosen.filter { ($0.article ?? "").utf8.count <= CollectionLimits.address }
        if known.count < chosen.count {
            let most = CollectionLimits.address
            var fault = self.fault("an address is longer than \(most) bytes; its post was left out")
            fault.isCut = true
            faults.append(fault)
        }
        var seen: Set<String> = []
        let distinct = known.sorted { ($0.time, $0.discussion) < ($1.time, $1.discussion) }
            .filter { seen.insert($0.discussion).inserted }
        let merged = ArticleMerge.merged(distinct.map { $0.candidate(self) })
        return CollectionResult(merged.sorted { $0.count(.score) ?? 0 > $1.count(.score) ?? 0 }, faults: faults)
    }
}
