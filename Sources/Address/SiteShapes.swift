/// Sites that have several URLs for the same page, one of which readers know best.
enum SiteShapes {
    static func unify(_ parts: inout AddressParts) {
        switch parts.host {
        case "youtu.be":
            guard let id = parts.segments.first else { return }
            (parts.host, parts.segments) = ("youtube.com", ["watch"])
            parts.parameters.append("v=" + id)
        case "youtube.com":
            let segments = parts.segments
            guard segments.count == 2, ["embed", "shorts", "live", "v", "e"].contains(segments[0]) else { return }
            if segments[1] == "videoseries" {
                parts.segments = ["playlist"]
            } else {
                parts.parameters.append("v=" + segments[1])
                parts.segments = ["watch"]
            }
        case "github.com":
            // The tabs of a pull request belong to the same pull request.
            if parts.segments.count > 4, parts.segments[2] == "pull" { parts.segments.removeSubrange(4...) }
            if parts.segments.count == 2, parts.segments[1].hasSuffix(".git") { parts.segments[1].removeLast(4) }
        case "meetup.com":
            if let first = parts.segments.first, isLanguage(first) { parts.segments.removeFirst() }
        default: break
        }
    }

    /// Whether a path segment is a language, `de-DE` or `es`, which Meetup puts before the group.
    private static func isLanguage(_ segment: String) -> Bool {
        let parts = segment.split(separator: "-")
        guard let first = parts.first, first.utf8.count == 2, first.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
            return false
        }
        return parts.count == 1
            || parts.count == 2 && parts[1].utf8.count == 2 && parts[1].utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    }
}
