/// Determines what a line begins by the rules of CommonMark 0.31 that don't depend on other lines.
///
/// Each function takes the line from its first byte that is neither a space nor a tab to its end; ``LineScanner``
/// applies the other rules, such as that an indentation of four columns is code.
package enum LineStart {
    /// A code fence (4.5).
    package struct Fence: Hashable, Sendable {
        /// A backtick or a tilde.
        package var mark: UInt8
        package var length: Int
        /// The range of the info string, without whitespace at its ends.
        package var info: Range<Int>
    }

    /// The level of an ATX heading (4.2).
    package static func headingLevel(_ line: ArraySlice<UInt8>) -> Int? {
        guard line.first == UInt8(ascii: "#") else { return nil }
        let level = line.prefix { $0 == UInt8(ascii: "#") }.count
        guard level <= 6, level == line.count || line[line.startIndex + level].isBlank else { return nil }
        return level
    }

    /// The level of the heading if the line underlines a paragraph (4.3).
    package static func underlineLevel(_ line: ArraySlice<UInt8>) -> Int? {
        guard let mark = line.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return nil }
        let rest = line.drop { $0 == mark }
        return rest.allSatisfy(\.isBlank) ? mark == UInt8(ascii: "=") ? 1 : 2 : nil
    }

    /// Whether the line is a thematic break, unless it underlines a heading (4.1).
    package static func isThematicBreak(_ line: ArraySlice<UInt8>) -> Bool {
        guard let mark = line.first,
            mark == UInt8(ascii: "*") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_")
        else { return false }
        var count = 0
        for byte in line {
            if byte == mark { count += 1 } else if !byte.isBlank { return false }
        }
        return count >= 3
    }

    /// The fence that opens a code block (4.5); after backticks, the info string contains no backtick.
    package static func fence(_ line: ArraySlice<UInt8>) -> Fence? {
        guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        var info = line.drop { $0 == mark }
        let length = info.startIndex - line.startIndex
        guard length >= 3, mark == UInt8(ascii: "~") || !info.contains(mark) else { return nil }
        info = info.drop { $0.isBlank }
        while let last = info.last, last.isBlank { info.removeLast() }
        return Fence(mark: mark, length: length, info: info.startIndex..<info.endIndex)
    }

    /// Whether the line closes a code block (4.5): only fence characters, at least as many as in the opening fence.
    package static func closes(_ fence: Fence, _ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == fence.mark else { return false }
        let rest = line.drop { $0 == fence.mark }
        return rest.startIndex - line.startIndex >= fence.length && rest.allSatisfy(\.isBlank)
    }

    /// The bullet or number that begins a list item (5.2), unless the line is a thematic break.
    ///
    /// - Parameter inParagraph: whether the line would interrupt a paragraph; if so, an item must not be empty, and a
    ///   numbered list must begin with 1.
    package static func listMarker(_ line: ArraySlice<UInt8>, inParagraph: Bool = false) -> ItemMarker? {
        guard let first = line.first else { return nil }
        var marker: ItemMarker
        if first == UInt8(ascii: "*") || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            guard !isThematicBreak(line) else { return nil }
            marker = ItemMarker(mark: first, width: 1, number: nil, start: line.startIndex)
        } else {
            guard first >= 0x30, first <= 0x39 else { return nil }
            var number = 0
            var index = line.startIndex
            while index < line.endIndex, index - line.startIndex < 9, line[index] >= 0x30, line[index] <= 0x39 {
                number = 10 * number + Int(line[index] - 0x30)
                index += 1
            }
            guard index < line.endIndex, line[index] == UInt8(ascii: ".") || line[index] == UInt8(ascii: ")"),
                !inParagraph || number == 1
            else { return nil }
            marker = ItemMarker(
                mark: line[index], width: index + 1 - line.startIndex, number: number, start: line.startIndex)
        }
        let rest = line.dropFirst(marker.width)
        guard rest.first?.isSpace ?? true else { return nil }
        if inParagraph, rest.allSatisfy(\.isBlank) { return nil }
        return marker
    }

    /// The reference definition on this line, provided that it begins a paragraph and is complete (4.7).
    package static func definition(_ line: ArraySlice<UInt8>) -> ReferenceDefinition? {
        guard line.first == UInt8(ascii: "["), let end = line.firstIndex(of: UInt8(ascii: "]")),
            end + 1 < line.endIndex, line[end + 1] == UInt8(ascii: ":") || line[end - 1] == UInt8(ascii: "\\")
        else { return nil }
        let whole = MarkdownLine(.text, bytes: line.startIndex..<line.endIndex, content: line.startIndex)
        return DefinitionReader.definition(line, [whole])
    }

    /// Whether the line begins a comment (4.6, condition 2).
    package static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        line.first == UInt8(ascii: "<") && line.starts(with: "<!--".utf8)
    }

    /// Whether the line contains the end of a comment (4.6); text after `-->` belongs to the comment too.
    package static func endsComment(_ line: ArraySlice<UInt8>) -> Bool { HTMLBlock.comment.isEnded(by: line) }
}

extension UInt8 {
    /// A space or a tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }
    /// A space, a tab or a line break.
    var isSpace: Bool { isBlank || self == 0x0A || self == 0x0D }
    var isASCIILetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }
    var isASCIILetterOrDigit: Bool { isASCIILetter || self >= 0x30 && self <= 0x39 }
    var isASCIIPunctuation: Bool { self > 0x20 && self < 0x7F && !isASCIILetterOrDigit }
}
