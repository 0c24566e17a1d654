/// The sites whose URLs need more than the plain rules, by the last two labels of their hosts.
enum KnownSites {
    static func contain(_ host: some BidirectionalCollection<UInt8>) -> Bool {
        if families.contains(where: { host.starts(with: $0.utf8) }) { return true }
        var hash = FNV()
        var dots = 0
        for byte in host.reversed() {
            if byte == UInt8(ascii: ".") {
                dots += 1
                if dots == 2 { break }
            }
            hash.add(byte)
        }
        return hashes.contains(hash.value)
    }

    /// FNV-1a, which needs no copy of the bytes.
    private struct FNV {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    private static let hashes = Set(
        names.map { name in name.utf8.reversed().reduce(into: FNV()) { $0.add($1) }.value })

    /// Sites with a host for each country.
    private static let families = ["eventbrite.", "amazon."]

    private static let names = [
        "twitter.com", "x.com", "lu.ma", "reddit.com", "redd.it", "youtube.com", "youtube-nocookie.com", "youtu.be",
        "vimeo.com", "wikipedia.org", "github.com", "gitlab.com", "codeberg.org", "githubusercontent.com",
        "meetup.com", "ycombinator.com", "lobste.rs", "stackoverflow.com", "superuser.com", "serverfault.com",
        "askubuntu.com", "stackexchange.com", "arxiv.org", "doi.org", "acm.org", "crates.io", "docs.rs", "pypi.org",
        "spotify.com", "google.com", "medium.com",
    ]
}
