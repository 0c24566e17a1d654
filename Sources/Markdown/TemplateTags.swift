internal import Newsletter
internal import Text

/// The tags of other programs' templates in a text: Liquid's `{% include x %}`, Hugo's `{{< x >}}`.
///
/// Tags are replaced by as many bytes, so that locations in the parsed text are locations in the file.
struct TemplateTags {
    /// The text for the parser, from a line on; nil if it has no tags.
    private(set) var text: [UInt8]?
    /// The HTML of the replaced tags, by the number in their placeholders.
    private(set) var replacements: [String] = []
    /// The lists of attributes on lines of their own.
    private(set) var attributeLists: [AttributeList] = []

    /// The bytes that the parser sees instead of a replaced tag: the beginning, the number of the replacement, as many
    /// filling characters as needed, and the end.
    struct Placeholder {
        var start: String
        var filling: String
        var end: String

        /// The bytes with their placeholders replaced; nil if they have none.
        func replaced(in bytes: UnsafeBufferPointer<UInt8>, by replacements: [String]) -> [UInt8]? {
            let (mark, end) = (Array(start.utf8), Array(end.utf8))
            var output: [UInt8] = []
            var index = 0
            var hasAny = false
            while index < bytes.count {
                guard bytes[index] == mark[0], bytes[index...].starts(with: mark) else {
                    output.append(bytes[index])
                    index += 1
                    continue
                }
                let digits = bytes[(index + mark.count)...].prefix { 0x30...0x39 ~= $0 }
                var close = digits.endIndex
                while close < bytes.count, !bytes[close...].starts(with: end) { close += 1 }
                if let number = Int(String(decoding: digits, as: UTF8.self)), replacements.indices.contains(number) {
                    output += Array(replacements[number].utf8)
                }
                hasAny = true
                index = min(close + end.count, bytes.count)
            }
            return hasAny ? output : nil
        }
    }

    /// In text and in HTML: a comment that no editor writes.
    static let inText = Placeholder(start: "<!--\u{1}", filling: " ", end: "-->")
    /// In the destination of a link, which can't contain a comment: characters for private use.
    static let inURL = Placeholder(start: "\u{E000}", filling: "_", end: "\u{E001}")

    init(in source: SourceText, fromLine line: Int, rules: IssueRules) {
        guard rules.templateTags != .none else { return }
        let start = source.start(ofLine: line)
        var bytes = Array(source.bytes[start...])
        var index = 0
        var hasTags = false
        while let tag = Self.nextTag(in: bytes, from: index, rules.templateTags) {
            hasTags = true
            index = tag.range.upperBound
            replace(tag, in: &bytes, rules.includes)
        }
        if rules.templateTags == .liquid, removeAttributes(in: &bytes) { hasTags = true }
        if hasTags { text = bytes }
    }

    struct Tag {
        var range: Range<Int>
        /// What is between the brackets.
        var content: String
    }

    static func nextTag(in bytes: [UInt8], from start: Int, _ form: TemplateTagForm) -> Tag? {
        let open = UInt8(ascii: "{")
        var index = start
        while index + 3 < bytes.count {
            guard let found = bytes[index...].firstIndex(of: open), found + 3 < bytes.count else { return nil }
            index = found
            let second = bytes[index + 1]
            let third = bytes[index + 2]
            let isTag =
                form == .liquid
                ? second == UInt8(ascii: "%") || second == open
                : second == open && (third == UInt8(ascii: "<") || third == UInt8(ascii: "%"))
            guard bytes[index] == open, isTag else {
                index += 1
                continue
            }
            let closing = second == open ? UInt8(ascii: "}") : UInt8(ascii: "%")
            var end = index + 2
            while end + 1 < bytes.count, !(bytes[end] == closing && bytes[end + 1] == UInt8(ascii: "}")) { end += 1 }
            guard end + 1 < bytes.count, end - index < longest else {
                index += 2
                continue
            }
            let inner = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
            return Tag(range: index..<(end + 2), content: inner.trimming("-<>% \n\t"))
        }
        return nil
    }

