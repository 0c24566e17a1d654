/// Gives all host names of the same site, such as `www.` and mobile hosts, the same form.
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
        return aliases[host] ?? host
    }

    /// Whether a site is reachable under other host names, too.
    static func hasOtherNames(_ host: some Collection<UInt8>) -> Bool {
        aliases.contains { $0.key.utf8.count == host.count && host.elementsEqual($0.key.utf8) }
    }

    private static func hasDot(_ host: Substring) -> Bool { host.contains(".") }

    private static let aliases = [
        "twitter.com": "x.com",
        "lu.ma": "luma.com",
        "old.reddit.com": "reddit.com",
        "new.reddit.com": "reddit.com",
        "np.reddit.com": "reddit.com",
        "music.youtube.com": "youtube.com",
        "youtube-nocookie.com": "youtube.com",
    ]
}
