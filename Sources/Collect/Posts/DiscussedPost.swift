internal import Address
internal import Archive
internal import Newsletter
internal import Text

/// A post in a forum or network that links to an article, or is one itself.
struct DiscussedPost: Hashable, Sendable {
    var title: String
    /// The article's URL; nil if the post itself is the article.
    var article: String?
    /// The URL of the discussion.
    var discussion: String
    /// The author of the post.
    var author: String?
    /// The score on the site; nil if the site doesn't say.
    var score: Int?
    var comments: Int?
    /// When the post was published, in seconds since 1970.
    var time: Int
    /// Further facts that help an editor.
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
    /// The posts in the window as candidates, those with the highest score first; posts about the same article are
    /// combined.
    ///
    /// - Parameter least: the minimum score; posts whose score is unknown are always included.
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
