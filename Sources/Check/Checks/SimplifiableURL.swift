internal import Newsletter
internal import Text

/// A URL has parts without an effect: an empty query or fragment, a doubled slash, a default port; or it leads through a
/// service that only redirects to the address in its query, such as `google.com/url?q=…`.
///
/// The shorter URL leads to the same page, and is easier to compare. Services that redirect count who follows the link.
struct SimplifiableURL: Check {
    static let id = "simplifiable-url"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.addresses.compactMap { link, parts in
            guard parts.isWeb, parts.hostFault(document.bytes) == nil else { return nil }
            if let target = redirected(parts, in: document) {
                return finding(
                    "the link leads through \(document.text(parts.host)) to another address", at: link.url,
                    in: document,
                    explanation: "Link to the address itself; the service counts who follows the link.",
                    fixes: target.isCertain
                        ? [document.fix("Write the address itself", replacing: link.url, with: target.url)] : [])
            }
            var splices: [Fix.Splice] = []
            if let mark = parts.questionMark, parts.query.isEmpty {
                splices.append(document.splice(mark..<(mark + 1), ""))
            }
            if let mark = parts.hash, parts.fragment.isEmpty { splices.append(document.splice(mark..<(mark + 1), "")) }
            if let port = parts.defaultPort { splices.append(document.splice(port, "")) }
            if !document.bytes[parts.path].contains(UInt8(ascii: ":")) {
                splices += doubledSlashes(parts.path, in: document)
            }
            guard let first = splices.first, let last = splices.map(\.range.bytes.upperBound).max() else { return nil }
            let start = splices.map(\.range.bytes.lowerBound).min() ?? first.range.bytes.lowerBound
            return finding(
                "the URL can be simplified", at: start..<last, in: document,
                explanation: "The marked part has no effect.",
                fixes: [Fix("Remove the part without an effect", isSafe: true, splices)])
        }
    }

    /// The address that a redirecting service has in its query.
    ///
    /// - Returns: the address, and whether it ends where its parameter ends: if its own query isn't escaped, nobody can
    ///   tell.
    private func redirected(_ parts: URLParts, in document: Document) -> (url: String, isCertain: Bool)? {
        guard !parts.query.isEmpty else { return nil }
        let place = document.text(parts.host.lowerBound..<parts.path.upperBound).lowercased()
        guard Self.services.contains(where: { place.hasSuffix($0) }) else { return nil }
        for pair in document.text(parts.query).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, ["q", "u", "url", "z"].contains(parts[0]) else { continue }
            let target = PercentEncoding.decoded(String(parts[1]))
            let isAddress = target.hasPrefix("https://") || target.hasPrefix("http://")
            if isAddress, !target.utf8.contains(where: { $0 <= 0x20 || "()<>".utf8.contains($0) }) {
                return (target, !parts[1].contains("?"))
            }
        }
        return nil
    }

    /// Host and path of services that do nothing but redirect.
    private static let services = [
        "www.google.com/url", "//google.com/url", "l.facebook.com/l.php", "lm.facebook.com/l.php",
        "safelinks.protection.outlook.com/", "www.youtube.com/redirect", "t.umblr.com/redirect", "out.reddit.com/",
        "l.instagram.com/", "href.li/", "slack-redir.net/link",
    ]

    private func doubledSlashes(_ path: Range<Int>, in document: Document) -> [Fix.Splice] {
        guard path.count > 1 else { return [] }
        var splices: [Fix.Splice] = []
        var index = path.lowerBound
        while index < path.upperBound {
            var end = index
            while end < path.upperBound, document.bytes[end] == UInt8(ascii: "/") { end += 1 }
            if end - index > 1 { splices.append(document.splice(index..<(end - 1), "")) }
            index = max(end, index + 1)
        }
        return splices
    }
}
