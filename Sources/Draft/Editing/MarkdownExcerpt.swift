internal import Markdown

/// Makes Markdown from outside safe for an issue: links, lists, tables and code stay, but nothing affects text outside
/// the excerpt.
///
/// Raw HTML, headings, images, links that don't lead to the web, and unclosed fences become text.
/// Reference definitions, which would apply to the whole issue, become inline links.
struct MarkdownExcerpt {
    private let bytes: [UInt8]
    private let addresses: [String: String]
    private var output: [UInt8] = []
    private var index = 0
    /// The end of the current line, without its line break.
    private var lineEnd = 0

    static func escaped(_ text: String) -> String {
        let (lines, addresses) = definitions(in: text)
        var excerpt = MarkdownExcerpt(lines.joined(separator: "\n"), addresses)
        excerpt.escape()
        return String(decoding: excerpt.output, as: UTF8.self)
    }

    private init(_ text: String, _ addresses: [String: String]) {
        bytes = text.utf8.filter { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09 }
        self.addresses = addresses
        output.reserveCapacity(bytes.count + 64)
    }

    private mutating func escape() {
        while index < bytes.count {
            lineEnd = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
            if let end = endOfCode() {
                output += bytes[index..<end]
                index = end
            } else {
                beginLine()
                while index < lineEnd { escapeNext() }
            }
            if index < bytes.count {
                output.append(0x0A)
                index += 1
            }
        }
    }

    // MARK: Lines