    /// In bytes; what is longer isn't a tag.
    private static let longest = 4096

    private mutating func replace(_ tag: Tag, in bytes: inout [UInt8], _ includes: [String: String]) {
        let words = tag.content.split(whereSeparator: \.isWhitespace)
        let name = words.first.map(String.init) ?? ""
        if name == "highlight", Self.isAlone(tag.range, in: bytes) {
            return fill(tag.range, with: "```" + (words.count > 1 ? words[1] : ""), in: &bytes)
        }
        if name == "endhighlight", Self.isAlone(tag.range, in: bytes) {
            return fill(tag.range, with: "```", in: &bytes)
        }
        if let target = Self.linkTarget(name, words) {
            return fill(tag.range, endingWith: target, in: &bytes)
        }
        let key = name == "include" && words.count > 1 ? String(words[1]) : name
        if let html = includes[key] ?? includes[tag.content] {
            // The filling is within the placeholder, so that no blanks are shown beside the replacement.
            let form = Self.isInDestination(tag.range.lowerBound, in: bytes) ? Self.inURL : Self.inText
            let start = "\(form.start)\(replacements.count)"
            let filling = tag.range.count - start.utf8.count - form.end.utf8.count
            if filling >= 0 {
                replacements.append(html)
                let text = start + String(repeating: form.filling, count: filling) + form.end
                return fill(tag.range, with: text, in: &bytes)
            }
        }
        // Spaces at the beginning of a line with other text could make it a block of code.
        let isLeading = Self.startsLine(tag.range.lowerBound, in: bytes) && !Self.isAlone(tag.range, in: bytes)
        fill(tag.range, with: isLeading && tag.range.count >= 7 ? "<i></i>" : "", in: &bytes)
    }

    /// Writes a text and spaces over a tag; its line breaks stay.
    private func fill(_ range: Range<Int>, with text: some StringProtocol, in bytes: inout [UInt8]) {
        let text = Array(text.utf8)
        for (position, index) in range.enumerated() where bytes[index] != 0x0A {
            bytes[index] = position < text.count ? text[position] : 0x20
        }
    }

    /// Writes a text over the end of a tag, and spaces before it, so that what follows the tag still follows.
    private func fill(_ range: Range<Int>, endingWith text: String, in bytes: inout [UInt8]) {
        let text = Array(text.utf8)
        guard text.count <= range.count else { return fill(range, with: "", in: &bytes) }
        fill(range, with: "", in: &bytes)
        bytes.replaceSubrange((range.upperBound - text.count)..<range.upperBound, with: text)
    }

    /// The file that a tag links to: `{% post_url 2026-01-07-x %}`, `{% link _posts/2026-01-07-x.md %}`; nil for another
    /// tag (https://jekyllrb.com/docs/liquid/tags/#links).
    private static func linkTarget(_ name: String, _ words: [Substring]) -> String? {
        guard words.count == 2 else { return nil }
        let target = String(words[1]).trimming("\"'`")
        switch name {
        case "link": return target
        case "post_url": return target + ".md"
        case "ref", "relref":
            // The fragment stays at the end.
            let path = target.prefix { $0 != "#" }
            return path.isEmpty || path.hasSuffix(".md") ? target : path + ".md" + target.dropFirst(path.count)
        default: return nil
        }
    }

