/// A pattern for canonical addresses as it is written in the settings, such as `github.com/*/*`.
///
/// `*` matches one segment of the path, or the rest of a segment (`*.substack.com`, `issue-*`); `**` at the end matches
/// everything that follows.
struct URLPattern: Sendable {
    private let parts: [[UInt8]]
    private let isOpen: Bool

    init(_ pattern: String) {
        var parts = pattern.split(separator: "/", omittingEmptySubsequences: true).map { Array($0.utf8) }
        isOpen = parts.last.map { $0.elementsEqual("**".utf8) } == true
        if isOpen { parts.removeLast() }
        self.parts = parts
    }

    /// A canonical address split into its parts, for matching it against many patterns.
    struct Address {
        fileprivate var parts: [ArraySlice<UInt8>]

        init(_ canonical: String) {
            parts = Array(canonical.utf8.prefix { $0 != UInt8(ascii: "?") }).split(separator: UInt8(ascii: "/"))
        }
    }

    func matches(_ address: Address) -> Bool {
        let found = address.parts
        guard isOpen ? found.count >= parts.count : found.count == parts.count else { return false }
        return zip(found, parts).allSatisfy { Self.matches($0, $1[...]) }
    }

    private static func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        guard let star = pattern.firstIndex(of: UInt8(ascii: "*")) else { return text.elementsEqual(pattern) }
        let (head, tail) = (pattern[..<star], pattern[(star + 1)...])
        return text.count >= head.count + tail.count && text.starts(with: head)
            && text.suffix(tail.count).elementsEqual(tail)
    }
}
