/// A language tag (BCP 47), such as `en`, `pt-BR` or `zh-Hant-TW`.
package struct LanguageTag: Hashable, Sendable {
    package let text: String

    /// Nil if the text isn't well-formed (RFC 5646, section 2.1); the old grandfathered tags are refused, since all of
    /// them have a replacement.
    package init?(_ text: String) {
        var parts = text.split(separator: "-", omittingEmptySubsequences: false)[...]
        guard !parts.isEmpty, parts.allSatisfy({ 1...8 ~= $0.utf8.count && $0.utf8.allSatisfy(Self.isAlphanumeric) })
        else { return nil }
        self.text = text
        if parts.first?.lowercased() == "x" {
            guard parts.count > 1 else { return nil }
            return
        }
        guard let language = parts.popFirst(), language.utf8.count >= 2, Self.isLetters(language) else { return nil }
        var extensions = 0
        while language.utf8.count <= 3, extensions < 3, let next = parts.first, next.utf8.count == 3,
            Self.isLetters(next)
        {
            parts.removeFirst()
            extensions += 1
        }
        if let script = parts.first, script.utf8.count == 4, Self.isLetters(script) { parts.removeFirst() }
        if let region = parts.first, Self.isRegion(region) { parts.removeFirst() }
        while let variant = parts.first, Self.isVariant(variant) { parts.removeFirst() }
        while let singleton = parts.first {
            guard singleton.utf8.count == 1 else { return nil }
            parts.removeFirst()
            let isPrivate = singleton.lowercased() == "x"
            let values = parts.prefix { isPrivate || $0.utf8.count >= 2 }
            guard !values.isEmpty else { return nil }
            parts = parts.dropFirst(values.count)
        }
    }

    /// The language itself, in lower case: `pt` for `pt-BR`.
    package var language: String { text.prefix { $0 != "-" }.lowercased() }

    /// Whether the language is written from right to left: by the script of the tag, or else of the language.
    package var isRightToLeft: Bool {
        let script = text.split(separator: "-").dropFirst().first { $0.utf8.count == 4 && Self.isLetters($0) }
        if let script {
            return ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"].contains(script.lowercased())
        }
        return ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"].contains(language)
    }

    private static func isVariant(_ part: Substring) -> Bool {
        5...8 ~= part.utf8.count || part.utf8.count == 4 && part.utf8.first.map(isDigit) == true
    }

    private static func isRegion(_ part: Substring) -> Bool {
        part.utf8.count == 2 && isLetters(part) || part.utf8.count == 3 && part.utf8.allSatisfy(isDigit)
    }

    private static func isLetters(_ part: Substring) -> Bool { part.utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 } }
    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || 0x61...0x7A ~= byte | 0x20 }
}
