/// Unifies the URLs of sites that have several URLs for the same page.
enum KnownShapes {
    static func unify(host: inout String, segments: inout [String], parameters: inout [String]) {
        switch host {
        case "youtu.be":
            guard let id = segments.first else { return }
            (host, segments) = ("youtube.com", ["watch"])
            parameters.append("v=" + id)
        case "youtube.com":
            guard segments.count == 2, ["embed", "shorts", "live", "v"].contains(segments[0]) else { return }
            parameters.append("v=" + segments[1])
            segments = ["watch"]
        case "github.com":
            // The tabs of a pull request belong to the same pull request.
            if segments.count > 4, segments[2] == "pull" { segments.removeLast(segments.count - 4) }
            if segments.count == 2, segments[1].hasSuffix(".git") { segments[1].removeLast(4) }
        case "meetup.com":
            if let first = segments.first, isLanguage(first) { segments.removeFirst() }
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
