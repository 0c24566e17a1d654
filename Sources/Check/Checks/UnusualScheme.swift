internal import Newsletter

/// A link has a scheme other than `https`, `http` and `mailto`.
///
/// Most readers have no program for other schemes, and some schemes run code.
struct UnusualScheme: Check {
    static let id = "unusual-scheme"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.addresses.compactMap { link, parts in
            let scheme = parts.scheme
            guard !scheme.isEmpty, !parts.isWeb else { return nil }
            let name = document.text(scheme).lowercased()
            // A mistyped `https` is reported by another check.
            guard !Self.usual.contains(name), MalformedURL.meant(name) == nil else { return nil }
            return finding(
                "'\(name)' is an unusual scheme", at: link.url, in: document,
                explanation: "Link to a web page instead.")
        }
    }

    private static let usual: Set<String> = ["http", "https", "mailto"]
}
