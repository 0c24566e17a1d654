internal import Markdown
internal import Newsletter

/// Writes blocks as text that is made for reading: headings underlined, lines of at most 72 columns, and links numbered
/// or beside their text.
struct MailText {
    /// In columns of a terminal.
    static let width = 72

    private let style: MailSettings.LinkStyle
    /// How many links have been numbered so far.
    private var count = 0
    /// The links of the current part, which are listed at its end.
    private var links: [(number: Int, url: String)] = []

    private init(_ style: MailSettings.LinkStyle) {
        self.style = style
    }

    /// The text of each part. Numbers of links go on from part to part, so that leaving out the last parts changes
    /// nothing in the others.
    static func texts(of parts: [[RichBlock]], links style: MailSettings.LinkStyle) -> [String] {
        var writer = MailText(style)
        return parts.map { part in
            var lines = writer.lines(of: part, width: width)
            if !writer.links.isEmpty {
                lines += [""] + writer.links.map { "[\($0.number)] \($0.url)" }
                writer.links.removeAll()
            }
            return lines.joined(separator: "\n") + "\n"
        }
    }

    /// A heading of the first level.
    static func heading(_ title: String) -> String {
        var writer = MailText(.inline)
        return writer.lines(of: .heading(level: 1, [.text(title)]), width: width).joined(separator: "\n")
    }

    private mutating func lines(of blocks: [RichBlock], width: Int) -> [String] {
        var lines: [String] = []
        for block in blocks {
            if !lines.isEmpty { lines.append("") }
            lines += self.lines(of: block, width: max(width, 24))
        }
        return lines
    }

    private mutating func lines(of block: RichBlock, width: Int) -> [String] {
        switch block {
        case .heading(let level, let line):
            let lines = LineWrapping.lines(of: text(of: line), width: width)
            let longest = lines.map(LineWrapping.columns).max() ?? 0
            let mark = level <= 2 ? "=" : level == 3 ? "-" : "~"
            return lines + [String(repeating: mark, count: min(longest, width))]
        case .paragraph(let line): return LineWrapping.lines(of: text(of: line), width: width)
        case .list(let list): return self.lines(of: list, width: width)
        case .quote(let blocks): return self.lines(of: blocks, width: width - 2).map { $0.isEmpty ? ">" : "> \($0)" }
        case .code(let code):
            return code.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
                $0.isEmpty ? "" : "    \($0)"
            }
        case .table(let rows):
            return rows.flatMap { row in
                let cells = row.map { text(of: $0.content) }.filter { !$0.isEmpty }
                return LineWrapping.lines(of: cells.joined(separator: " | "), width: width)
            }
        case .rule: return [String(repeating: "-", count: 24)]
        }
    }

    private mutating func lines(of list: RichList, width: Int) -> [String] {
        var lines: [String] = []
        for (index, item) in list.items.enumerated() {
            let mark = list.start.map { "\($0 &+ index). " } ?? "* "
            let indent = String(repeating: " ", count: mark.count)
            var inner: [String] = []
            for block in item {
                // Lists within an item follow its text at once.
                if !inner.isEmpty, !Self.isList(block) { inner.append("") }
                inner += self.lines(of: block, width: max(width - mark.count, 24))
            }
            for (number, line) in inner.enumerated() {
                lines.append(number == 0 ? mark + line : line.isEmpty ? "" : indent + line)
            }
        }
        return lines
    }

    private static func isList(_ block: RichBlock) -> Bool {
        if case .list = block { true } else { false }
    }

    /// The text of a line, with `\n` where it breaks.
    private mutating func text(of line: [RichInline]) -> String {
        var output = ""
        for part in line {
            switch part {
            case .text(let text): output += text
            case .styled(.struck, let inner): output += "~\(text(of: inner))~"
            case .styled(_, let inner): output += text(of: inner)
            case .image(let image): output += image.alternative.isEmpty ? "" : "[\(image.alternative)]"
            case .lineBreak: output += "\n"
            case .link(let url, let inner):
                let text = text(of: inner)
                output += text + mark(of: url, after: text)
            }
        }
        return output
    }

    /// What follows the text of a link; nothing if the text already says where the link leads.
    private mutating func mark(of url: String, after text: String) -> String {
        guard text != url, "mailto:\(text)" != url else { return "" }
        switch style {
        case .inline: return " <\(url)>"
        case .numbered:
            count += 1
            links.append((count, url))
            return " [\(count)]"
        }
    }
}
