/// Sites whose URLs have an identifier, and beside it words that may be missing or spelt in several ways.
enum SiteIdentities {
    static func unify(_ parts: inout AddressParts) {
        switch parts.host {
        case "youtube.com": unifyYouTube(&parts)
        case "vimeo.com", "player.vimeo.com":
            parts.host = "vimeo.com"
            if parts.segments.count == 2, parts.segments[0] == "video" { parts.segments.removeFirst() }
            parts.removeTime()
        case "github.com", "gitlab.com", "codeberg.org", "gist.github.com": ForgeIdentities.unify(&parts)
        case "reddit.com", "redd.it": unifyReddit(&parts)
        case "x.com": unifyStatus(&parts)
        case "news.ycombinator.com":
            if parts.segments == ["item"], let id = parts.value(of: "id") { parts.parameters = ["id=" + id] }
        case "lobste.rs":
            if parts.segments.count > 2, parts.segments[0] == "s" { parts.segments.removeSubrange(2...) }
        case "stackoverflow.com", "superuser.com", "serverfault.com", "askubuntu.com": unifyQuestion(&parts)
        case "arxiv.org", "export.arxiv.org", "doi.org", "dx.doi.org", "dl.acm.org": PaperIdentities.unify(&parts)
        case "crates.io", "docs.rs", "pypi.org": PackageIdentities.unify(&parts)
        case "open.spotify.com":
            if parts.segments.first?.hasPrefix("intl-") == true { parts.segments.removeFirst() }
        case "docs.google.com", "drive.google.com": unifyDocument(&parts)
        case "meetup.com":
            if let group = parts.segments.first { parts.segments[0] = group.lowercased() }
        default: unifyFamily(&parts)
        }
    }

    /// Sites with many hosts.
    private static func unifyFamily(_ parts: inout AddressParts) {
        if parts.host.hasSuffix(".stackexchange.com") {
            unifyQuestion(&parts)
        } else if parts.host == "medium.com" || parts.host.hasSuffix(".medium.com") {
            // `medium.com/@ann/some-title-0123456789ab`
            guard let id = parts.segments.last?.split(separator: "-").last, 10...12 ~= id.utf8.count,
                id.utf8.allSatisfy({ HexadecimalDigit.value($0) != nil })
            else { return }
            (parts.host, parts.segments) = ("medium.com", ["p", String(id)])
        } else if parts.host.hasPrefix("eventbrite."), parts.segments.count == 2, parts.segments[0] == "e" {
            // `eventbrite.de/e/some-title-tickets-123`
            guard let id = parts.segments[1].split(separator: "-").last, Int(id) != nil else { return }
            (parts.host, parts.segments, parts.parameters) = ("eventbrite.com", ["e", String(id)], [])
        } else if parts.host.hasPrefix("amazon."), let mark = parts.segments.firstIndex(where: { isProductMark($0) }),
            mark + 1 < parts.segments.count
        {
            (parts.segments, parts.parameters) = (["dp", parts.segments[mark + 1]], [])
        } else if parts.segments.first == "t" {
            unifyTopic(&parts)
        }
    }

    private static func isProductMark(_ segment: String) -> Bool { segment == "dp" || segment == "product" }

    /// A video at any second, or as part of any list, is the video.
    private static func unifyYouTube(_ parts: inout AddressParts) {
        if parts.segments == ["watch"], let id = parts.value(of: "v") {
            parts.parameters = ["v=" + id]
            parts.removeTime()
        } else if parts.segments == ["playlist"], let list = parts.value(of: "list") {
            parts.parameters = ["list=" + list]
        }
    }

    /// `/r/rust/comments/ID/some_title/COMMENT`, `/comments/ID`, `/gallery/ID`, `redd.it/ID`; the subreddit in any case.
    private static func unifyReddit(_ parts: inout AddressParts) {
        if parts.host == "redd.it" {
            guard parts.segments.count == 1 else { return }
            (parts.host, parts.segments) = ("reddit.com", ["comments", parts.segments[0]])
        }
        if let kind = parts.segments.first, kind == "u" { parts.segments[0] = "user" }
        if parts.segments.count > 1, ["r", "user"].contains(parts.segments[0]) {
            parts.segments[1] = parts.segments[1].lowercased()
        }
        guard let mark = parts.segments.firstIndex(where: { $0 == "comments" || $0 == "gallery" }),
            mark + 1 < parts.segments.count
        else { return }
        let rest = parts.segments[(mark + 1)...].map { $0.lowercased() }
        // After the post's ID comes its title, or `comment`, and then a comment's ID.
        parts.segments = ["comments", rest[0]] + rest.dropFirst(2).prefix(1)
        parts.parameters = []
    }

    /// `/ann/status/1`, `/i/web/status/1/photo/1`.
    private static func unifyStatus(_ parts: inout AddressParts) {
        guard let mark = parts.segments.firstIndex(where: { $0 == "status" || $0 == "statuses" }),
            mark + 1 < parts.segments.count
        else {
            if parts.segments.count == 1 { parts.segments[0] = parts.segments[0].lowercased() }
            return
        }
        (parts.segments, parts.parameters) = (["status", parts.segments[mark + 1]], [])
    }

    /// `/questions/1/some-title/2#2` and `/a/2` for an answer, `/questions/1/some-title` and `/q/1` for a question.
    private static func unifyQuestion(_ parts: inout AddressParts) {
        guard parts.segments.count > 1, Int(parts.segments[1]) != nil else { return }
        switch parts.segments[0] {
        case "questions":
            if parts.segments.count > 3, Int(parts.segments[3]) != nil {
                if parts.fragment == parts.segments[3] { parts.fragment = "" }
                parts.segments = ["a", parts.segments[3]]
            } else {
                parts.segments = ["q", parts.segments[1]]
            }
        case "q", "a": parts.segments.removeSubrange(2...)
        default: return
        }
        parts.parameters = []
    }

    /// Discourse, on any host: `/t/some-title/1`, `/t/1`, `/t/some-title/1/5` for its fifth post.
    private static func unifyTopic(_ parts: inout AddressParts) {
        guard let mark = parts.segments.dropFirst().firstIndex(where: { Int($0) != nil }), mark <= 2 else { return }
        let post = parts.segments.dropFirst(mark + 1).first.flatMap { $0 == "1" ? nil : $0 }
        parts.segments = ["t", parts.segments[mark]] + (post.map { [$0] } ?? [])
        parts.parameters.removeAll { $0.hasPrefix("u=") }
    }

    /// A document in any view: `/document/d/ID/edit?usp=sharing`, `/forms/d/e/ID/viewform`.
    private static func unifyDocument(_ parts: inout AddressParts) {
        guard parts.segments.count > 2, parts.segments[1] == "d" else { return }
        let length = parts.segments[2] == "e" ? 4 : 3
        parts.segments = Array(parts.segments.prefix(length))
        parts.parameters = []
    }
}

extension AddressParts {
    /// Removes the second at which a player starts.
    fileprivate mutating func removeTime() {
        if fragment.hasPrefix("t=") { fragment = "" }
        parameters.removeAll { $0.hasPrefix("t=") }
    }
}
