internal import Address
internal import Newsletter
internal import Text

/// One host, or one author on a shared host, has more entries than the publication allows (`entries-per-author`).
///
/// On hosts with many authors (GitHub, Medium, YouTube and the like), the first segment of the path identifies the
/// author.
struct TooManyOfOne: Check {
    static let id = "too-many-of-one"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        guard let most = context.settings.entriesPerAuthor else { return [] }
        var counts: [String: Int] = [:]
        return document.entries.compactMap { checked in
            guard checked.kind == .links, let author = Self.author(CanonicalURL.readable(checked.url)) else {
                return nil
            }
            counts[author, default: 0] += 1
            guard let count = counts[author], count > most else { return nil }
            return finding(
                "this is entry \(count) by \(author)", at: document.place(of: checked.entry), in: document,
                explanation: "The publication allows \(most.counted("entry", "entries")) per author; keep the best.")
        }
    }

    /// The author, or nil if the address doesn't say: video URLs don't contain a name.
    private static func author(_ canonical: String) -> String? {
        let parts = canonical.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
        guard let host = parts.first.map(String.init) else { return nil }
        if silent.contains(host) { return nil }
        guard shared.contains(host) else { return host }
        return parts.count > 1 ? "\(host)/\(parts[1])" : nil
    }

    private static let silent: Set<String> = [
        "youtube.com", "reddit.com", "news.ycombinator.com", "docs.google.com", "arxiv.org", "vimeo.com",
    ]
    private static let shared: Set<String> = [
        "github.com", "gitlab.com", "codeberg.org", "medium.com", "dev.to", "gist.github.com", "hackmd.io",
        "linkedin.com",
        "x.com", "mastodon.social", "substack.com", "twitch.tv", "zenn.dev", "qiita.com",
    ]
}
