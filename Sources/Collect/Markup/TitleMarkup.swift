internal import Text

/// Reads a title that may be HTML: formatting is dropped, references are resolved, and everything else is text, such as
/// `<head>` or `Iterator<Item = T>`.
struct TitleMarkup {
    private let bytes: [UInt8]
    private var output: [UInt8] = []

    static func text(of title: String) -> String {
        var reader = TitleMarkup(Array(title.utf8.prefix(Self.longest)))
        reader.read()
        return String(decoding: reader.output, as: UTF8.self).collapsingBlanks
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func read() {
        let markup = markup()
        var next = 0
        var index = 0
        while index < bytes.count {
            if next < markup.count, markup[next].range.lowerBound == index {
                if markup[next].separates { output.append(0x20) }
                index = markup[next].range.upperBound
                next += 1
            } else if bytes[index] == UInt8(ascii: "&"), let (text, length) = CharacterReference.at(index, of: bytes) {
                output += text.utf8
                index += length
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
    }

    private struct Markup {
        var range: Range<Int>
        /// Whether the markup separates the words before and after it.
        var separates: Bool
    }

    /// The formatting that has both tags, the line breaks, and the comments, in their order.
    private func markup() -> [Markup] {
        var found: [Markup] = []
        var open: [(name: String, range: Range<Int>)] = []
        var embedded: Set<String> = []
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = start + 1
            if bytes[index...].starts(with: "!--".utf8) {
                guard let end = endOfComment(from: index + 3) else { continue }
                found.append(Markup(range: start..<end, separates: false))
                index = end
            } else if index < bytes.count, bytes[index] == UInt8(ascii: "/") {
                let end = LooseTag.nameEnd(from: index + 1, in: bytes)
                let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self).lowercased()
                guard end < bytes.count, bytes[end] == UInt8(ascii: ">") else { continue }
                if embedded.contains(name) { found.append(Markup(range: start..<(end + 1), separates: false)) }
                guard let opened = open.lastIndex(where: { $0.name == name }) else { continue }
                let separates = Self.blocks.contains(name)
                found.append(Markup(range: open[opened].range, separates: separates))
                found.append(Markup(range: start..<(end + 1), separates: separates))
                open.remove(at: opened)
                index = end + 1
            } else if let tag = LooseTag(at: start, of: bytes) {
                let name = tag.name.lowercased()
                if Self.breaks.contains(name) {
                    found.append(Markup(range: start..<tag.end, separates: name != "wbr"))
                } else if Self.embedded.contains(name), !tag.attributes.isEmpty {
                    let end = name == "script" ? endOfScript(from: tag.end) : tag.end
                    found.append(Markup(range: start..<end, separates: false))
                    embedded.insert(name)
                    index = end
                    continue
                } else if (Self.formatting.contains(name) || Self.blocks.contains(name)), open.count < 100 {
                    open.append((name, start..<tag.end))
                } else {
                    continue
                }
                index = tag.end
            }
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func endOfComment(from start: Int) -> Int? {
        var index = start
        while index + 3 <= bytes.count {
            if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E { return index + 3 }
            index += 1
        }
        return nil
    }

    /// The index of the first end tag, before which there is only code.
    private func endOfScript(from start: Int) -> Int {
        var index = start
        while let next = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            if bytes[next...].starts(with: "</".utf8) { return next }
            index = next + 1
        }
        return start
    }

    /// The maximum length in bytes, much more than any title that is kept.
    private static let longest = 20_000
    private static let breaks: Set<String> = ["br", "hr", "img", "wbr"]
    private static let blocks: Set<String> = [
        "p", "div", "li", "ul", "ol", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "center",
    ]
    /// The elements that put something else on a page. With attributes they were meant as such; without, as in `Use
    /// <iframe> safely`, they are text.
    private static let embedded: Set<String> = ["applet", "embed", "frame", "frameset", "iframe", "object", "script"]
    private static let formatting: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "del", "dfn", "em", "font", "i",
        "ins", "kbd",
        "mark", "marquee", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
        "u", "var",
    ]
}

extension String {
    /// The words of a title that may be HTML, on one line.
    var titleOfHTML: String {
        guard utf8.contains(UInt8(ascii: "<")) || utf8.contains(UInt8(ascii: "&")) else { return collapsingBlanks }
        return TitleMarkup.text(of: self)
    }
}
