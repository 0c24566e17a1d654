internal import Newsletter

/// A bullet isn't followed by a space, so the line isn't a list item.
///
/// The line becomes part of the one before it, or a paragraph of its own.
struct BulletWithoutSpace: Check {
    static let id = "bullet-without-space"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.lines.compactMap { line in
            guard line.kind == .text else { return nil }
            let bytes = document.bytes
            let mark = line.content
            guard mark + 1 < line.bytes.upperBound,
                bytes[mark] == UInt8(ascii: "*") || bytes[mark] == UInt8(ascii: "-")
                    || bytes[mark] == UInt8(ascii: "+"),
                bytes[mark + 1] == UInt8(ascii: "[")
                    || ASCII.isDigit(bytes[mark + 1]) && bytes[mark] != UInt8(ascii: "+")
            else { return nil }
            // `*[title](…) is worth reading*` is emphasis.
            let rest = bytes[(mark + 1)..<document.content(line).upperBound]
            if bytes[mark] == UInt8(ascii: "*"), rest.contains(UInt8(ascii: "*")) { return nil }
            if bytes[mark] == UInt8(ascii: "*"), endsEmphasis(after: line, document) { return nil }
            if ASCII.isDigit(bytes[mark + 1]),
                !rest.prefix(11).elementsEqual(rest.prefix(4) + [0x2D] + rest.dropFirst(5).prefix(6))
            {
                return nil
            }
            if ASCII.isDigit(bytes[mark + 1]), rest.dropFirst(4).first != 0x2D { return nil }
            return finding(
                "a space is missing after the bullet", at: mark..<(mark + 1), in: document,
                explanation: "Without the space, the line isn't a list item.",
                fixes: [document.fix("Add a space", isSafe: true, replacing: (mark + 1)..<(mark + 1), with: " ")])
        }
    }

    /// Whether the emphasis that begins on this line continues on a later line of its paragraph.
    private func endsEmphasis(after line: Line, _ document: Document) -> Bool {
        guard
            let block = document.blocks.first(where: {
                $0.bytes.upperBound > line.bytes.upperBound && $0.bytes.contains(line.content)
            })
        else { return false }
        return document.bytes[line.bytes.upperBound..<block.bytes.upperBound].contains(UInt8(ascii: "*"))
    }
}
