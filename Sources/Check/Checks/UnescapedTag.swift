internal import Newsletter

/// Text such as `Vec<T>` is read as an HTML tag, so readers don't see it.
///
/// Put the text in backticks, or write `\<`. Real HTML tags, such as `<img>` in running text, aren't reported.
struct UnescapedTag: Check {
    static let id = "unescaped-tag"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var end = 0
        return document.tags.compactMap { tag in
            guard tag.whole.lowerBound >= end else { return nil }
            let name = document.text(tag.name)
            let isKnown = HTMLNames.contains(name.lowercased())
            // `<Option<u8>>` isn't an HTML tag, whatever its name.
            guard
                !isKnown || !tag.isValid && ASCII.isUpper(document.bytes[tag.name.lowerBound])
                    || isType(tag, name, document)
            else { return nil }
            if tag.isClosing, isKnown { return nil }
            let text = document.bytes[tag.whole]
            if !tag.isValid, !text.contains(UInt8(ascii: ",")), !isGeneric(text.dropFirst().dropLast()) { return nil }
            end = tag.whole.upperBound
            let brackets = tag.whole.filter {
                document.bytes[$0] == UInt8(ascii: "<") && document.bytes[$0 - 1] != 0x5C
            }
            return finding(
                tag.isValid
                    ? "'\(document.text(tag.whole))' disappears as an HTML tag"
                    : "'\(document.text(tag.whole))' looks like an HTML tag",
                at: tag.whole, in: document,
                explanation: tag.isValid
                    ? "Readers don't see unknown tags; put the text in backticks or escape it."
                    : "Some Markdown renderers drop such tags; put the text in backticks or escape it.",
                severity: tag.isValid ? nil : .warning,
                // In code that isn't closed yet, readers would see the backslash once it is closed.
                fixes: isBehindBacktick(tag, document)
                    ? [] : [Fix("Escape the brackets", isSafe: true, brackets.map { document.splice($0..<$0, "\\") })])
        }
    }

    private func isBehindBacktick(_ tag: Tag, _ document: Document) -> Bool {
        guard !document.looseBackticks.isEmpty,
            let block = document.blocks.first(where: { $0.bytes.contains(tag.whole.lowerBound) })
        else { return false }
        return document.looseBackticks.contains { block.bytes.lowerBound..<tag.whole.lowerBound ~= $0.lowerBound }
    }

    /// Whether a known tag name in capitals follows a word: `Try<Option>`.
    private func isType(_ tag: Tag, _ name: String, _ document: Document) -> Bool {
        ASCII.isUpper(document.bytes[tag.name.lowerBound]) && tag.whole.lowerBound > 0
            && ASCII.isWord(document.bytes[tag.whole.lowerBound - 1]) && name.count + 2 == tag.whole.count
    }

    private func isGeneric(_ text: ArraySlice<UInt8>) -> Bool {
        text.allSatisfy { byte in
            ASCII.isWord(byte) || ASCII.isSpace(byte) || "<>:,&'[]*=;-.".utf8.contains(byte)
        } && !text.contains(UInt8(ascii: "="))
    }
}
