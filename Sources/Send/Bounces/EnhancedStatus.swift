/// An enhanced status code (RFC 3463), such as `5.1.1`.
package struct EnhancedStatus: Hashable, Sendable, CustomStringConvertible {
    /// 2 (delivered), 4 (may be delivered later) or 5 (never).
    package var kind: Int
    package var subject: Int
    package var detail: Int

    package init(_ kind: Int, _ subject: Int, _ detail: Int) {
        self.kind = kind
        self.subject = subject
        self.detail = detail
    }

    package var description: String { "\(kind).\(subject).\(detail)" }

    /// Whether the code says more than that something failed.
    var isSpecific: Bool { subject != 0 }

    /// A code that is a whole text.
    package init?(_ text: some StringProtocol) {
        let found = Self.codes(in: Array(text.utf8)[...])
        guard let first = found.first, first.range == 0..<text.utf8.count else { return nil }
        self = first.status
    }

    /// The first code in the value of the field `Status`, in which servers also write blanks, comments and replies.
    init?(statusField text: String) {
        let bytes = Array(StructuredText.withoutComments(text).utf8)[...]
        guard let first = Self.codes(in: bytes).first else { return nil }
        self = first.status
    }

    /// A code in a server's reply: one after a reply code of the same class (`550 5.1.1`, `550-5.1.1`) or after `#`;
    /// otherwise nil, because an address, a version or a section of a text looks the same.
    package static func replied(in text: ArraySlice<UInt8>) -> [EnhancedStatus] {
        codes(in: text).filter { isReply(text[..<(text.startIndex + $0.range.lowerBound)], $0.status.kind) }
            .map(\.status)
    }

    /// The code that the field `Diagnostic-Code` has, and otherwise what its reply code says: 550 is 5.0.0.
    init?(diagnosticField text: String) {
        let bytes = Array(text.utf8)[...]
        if let status = Self.replied(in: bytes).first {
            self = status
            return
        }
        let words = text.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }
        guard let reply = words.first(where: { $0.utf8.count == 3 && Int($0) != nil }), let kind = Int(reply.prefix(1)),
            [2, 4, 5].contains(kind)
        else { return nil }
        self.init(kind, 0, 0)
    }

    private static func isReply(_ before: ArraySlice<UInt8>, _ kind: Int) -> Bool {
        guard let last = before.last else { return false }
        if last == UInt8(ascii: "#") { return true }
        guard last == UInt8(ascii: " ") || last == UInt8(ascii: "-") else { return false }
        var digits = before.dropLast()
        // Some servers write `550 #5.1.1` or several blanks.
        while let byte = digits.last, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "#") { digits.removeLast() }
        let code = digits.suffix(3)
        return code.count == 3 && code.allSatisfy(isDigit) && code.first == UInt8(ascii: "0") + UInt8(kind)
            && digits.dropLast(3).last.map(isDigit) != true
    }

    /// Everything that looks like a code; the ranges begin at 0.
    private static func codes(in text: ArraySlice<UInt8>) -> [(range: Range<Int>, status: EnhancedStatus)] {
        var found: [(Range<Int>, EnhancedStatus)] = []
        var position = text.startIndex
        while let start = text[position...].firstIndex(where: isPartOfNumber) {
            let end = text[start...].firstIndex { !isPartOfNumber($0) } ?? text.endIndex
            position = end
            // A full stop may follow.
            let word = text[start..<end].last == UInt8(ascii: ".") ? text[start..<end].dropLast() : text[start..<end]
            guard word.count <= 9 else { continue }
            let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            let numbers = parts.compactMap { $0.count <= 3 ? Int(String(decoding: $0, as: UTF8.self)) : nil }
            guard parts.count == 3, numbers.count == 3, [2, 4, 5].contains(numbers[0]) else { continue }
            let range = (word.startIndex - text.startIndex)..<(word.endIndex - text.startIndex)
            found.append((range, EnhancedStatus(numbers[0], numbers[1], numbers[2])))
        }
        return found
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool { isDigit(byte) || byte == UInt8(ascii: ".") }
}
