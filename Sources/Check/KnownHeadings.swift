internal import Newsletter

/// The headings that a publication's settings name, prepared for looking up misspelt ones.
struct KnownHeadings: Sendable {
    private var names: [[UInt8]: String] = [:]
    private var beginnings: [[UInt8]] = []

    /// The minimum length in bytes; shorter headings are similar to too many others.
    static let shortest = 7

    init(_ rules: [SectionRule]) {
        for heading in rules.flatMap(\.headings) where !heading.isEmpty && heading != "*" {
            if heading.hasSuffix("*") {
                beginnings.append(Self.key(String(heading.dropLast())))
            } else {
                names[Self.key(heading)] = heading
            }
        }
    }

    /// The correct form of a misspelt heading, or nil if the heading is known or similar to none.
    func meant(_ heading: String) -> String? {
        let key = Self.key(heading)
        guard names[key] == nil, !beginnings.contains(where: { key.starts(with: $0) }) else { return nil }
        let near = names.filter {
            $0.key.count >= Self.shortest && Typo.isOne(key, $0.key) && !Self.differInDigits(key, $0.key)
        }
        if let name = near.values.min() { return name }
        // Something was appended by mistake: `Crate of the Weekn-rust`.
        return names.filter { known, _ in
            known.count >= 12 && key.count > known.count + 1 && key.starts(with: known)
                && ASCII.isWord(key[known.count])
        }.max { $0.key.count < $1.key.count }?.value
    }

    /// Whether two headings differ only in an `s` at the end of words: `Package of the week`, `Packages of the week`.
    static func differInNumber(_ left: String, _ right: String) -> Bool {
        let words = [left, right].map { heading in
            heading.lowercased().split(separator: " ").map { $0.hasSuffix("s") ? $0.dropLast() : $0 }
        }
        return words[0] == words[1]
    }

    /// Whether only digits differ: `RustConf 2026` isn't a misspelt `RustConf 2024`.
    private static func differInDigits(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.filter { !ASCII.isDigit($0) } == right.filter { !ASCII.isDigit($0) }
    }

    /// Normalizes a heading the way ``SectionRules`` compares headings.
    private static func key(_ heading: String) -> [UInt8] {
        var key = Array(heading.lowercased().utf8)[...]
        while let last = key.last, ASCII.isSpace(last) || ":.,;!?".utf8.contains(last) { key.removeLast() }
        while let first = key.first, ASCII.isSpace(first) { key.removeFirst() }
        return Array(key)
    }
}
