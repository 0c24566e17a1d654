internal import Newsletter

/// A link of another scheme than `https`, `http` and `mailto`.
///
/// Most readers have no program for it, and some schemes run code.
struct UnusualScheme: Check {
    static let id = "unusual-scheme"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.addresses.compactMap { link, parts in
            let scheme = parts.scheme
            guard !scheme.isEmpty, !parts.isWeb else { return nil }
            let name = document.text(scheme).lowercased()
            // What is a slip of `https` is told by another check.
            guard !Self.usual.contains(name), MalformedURL.meant(name) == nil else { return nil }
            return finding(
                "'\(name)' is an unusual scheme", at: link.url, in: document,
                explanation: "Link to a web page instead.")
        }
    }

    private static let usual: Set<String> = ["http", "https", "mailto"]
}
