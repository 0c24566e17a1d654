internal import Markdown
internal import Newsletter
internal import Text

/// A source line with a marked range, shortened so that it fits into a terminal of 80 columns: in a line that wraps, the
/// marks would be below something else.
struct LineExcerpt {
    private(set) var line = ""
    /// Whitespace as wide as the text before the marks.
    private(set) var padding = ""
    private(set) var marks = ""

    init(of range: SourceRange, in text: SourceText) {
        var start = text.lineStarts[range.start.line - 1]
        var end = range.start.line < text.lineStarts.count ? text.lineStarts[range.start.line] : text.bytes.count
        while end > start, text.bytes[end - 1] == 0x0A || text.bytes[end - 1] == 0x0D { end -= 1 }
        // A line may be as long as the file, and have a finding in every word, so only the text nearby is used.
        let mark = min(range.bytes.lowerBound, end)
        start = Self.scalarStart(max(start, mark - Self.longestShown), in: text.bytes, before: mark)
        end = Self.scalarStart(min(end, mark + Self.longestShown), in: text.bytes, before: end)
        let marked = mark..<min(max(range.bytes.upperBound, mark), end)
        if text.bytes[start..<end].allSatisfy({ 0x20...0x7E ~= $0 }) {
            setPlain(text.bytes, start..<end, marked)
            return
        }
        let before = Self.scalars(text.bytes[start..<marked.lowerBound])
        let within = Self.scalars(text.bytes[marked])
        let after = Self.scalars(text.bytes[marked.upperBound..<end])
        let least = min(Self.context, Self.width(before))
        let body = within.prefix(Self.fitting(within, columns: Self.widest - least))
        let rest = within.count > body.count ? 0 : Self.widest - least - Self.width(body)
        let tail = after.prefix(Self.fitting(after, columns: rest))
        // What the text after the marks doesn't need, the text before them may use.
        let columns = Self.widest - Self.width(body) - Self.width(tail)
        let head = before.suffix(Self.fitting(before.reversed(), columns: columns))
        let isCutBefore = head.count < before.count
        let isCutAfter = body.count < within.count || tail.count < after.count
        line = (isCutBefore ? "…" : "") + Self.text(head) + Self.text(body) + Self.text(tail) + (isCutAfter ? "…" : "")
        padding = String(repeating: " ", count: (isCutBefore ? 1 : 0) + Self.width(head))
        marks = String(repeating: "^", count: max(1, Self.width(body)))
    }

    /// Sets the columns of a line in which each byte is a letter one column wide, as in nearly all lines.
    private mutating func setPlain(_ bytes: [UInt8], _ whole: Range<Int>, _ marked: Range<Int>) {
        let least = min(Self.context, marked.lowerBound - whole.lowerBound)
        let body = marked.prefix(Self.widest - least)
        let rest = body.count < marked.count ? 0 : max(0, Self.widest - least - body.count)
        let end = min(whole.upperBound, body.endIndex + rest)
        let columns = Self.widest - body.count - (end - body.endIndex)
        let head = max(whole.lowerBound, marked.lowerBound - columns)..<marked.lowerBound
        let isCutBefore = head.lowerBound > whole.lowerBound
        let isCutAfter = body.count < marked.count || end < whole.upperBound
        let shown = String(decoding: bytes[head.lowerBound..<end], as: UTF8.self)
        line = (isCutBefore ? "…" : "") + shown + (isCutAfter ? "…" : "")
        padding = String(repeating: " ", count: (isCutBefore ? 1 : 0) + head.count)
        marks = String(repeating: "^", count: max(1, body.count))
    }

    /// At least how many columns before the marked text are shown, if there are so many.
    private static let context = 32
    /// In columns, without the ellipses and the margin with the line's number.
    private static let widest = 68
    /// In bytes: more than both together, even if each letter takes four and has marks of its own.
    private static let longestShown = 1000

    /// How many of the first scalars fit into a number of columns.
    private static func fitting(_ scalars: some Collection<Unicode.Scalar>, columns: Int) -> Int {
        var (count, used) = (0, 0)
        for scalar in scalars {
            used += width(CollectionOfOne(scalar))
            guard used <= columns else { break }
            count += 1
        }
        return count
    }

    private static func scalarStart(_ index: Int, in bytes: [UInt8], before end: Int) -> Int {
        var index = index
        while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
        return index
    }

    /// One scalar for each character, so that marks stay below what they mark.
    private static func scalars(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        return scalars.indices.map { index in
            let scalar = scalars[index]
            if scalar == "\t" { return " " }
            let isShown = PrintableText.isPrintable(scalar) || PrintableText.isJoiner(at: index, of: scalars)
            return isShown ? scalar : "\u{FFFD}"
        }
    }

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// In terminal columns.
    private static func width(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x300...0x36F, 0x200B...0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: sum
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                sum + 2
            default: sum + 1
            }
        }
    }
}
