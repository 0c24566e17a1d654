internal import Text

/// The boxes of task lists (GitHub Flavored Markdown, section 5.3): `- [x] done`.
///
/// A box is replaced by a character of as many bytes, so that locations in the parsed text are locations in the file, and
/// pages, feeds and mail show the same.
enum TaskLists {
    /// The text with characters instead of boxes; nil if it has none.
    static func marked(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var output: [UInt8]?
        var index = 0
        while let close = text.firstIndex(of: UInt8(ascii: "]"), from: index) {
            index = close + 1
            guard close >= 4, index < text.count, text[index] == 0x20, text[close - 2] == UInt8(ascii: "["),
                let box = box(text[close - 1]), beginsItem(close - 2, in: text), !isInCode(close, in: text)
            else { continue }
            if output == nil { output = Array(text) }
            output?.replaceSubrange((close - 2)...index, with: Array(box.utf8))
        }
        return output
    }

    /// The character for a mark, and a space; together as long as the box and its space.
    private static func box(_ mark: UInt8) -> String? {
        switch mark {
        case 0x20: "☐ "
        case UInt8(ascii: "x"), UInt8(ascii: "X"): "☑ "
        default: nil
        }
    }

    /// Whether only a bullet or a number is before an offset in its line.
    private static func beginsItem(_ offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = offset - 1
        guard index > 0, text[index] == 0x20 else { return false }
        while index > 0, text[index] == 0x20 { index -= 1 }
        switch text[index] {
        case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"): index -= 1
        case UInt8(ascii: "."), UInt8(ascii: ")"):
            let mark = index
            index -= 1
            while index >= 0, 0x30...0x39 ~= text[index] { index -= 1 }
            guard index < mark - 1 else { return false }
        default: return false
        }
        while index >= 0, text[index] == 0x20 || text[index] == 0x09 { index -= 1 }
        return index < 0 || text[index] == 0x0A
    }

    /// Whether an odd number of lines before an offset begins with a fence.
    private static func isInCode(_ offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var isInCode = false
        for line in text[..<offset].split(separator: 0x0A) {
            let content = line.drop { $0 == 0x20 }
            if content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8) { isInCode.toggle() }
        }
        return isInCode
    }
}
