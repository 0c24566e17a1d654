internal import Archive
internal import Newsletter

/// An entry lacks the tag that its host asks for, such as `[video]` before a link to a video host.
///
/// Readers want to know before they click. Which hosts ask for which tag is told by the settings (`tags-of-hosts`); without
/// any, the well-known video hosts ask for `[video]` as soon as the issue itself uses that tag.
struct MissingTag: Check {
    static let id = "missing-tag"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let settings = context.settings
        let links = document.issue.sections.filter { $0.kind == .links }
        let isUsed = links.contains { $0.entries.contains { $0.tags.contains { $0.lowercased() == "video" } } }
        let hosts = settings.tagsOfHosts.isEmpty ? (isUsed ? Self.videoHosts : [:]) : settings.tagsOfHosts
        guard !hosts.isEmpty else { return [] }
        return links.flatMap { section in
            section.entries.compactMap { entry -> Finding? in
                guard let url = entry.url, case .link = entry.content, let host = host(of: url), let tag = hosts[host],
                    !entry.tags.contains(where: { Self.isTag($0, tag) }), Self.isMedium(url)
                else { return nil }
                return missing(tag, host, entry, in: document)
            }
        }
    }

    private func missing(_ tag: String, _ host: String, _ entry: Entry, in document: Document) -> Finding {
        let line = document.lines[entry.range.start.line - 1]
        let start = max(line.content, entry.range.bytes.lowerBound)
        return finding(
            "the tag '[\(tag)]' is missing", at: document.place(of: entry), in: document,
            explanation: "Links to \(host) carry it, so that readers know before they click.",
            fixes: [document.fix("Put '[\(tag)]' before it", replacing: start..<start, with: "[\(tag)] ")])
    }

    private func host(of url: String) -> String? {
        let bytes = Array(url.utf8)
        let parts = URLParts(bytes, 0..<bytes.count)
        guard parts.isWeb else { return nil }
        var host = String(decoding: bytes[parts.host], as: UTF8.self).lowercased()
        for prefix in ["www.", "m.", "music."] where host.hasPrefix(prefix) { host.removeFirst(prefix.count) }
        return host
    }

    /// A channel or a list of videos is none.
    private static func isMedium(_ url: String) -> Bool {
        !["/@", "/channel/", "/c/", "/user/"].contains { url.contains($0) }
    }

    /// `[video series]` and `[ES][video]` carry it too, and where there is only sound to a video `[audio]` is right.
    private static func isTag(_ tag: String, _ wanted: String) -> Bool {
        let tag = tag.lowercased()
        return tag.contains(wanted.lowercased()) || wanted == "video" && tag.contains("audio")
    }

    private static let videoHosts = [
        "youtube.com": "video", "youtu.be": "video", "vimeo.com": "video", "twitch.tv": "video",
    ]
}