    /// Blanks out kramdown's lists of attributes (https://kramdown.gettalong.org/syntax.html#attribute-list-definitions),
    /// which have no text: `{: .note}` on a line of its own or after a link. Those on lines of their own are kept in
    /// ``attributeLists``; headings have theirs read later.
    private mutating func removeAttributes(in bytes: inout [UInt8]) -> Bool {
        var index = 0
        var (number, counted) = (1, 0)
        var hasAttributes = false
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "{")) {
            index = open + 1
            guard bytes.count > open + 2, bytes[open + 1] == UInt8(ascii: ":"),
                let close = bytes[open...].firstIndex(where: { $0 == UInt8(ascii: "}") || $0 == 0x0A }),
                bytes[close] == UInt8(ascii: "}")
            else { continue }
            index = close + 1
            let range = open..<index
            let isAfterSpan = open > 0 && ")]*_`\">".utf8.contains(bytes[open - 1])
            let line = (bytes[..<open].lastIndex(of: 0x0A) ?? -1) + 1
            let isAlone = Self.isAlone(range, in: bytes)
            guard isAlone || isAfterSpan, bytes[line] != UInt8(ascii: "#") else { continue }
            hasAttributes = true
            number += bytes[counted..<line].count { $0 == 0x0A }
            counted = line
            if isAlone { noteAttributes(range, line: number, from: line, in: bytes) }
            for offset in range { bytes[offset] = 0x20 }
        }
        return hasAttributes
    }

    /// Notes a list of attributes that is about the block in the line above it, or else about the block below.
    private mutating func noteAttributes(_ range: Range<Int>, line: Int, from start: Int, in bytes: [UInt8]) {
        let text = String(decoding: bytes[(range.lowerBound + 2)..<(range.upperBound - 1)], as: UTF8.self)
        guard let attributes = ElementAttributes(text, allowsOthers: true) else { return }
        let above = bytes[..<max(0, start - 1)].reversed().prefix { $0 != 0x0A }
        let isAfterList = attributeLists.last.map { $0.line == line - 1 && !$0.isBefore } ?? false
        let isBefore = above.allSatisfy { $0 <= 0x20 } && !isAfterList
        // Between two empty lines, the list is about nothing.
        let below = bytes[min(bytes.count, range.upperBound)...].drop { $0 != 0x0A }.dropFirst().prefix { $0 != 0x0A }
        if isBefore, below.allSatisfy({ $0 <= 0x20 }) { return }
        attributeLists.append(
            AttributeList(attributes: attributes, line: line, isNested: range.lowerBound > start, isBefore: isBefore))
    }

    /// Whether a tag is in the destination of a link or of a definition: after `](` or `]:`.
    private static func isInDestination(_ start: Int, in bytes: [UInt8]) -> Bool {
        var index = start - 1
        while index > 0, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "("), bytes[index] != UInt8(ascii: "<") {
            index -= 1
        }
        if index > 0, bytes[index] == 0x20 {
            while index > 0, bytes[index] == 0x20 { index -= 1 }
            return index > 0 && bytes[index] == UInt8(ascii: ":") && bytes[index - 1] == UInt8(ascii: "]")
        }
        return index > 0 && bytes[index] == UInt8(ascii: "(") && bytes[index - 1] == UInt8(ascii: "]")
    }

    /// Replaces the placeholders in the destinations of links and images.
    func replaceDestinations(below root: MarkdownNode) {
        guard !replacements.isEmpty else { return }
        _ = root.walk(until: { node, _ in
            guard node.kind == .link || node.kind == .image,
                let url = Self.inURL.replaced(in: node.url, by: replacements)
            else { return false }
            node.setURL(String(decoding: url, as: UTF8.self).replacing("&amp;", with: "&"))
            return false
        })
    }

    private static func startsLine(_ index: Int, in bytes: [UInt8]) -> Bool {
        var index = index
        while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
        return index == 0 || bytes[index - 1] == 0x0A
    }

    private static func isAlone(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        var end = range.upperBound
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
        return startsLine(range.lowerBound, in: bytes) && (end == bytes.count || bytes[end] == 0x0A)
    }
}

extension String {
    fileprivate func trimming(_ characters: String) -> String {
        var text = self[...]
        while let first = text.first, characters.contains(first) { text.removeFirst() }
        while let last = text.last, characters.contains(last) { text.removeLast() }
        return String(text)
    }
}
