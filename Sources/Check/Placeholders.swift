internal import Newsletter

/// Words that stand for something still to come.
struct Placeholders {
    private let own: [[UInt8]]

    init(_ settings: CheckSettings) {
        own = settings.placeholders.map { Array($0.utf8) }
    }

    /// Whether a whole text is one: `INSERT_LINK_HERE`, `link TBD`, `$issue_number`, a word of the publication's own.
    func contains(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        if own.contains(where: { text.elementsEqual($0) }) { return true }
        if ASCII.isUpper(first), text.contains(0x5F),
            text.allSatisfy({ ASCII.isUpper($0) || $0 == 0x5F || ASCII.isDigit($0) })
        {
            return Self.ends(text, with: "_HERE") || Self.ends(text, with: "_URL") || Self.ends(text, with: "_LINK")
                || Self.ends(text, with: "_TITLE") || text.starts(with: "INSERT_".utf8)
                || text.starts(with: "YOUR_".utf8)
        }
        if Self.isTemplateVariable(text) { return true }
        return text.startsFolded(with: "tbd") && text.count == 3
            || text.startsFolded(with: "link tbd") && text.count == 8
            || text.startsFolded(with: "todo") && text.count == 4
    }

    /// `$twir_issue_number`, `{{ number }}`.
    static func isTemplateVariable(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count > 3, text.first == UInt8(ascii: "$") else { return false }
        let name = text.dropFirst()
        return name.contains(0x5F) && name.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x5F }
    }

    private static func ends(_ text: ArraySlice<UInt8>, with word: StaticString) -> Bool {
        text.count > word.utf8CodeUnitCount
            && word.withUTF8Buffer { text.suffix($0.count).elementsEqual($0) }
    }
}
