/// Normalizes the host names under which the same site is reachable.
enum CanonicalHost {
    static func folded(_ authority: String) -> String {
        // An address leads to the same page with or without a user name and password.
        var host = authority.split(separator: "@").last.map { $0.lowercased() } ?? ""
        for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
        while host.hasSuffix(".") { host.removeLast() }
        for prefix in ["www.", "m.", "mobile.", "amp."]
        where host.hasPrefix(prefix) && hasDot(host.dropFirst(prefix.count)) {
            host.removeFirst(prefix.count)
        }
        // Wikipedia's mobile pages have `m` after the language.
        if host.hasSuffix(".m.wikipedia.org") { host = host.dropLast(16) + ".wikipedia.org" }
        if !host.utf8.allSatisfy({ $0 < 0x80 }) { host = ascii(host) }
        return aliases[host] ?? host
    }

    /// The host with other letters than ASCII encoded, as most programs write it.
    private static func ascii(_ host: String) -> String {
        host.split(separator: ".", omittingEmptySubsequences: false).map { label in
            // A label that can't be a host's name is compared as it is.
            (try? DomainLabel.ascii(label)) ?? String(label)
        }.joined(separator: ".")
    }

    private static func hasDot(_ host: Substring) -> Bool { host.contains(".") }

    private static let aliases = [
        "twitter.com": "x.com",
        "lu.ma": "luma.com",
        "old.reddit.com": "reddit.com",
        "new.reddit.com": "reddit.com",
        "np.reddit.com": "reddit.com",
        "sh.reddit.com": "reddit.com",
        "i.reddit.com": "reddit.com",
        "music.youtube.com": "youtube.com",
        "youtube-nocookie.com": "youtube.com",
    ]
}
