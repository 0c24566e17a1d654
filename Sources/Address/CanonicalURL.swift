/// The normalized form of a URL for comparison: two URLs with the same canonical form lead to the same place.
///
/// The scheme, the forms of a host (`www.`, mobile sites), tracking parameters, the order of parameters, trailing
/// slashes, `index.html` and escapes make no difference, nor do the several URLs that large sites have for one thing
/// (``SiteShapes``, ``SiteIdentities``). A fragment counts, unless it is at the beginning of the page or at its comments
/// (``PositionalFragment``).
///
/// Messages always show the URL that the editor wrote.
package struct CanonicalURL: Hashable, Sendable, CustomStringConvertible {
    /// `host/path?parameters#fragment`, without a scheme for web URLs; other schemes are kept.
    package let description: String

    /// - Parameter url: as written; text that isn't a web URL is only trimmed.
    package init(_ url: String) {
        description = PlainURL.canonical(url) ?? AddressParts.normalized(url, isUnified: true)
    }

    /// Handles all kinds of URLs.
    init(takingApart url: String) {
        description = AddressParts.normalized(url, isUnified: true)
    }

    /// The page that the URL leads to: the canonical form without the fragment, unless an application uses it for
    /// routing.
    package var page: String { Self.page(of: description) }

    /// - Parameter canonical: the ``description`` of a canonical URL.
    package static func page(of canonical: String) -> String {
        guard let hash = canonical.utf8.firstIndex(of: UInt8(ascii: "#")) else { return canonical }
        let next = canonical.utf8.index(after: hash)
        if next < canonical.endIndex, PositionalFragment.isRoute(canonical[next...]) { return canonical }
        return String(canonical[..<hash])
    }

    /// The URL normalized for patterns and names: as ``description``, but with the path that readers know, and without
    /// a fragment.
    package static func readable(_ url: String) -> String {
        PlainURL.canonical(url) ?? page(of: AddressParts.normalized(url, isUnified: false))
    }
}

/// Fragments that lead to the page as a whole.
enum PositionalFragment {
    /// Whether an application uses the fragment for routing, so that it is part of the page's address.
    static func isRoute(_ fragment: Substring) -> Bool { fragment.hasPrefix("!") || fragment.hasPrefix("/") }

    /// The fragment, or "" if it only leads to the page, or to its comments.
    ///
    /// A text directive (`:~:text=…`, URL Fragment Text Directives, section 3.3) highlights a passage.
    static func removed(from fragment: Substring, on host: String) -> Substring {
        if isRoute(fragment) { return fragment }
        var fragment = fragment
        if let directive = fragment.firstRange(of: ":~:") { fragment = fragment[..<directive.lowerBound] }
        if words.contains(fragment.lowercased()) || isTracking(fragment, on: host) { return "" }
        return fragment
    }

    private static func isTracking(_ fragment: Substring, on host: String) -> Bool {
        guard fragment.utf8.contains(UInt8(ascii: "=")) else { return false }
        return fragment.split(separator: "&").allSatisfy { parameter in
            parameter.contains("=")
                && TrackingParameters.contains(parameter.prefix { $0 != "=" }.lowercased(), on: host)
        }
    }

    private static let words: Set<String> = ["top", "content", "readme", "comments", "respond"]
}
