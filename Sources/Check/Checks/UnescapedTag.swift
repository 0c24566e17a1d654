internal import Newsletter

/// What should be shown, such as `Vec<T>`, reads as a tag of HTML and vanishes.
///
/// Put it into backticks or write `\<`. Tags that a page's readers can do without, such as `<img>` in running text, are
/// left alone, for they are HTML.
struct UnescapedTag: Check {
    static let id = "unescaped-tag"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var end = 0
        return document.tags.compactMap { tag in
            guard tag.whole.lowerBound >= end else { return nil }
            let name = document.text(tag.name)
            let isKnown = HTMLNames.contains(name.lowercased())
            // `<Option<u8>>` is no tag of HTML, whatever its name.
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
                    ? "'\(document.text(tag.whole))' vanishes as a tag"
                    : "'\(document.text(tag.whole))' looks like a tag",
                at: tag.whole, in: document,
                explanation: tag.isValid
                    ? "No such tag is known, so readers do not see it; put it into backticks or escape it."
                    : "Some readers of Markdown drop it; put it into backticks or escape it.",
                severity: tag.isValid ? nil : .warning,
                // In code that is not closed yet, readers would see the backslash once it is.
                fixes: isBehindBacktick(tag, document)
                    ? [] : [Fix("Escape it", isSafe: true, brackets.map { document.splice($0..<$0, "\\") })])
        }
    }

    private func isBehindBacktick(_ tag: Tag, _ document: Document) -> Bool {
        guard !document.looseBackticks.isEmpty,
            let block = document.blocks.first(where: { $0.bytes.contains(tag.whole.lowerBound) })
        else { return false }
        return document.looseBackticks.contains { block.bytes.lowerBound..<tag.whole.lowerBound ~= $0.lowerBound }
    }

    /// A known name in capitals behind a word: `Try<Option>`.
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
