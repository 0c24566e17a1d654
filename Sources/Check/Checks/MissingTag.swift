internal import Archive
internal import Newsletter

/// An entry lacks the tag that links to its host should have, such as `[video]` for a video host.
///
/// Readers want to know before they click. The settings say which hosts need which tag (`tags-of-hosts`); without this
/// setting, well-known video hosts need `[video]` if the issue uses that tag at all.
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
            // Among the talks of a conference, the tag says nothing new.
            if isOnly(hosts, section) { return [Finding]() }
            return section.entries.compactMap { entry -> Finding? in
                guard let url = entry.url, case .link = entry.content, let host = host(of: url), let tag = hosts[host],
                    !entry.tags.contains(where: { Self.isTag($0, tag) }), Self.isMedium(url)
                else { return nil }
                return missing(tag, host, entry, in: document)
            }
        }
    }

    /// Whether nearly all of a section's entries lead to hosts that need a tag, and none has one.
    private func isOnly(_ hosts: [String: String], _ section: Section) -> Bool {
        let entries = section.entries.filter { $0.url != nil }
        guard entries.count >= 4, entries.allSatisfy(\.tags.isEmpty) else { return false }
        return entries.count { $0.url.flatMap(host).map { hosts[$0] != nil } == true } * 10 >= entries.count * 9
    }

    private func missing(_ tag: String, _ host: String, _ entry: Entry, in document: Document) -> Finding {
        let line = document.lines[entry.range.start.line - 1]
        let start = max(line.content, entry.range.bytes.lowerBound)
        return finding(
            "the tag '[\(tag)]' is missing", at: document.place(of: entry), in: document,
            explanation: "Links to \(host) need this tag, so that readers know what to expect before they click.",
            // A title that says so in its own way must be edited by hand.
            fixes: document.text(line.bytes).lowercased().contains(tag.lowercased())
                ? [] : [document.fix("Add '[\(tag)]' before it", replacing: start..<start, with: "[\(tag)] ")])
    }

    private func host(of url: String) -> String? {
        let bytes = Array(url.utf8)
        let parts = URLParts(bytes, 0..<bytes.count)
        guard parts.isWeb else { return nil }
        var host = String(decoding: bytes[parts.host], as: UTF8.self).lowercased()
        for prefix in ["www.", "m.", "music."] where host.hasPrefix(prefix) { host.removeFirst(prefix.count) }
        return host
    }

    /// Whether a URL leads to a single video; channels and playlists don't need the tag.
    private static func isMedium(_ url: String) -> Bool {
        !["/@", "/channel/", "/c/", "/user/"].contains { url.contains($0) }
    }

    /// Whether a tag counts as the wanted one: `[video series]` and `[ES][video]` contain it, and `[audio]` is right
    /// for a video that is only sound.
    private static func isTag(_ tag: String, _ wanted: String) -> Bool {
        let tag = tag.lowercased()
        return tag.contains(wanted.lowercased()) || wanted == "video" && tag.contains("audio")
    }

    private static let videoHosts = [
        "youtube.com": "video", "youtu.be": "video", "vimeo.com": "video", "twitch.tv": "video",
    ]
}
