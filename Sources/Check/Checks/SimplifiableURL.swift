internal import Newsletter

/// A URL has parts without an effect: an empty query or fragment, a doubled slash, a default port.
///
/// The shorter URL leads to the same page, and is easier to compare.
struct SimplifiableURL: Check {
    static let id = "simplifiable-url"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.addresses.compactMap { link, parts in
            guard parts.isWeb, parts.hostFault(document.bytes) == nil else { return nil }
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