    /// The end of the closing fence, if the line opens a fenced code block that has one (CommonMark 0.31, section 4.5).
    ///
    /// Only fences at the margin count, because an indented one may end with the list that contains it.
    private func endOfCode() -> Int? {
        guard let fence = LineStart.fence(bytes[index..<lineEnd]) else { return nil }
        var start = lineEnd + 1
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = bytes[start..<end].drop { $0 == 0x20 }
            if line.startIndex - start <= 3, LineStart.closes(fence, line) { return end }
            // A program that reads line by line may mistake a line that looks like another fence for the end.
            if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { return nil }
            start = end + 1
        }
        return nil
    }

    /// Copies the beginning of a line, and escapes characters that would turn the line or the one above into a heading.
    private mutating func beginLine() {
        let line = bytes[index..<lineEnd]
        let words = line.drop { $0 == 0x20 || $0 == 0x09 }
        output += line[..<words.startIndex]
        index = words.startIndex
        let isUnderline = words.first.map { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "-") } ?? false
        // Below a blank line, it is a thematic break.
        let above = output.count - 2 - (words.startIndex - line.startIndex)
        let isBelowText = above < 0 || output[above] != 0x0A
        if isUnderline, isBelowText, words.allSatisfy({ $0 == words.first || $0 == 0x20 || $0 == 0x09 }) {
            output.append(UInt8(ascii: "\\"))
            return
        }
        // A conflict marker of git; otherwise only nested quotes.
        if words.starts(with: ">>>>>>>".utf8) {
            output.append(UInt8(ascii: "\\"))
            return
        }
        // Headings may also be in lists and quotes, and these may only be nested as deeply as an issue allows.
        var markers = 0
        while index < lineEnd {
            let isMarker =
                ">*+-".utf8.contains(bytes[index]) && (bytes[index] == UInt8(ascii: ">") || isBlank(index + 1))
            let digits = bytes[index..<lineEnd].prefix { 0x30...0x39 ~= $0 }.count
            let isNumber =
                digits > 0 && index + digits < lineEnd && ".)".utf8.contains(bytes[index + digits])
                && isBlank(index + digits + 1)
            guard isMarker || isNumber || isBlank(index) && index < lineEnd else { break }
            let length = isNumber ? digits + 1 : 1
            if isMarker || isNumber { markers += 1 }
            if markers > Self.mostMarkers {
                copy(upTo: index + length - 1)
                output.append(UInt8(ascii: "\\"))
                copy(upTo: index + 1)
                break
            }
            output += bytes[index..<(index + length)]
            index += length
        }
        if index < lineEnd, bytes[index] == UInt8(ascii: "#") { output.append(UInt8(ascii: "\\")) }
    }

    private static let mostMarkers = 6

    private func isBlank(_ index: Int) -> Bool {
        index >= lineEnd || bytes[index] == 0x20 || bytes[index] == 0x09
    }

    // MARK: Words

    private mutating func escapeNext() {
        switch bytes[index] {
        case UInt8(ascii: "\\"):
            // A backslash escape stays.
            let end = min(index + 2, lineEnd)
            if end == index + 2 { copy(upTo: end) } else { write("\\\\", past: index + 1) }
        case UInt8(ascii: "`"): escapeBackticks()
        case UInt8(ascii: "~") where startsFence(): write("\\~", past: index + 1)
        case UInt8(ascii: "<"):
            if let end = endOfHarmlessTag() { copy(upTo: end) } else { write("\\<", past: index + 1) }
        case UInt8(ascii: "!") where index + 1 < lineEnd && bytes[index + 1] == UInt8(ascii: "["):
            write("\\!", past: index + 1)
        case UInt8(ascii: "["): writeReference()
        case UInt8(ascii: "]"): escapeBracket()
        default: copy(upTo: index + 1)
        }
    }

    private mutating func copy(upTo end: Int) {
        output += bytes[index..<end]
        index = end
    }

    private mutating func write(_ text: String, past end: Int) {
        output += text.utf8
        index = end
    }

    /// Copies a code span, except one with a `|`, which would end a table cell before it ends the span.
    private mutating func escapeBackticks() {
        let length = bytes[index..<lineEnd].prefix { $0 == UInt8(ascii: "`") }.count
        let atMargin = output.isEmpty || output.last == 0x0A
        var next = index + length
        while !atMargin || length < 3, next < lineEnd, bytes[next] != UInt8(ascii: "|") {
            guard bytes[next] == UInt8(ascii: "`") else {
                next += 1
                continue
            }
            let run = bytes[next..<lineEnd].prefix { $0 == UInt8(ascii: "`") }.count
            next += run
            if run == length { return copy(upTo: next) }
        }
        write(String(repeating: "\\`", count: length), past: index + length)
    }

    private func startsFence() -> Bool {
        let line = output[(output.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)...]
        return line.allSatisfy { !(0x41...0x5A ~= $0 | 0x20 || 0x61...0x7A ~= $0) }
            && bytes[index..<lineEnd].starts(with: "~~~".utf8)
    }

    /// The end of a `<br>`, which tables need, or of an address in angle brackets.
    private func endOfHarmlessTag() -> Int? {
        guard let close = bytes[index..<lineEnd].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let inner = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
        if ["br", "br/", "br /"].contains(inner.lowercased()) {
            // At the beginning of a line, it would start an HTML block.
            let line = output[(output.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)...]
            let first = line.first { $0 != 0x20 }
            return first.map { $0 == UInt8(ascii: "|") || 0x61...0x7A ~= $0 | 0x20 } == true ? close + 1 : nil
        }
        let isAddress = inner.hasPrefix("https://") || inner.hasPrefix("http://")
        return isAddress && inner.utf8.allSatisfy { $0 > 0x20 && !"<>\"'`\\|".utf8.contains($0) } ? close + 1 : nil
    }

    // MARK: Links

    /// Writes `[text][label]`, `[label][]` or `[label]` with the address that the excerpt itself defines.
    private mutating func writeReference() {
        guard !addresses.isEmpty, let text = bracketed(at: index) else { return copy(upTo: index + 1) }
        let label = bracketed(at: text.upperBound + 1)
        let key = label.map { $0.isEmpty ? text : $0 } ?? text
        guard let address = addresses[Self.key(bytes[key])],
            text.upperBound + 1 >= bytes.count || bytes[text.upperBound + 1] != UInt8(ascii: "(")
        else { return copy(upTo: index + 1) }
        let words = MarkdownText.escaped(String(decoding: bytes[text], as: UTF8.self))
        write("[\(words)](\(MarkdownText.address(address)))", past: (label?.upperBound ?? text.upperBound) + 1)
        lineEnd = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
    }

    /// The text between brackets, without nested brackets, possibly over two lines.
    private func bracketed(at start: Int) -> Range<Int>? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "["),
            let end = bytes[(start + 1)...].prefix(200).firstIndex(where: { "[]`\\".utf8.contains($0) }),
            bytes[end] == UInt8(ascii: "]"), bytes[start..<end].count(where: { $0 == 0x0A }) < 2
        else { return nil }
        return (start + 1)..<end
    }

    /// Escapes a bracket that would begin a definition, or a link that doesn't lead to the web.
    private mutating func escapeBracket() {
        let next = index + 1 < lineEnd ? bytes[index + 1] : 0
        let isSafe = next == UInt8(ascii: "(") ? leadsIntoTheWeb(from: index + 2) : next != UInt8(ascii: ":")
        if isSafe { copy(upTo: index + 1) } else { write("\\]", past: index + 1) }
    }

    private func leadsIntoTheWeb(from start: Int) -> Bool {
        let rest = bytes[start..<lineEnd]
        if rest.starts(with: "https://".utf8) || rest.starts(with: "http://".utf8) { return true }
        // A relative address: nothing in it can represent a colon, which would make a scheme.
        let target = rest.prefix { $0 != UInt8(ascii: ")") && $0 > 0x20 }
        let isRelative = target.first.map {
            $0 >= 0x80 || 0x61...0x7A ~= $0 | 0x20 || "#./0123456789".utf8.contains($0)
        }
        return isRelative == true && target.allSatisfy { !":&\\<>`".utf8.contains($0) }
    }

    /// The lines without definitions of web addresses, and these addresses by label.
    private static func definitions(in text: String) -> (lines: [Substring], addresses: [String: String]) {
        var addresses: [String: String] = [:]
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).filter { line in
            guard line.hasPrefix("["), let end = line.utf8.firstIndex(of: UInt8(ascii: "]")),
                line[end...].hasPrefix("]: "), end > line.utf8.index(after: line.startIndex)
            else { return true }
            let address = line[end...].dropFirst(3).drop { $0 == " " }
            guard address.hasPrefix("https://") || address.hasPrefix("http://"),
                address.utf8.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") })
            else { return true }
            let label = key(Array(line[..<end].utf8.dropFirst())[...])
            if addresses[label] == nil { addresses[label] = String(address) }
            return false
        }
        return (lines, addresses)
    }

    /// The form in which labels are compared: without case, and with each run of spaces as one space (CommonMark 0.31,
    /// section 6.3).
    private static func key(_ label: ArraySlice<UInt8>) -> String {
        String(decoding: label, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
