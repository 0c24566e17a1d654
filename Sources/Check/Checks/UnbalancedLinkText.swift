internal import Newsletter

/// A bracket in a link's text is never closed, or was never opened.
///
/// Often, a part of the title is missing, or the link's own bracket is in the wrong position.
struct UnbalancedLinkText: Check {
    static let id = "unbalanced-link-text"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.titledLinks.compactMap { link in
            guard let place = Self.unbalanced(link.text, in: document) else { return nil }
            return finding(
                "the bracket '\(document.text(place..<(place + 1)))' in the link's text has no counterpart",
                at: place..<(place + 1), in: document,
                explanation: "Complete the title, or move the link's own bracket.")
        }
    }

    /// The first unbalanced bracket; brackets in code and in `:)` don't count.
    private static func unbalanced(_ text: Range<Int>, in document: Document) -> Int? {
        let bytes = document.bytes
        var open: [(offset: Int, close: UInt8)] = []
        var index = text.lowerBound
        while index < text.upperBound {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "`"):
                let rest = bytes[(index + 1)..<text.upperBound]
                guard let close = rest.firstIndex(of: UInt8(ascii: "`")) else { return nil }
                index = close
            case UInt8(ascii: "("): open.append((index, UInt8(ascii: ")")))
            case UInt8(ascii: "{"): open.append((index, UInt8(ascii: "}")))
            case UInt8(ascii: ")"), UInt8(ascii: "}"):
                if let last = open.last, last.close == byte {
                    open.removeLast()
                } else if !isPartOfFaceOrList(index, text, bytes) {
                    return index
                }
            default: break
            }
            index += 1
        }
        return open.last.flatMap { isFace($0.offset, text, bytes) ? nil : $0.offset }
    }

    /// Whether a bracket belongs to `:)`, `;-)`, or to the `1)` or `a)` of a list.
    private static func isPartOfFaceOrList(_ index: Int, _ text: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard index > text.lowerBound else { return false }
        let before = bytes[index - 1]
        if before == 0x3A || before == 0x3B || before == 0x2D || before == 0x3D { return true }
        let isStart = index - 1 == text.lowerBound || ASCII.isSpace(bytes[index - 2])
        return isStart && (ASCII.isDigit(before) || ASCII.isLetter(before))
    }

    private static func isFace(_ index: Int, _ text: Range<Int>, _ bytes: [UInt8]) -> Bool {
        index > text.lowerBound && (bytes[index - 1] == 0x3A || bytes[index - 1] == 0x3B)
    }
}
