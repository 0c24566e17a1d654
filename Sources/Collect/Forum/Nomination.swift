internal import Address
internal import Archive
internal import Newsletter
internal import Text

/// A post that nominates a pick or a quote for the next issue.
struct Nomination: Hashable, Sendable {
    var post: ForumPost
    /// The nominee's page; nil if the post doesn't link to one.
    var url: String?
    /// The nominee's name; for a quote, its text.
    var title: String
    /// The author of a quote, from the post's link.
    var attribution: String?
    /// The other links.
    var others: [String]
    /// The post as text, on one line.
    var text: String
    var isOwn: Bool

    /// - Parameters:
    ///   - hosts: the hosts of nominees' pages, the likeliest first.
    /// - Returns: nil for posts that only continue a conversation: those that answer somebody and have no link.
    init?(_ post: ForumPost, forum: String, isQuote: Bool, hosts: [String]) {
        let text = post.content.textOfHTML
        guard !text.isEmpty else { return nil }
        let quotation = isQuote ? Self.quotation(in: post.content) : nil
        let here = LinkHost.of(forum)
        let links = ContentLinks.links(in: post.content, at: post.url).filter { isQuote || LinkHost.of($0.url) != here }
        if links.isEmpty && quotation == nil, post.answers != nil || isQuote { return nil }
        let chosen =
            hosts.lazy.compactMap { host in links.first { LinkHost.of($0.url) == host } }.first ?? links.first
        self.post = post
        self.text = text.abridged(to: 500)
        url = chosen?.url
        title = quotation ?? chosen.map(Self.name) ?? text.abridged(to: 120)
        attribution = isQuote ? chosen.flatMap { $0.showsItsAddress ? nil : $0.text } : nil
        others = links.map(\.url).filter { $0 != chosen?.url }
        isOwn = links.contains { Self.isOwner(post, of: $0.url) } || Self.saysItIsOwn(text)
    }

    /// The quoted text, without the forum's quotations of earlier posts.
    private static func quotation(in content: String) -> String? {
        guard let root = MarkupLibrary.html(fragment: content) else { return nil }
        let ofPosts = root.all("aside").flatMap { $0.all("blockquote") }
        let text = root.all("blockquote").first { !ofPosts.contains($0) }?.shownText
        return text.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The text of a link, or the last part of a bare URL: `serde` in `https://crates.io/crates/serde`.
    private static func name(of link: ContentLinks.Link) -> String {
        if !link.showsItsAddress { return link.text }
        let path = CanonicalURL.readable(link.url).prefix { $0 != "?" && $0 != "#" }
        return path.split(separator: "/").last.map(String.init) ?? link.url
    }

    // MARK: Whose it is

    /// Whether a forge has the linked repository under the name of the post's author.
    private static func isOwner(_ post: ForumPost, of url: String) -> Bool {
        guard let owner = RepositoryOwner.of(url) else { return false }
        return [post.author, post.authorName ?? ""].map(plain).contains(plain(owner))
    }

    private static func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

    private static func saysItIsOwn(_ text: String) -> Bool {
        let words = text.lowercased()
        return ownWords.contains { words.range(ofBytes: $0) != nil }
    }

    private static let ownWords = [
        "self-nominat", "self nominat", "self-suggest", "self suggest", "self-promo", "shameless plug", "my crate",
        "my own crate", "my library", "i'm the author", "i am the author", "i’m the author", "crate i made",
        "crate i wrote",
    ]
}

/// Finds the account that a URL on a forge belongs to.
enum RepositoryOwner {
    /// The account: `serde-rs` for `https://github.com/serde-rs/serde` and for pages at `serde-rs.github.io`.
    static func of(_ url: String) -> String? {
        let parts = CanonicalURL.readable(url).split(separator: "/").map(String.init)
        guard let host = parts.first else { return nil }
        for pages in [".github.io", ".gitlab.io", ".codeberg.page"] where host.hasSuffix(pages) {
            return String(host.dropLast(pages.count))
        }
        guard forges.contains(host), parts.count > 1 else { return nil }
        return parts[1].hasPrefix("~") ? String(parts[1].dropFirst()) : parts[1]
    }

    private static let forges: Set<String> = [
        "github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "sr.ht", "git.sr.ht",
    ]
}
