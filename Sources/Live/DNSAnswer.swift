/// Reads the answer of a DNS server (RFC 1035, section 4).
struct DNSAnswer {
    /// The contents of its TXT records, each with its strings joined.
    let texts: [String]

    private static let txt = 16

    /// Nil if the bytes aren't an answer.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 12 else { return nil }
        func number(_ index: Int) -> Int { Int(bytes[index]) << 8 | Int(bytes[index + 1]) }
        let (questions, answers) = (number(4), number(6))
        var index = 12
        for _ in 0..<questions {
            guard let end = Self.nameEnd(index, bytes), end + 4 <= bytes.count else { return nil }
            index = end + 4
        }
        var texts: [String] = []
        for _ in 0..<answers {
            // Type, class, time to live, and the length of the data.
            guard let end = Self.nameEnd(index, bytes), end + 10 <= bytes.count else { return nil }
            let length = number(end + 8)
            guard end + 10 + length <= bytes.count else { return nil }
            if number(end) == Self.txt, let text = Self.text(bytes[(end + 10)..<(end + 10 + length)]) {
                texts.append(text)
            }
            index = end + 10 + length
        }
        self.texts = texts
    }

    /// A record's strings, each with its length before it, joined.
    private static func text(_ data: ArraySlice<UInt8>) -> String? {
        var text: [UInt8] = []
        var rest = data
        while let length = rest.popFirst() {
            guard rest.count >= Int(length) else { return nil }
            text += rest.prefix(Int(length))
            rest = rest.dropFirst(Int(length))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Where a name ends; a pointer to another name is its last part (RFC 1035, section 4.1.4).
    private static func nameEnd(_ start: Int, _ bytes: [UInt8]) -> Int? {
        var index = start
        while index < bytes.count {
            let length = Int(bytes[index])
            if length == 0 { return index + 1 }
            if length >= 0xC0 { return index + 2 }
            index += 1 + length
        }
        return nil
    }
}
