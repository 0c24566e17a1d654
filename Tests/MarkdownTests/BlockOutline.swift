internal import CMarkGFM

@testable import Markdown

/// The blocks of a text that are in no list and no quotation, by their first lines, as the line scanner or as cmark
/// has them.
struct BlockOutline {
    enum Block: Hashable {
        case heading(level: Int)
        case thematicBreak, fencedCode, indentedCode, html, paragraph, table
    }

    /// By lines, counted from 1.
    private var blocks: [Int: Block] = [:]

    /// The first line on which scanner and parser disagree; nil if they agree.
    static func dispute(about bytes: [UInt8]) -> String? {
        let (scanned, parsed) = (BlockOutline(scanning: bytes).blocks, BlockOutline(parsing: bytes).blocks)
        guard let line = Set(scanned.keys).union(parsed.keys).sorted().first(where: { scanned[$0] != parsed[$0] })
        else {
            return nil
        }
        let names = [scanned[line], parsed[line]].map { $0.map { "\($0)" } ?? "nothing" }
        return "line \(line) begins \(names[0]), but for the parser \(names[1])"
    }

    init(scanning bytes: [UInt8]) {
        let lines = LineScanner(SourceText(bytes)).lines
        for (index, line) in lines.enumerated() where line.isTopLevel {
            let above = index > 0 ? lines[index - 1] : nil
            let isFirst = above?.isTopLevel != true || above?.kind != line.kind
            switch line.kind {
            case .heading(let level): blocks[index + 1] = .heading(level: level)
            case .thematicBreak: blocks[index + 1] = .thematicBreak
            case .fence: blocks[index + 1] = .fencedCode
            case .underlinedHeading(let level) where isFirst:
                blocks[Self.start(ofParagraph: index, lines) + 1] = .heading(level: level)
            case .text where isFirst: blocks[Self.start(ofParagraph: index, lines) + 1] = .paragraph
            case .tableRow where isFirst: blocks[Self.start(ofParagraph: index, lines) + 1] = .table
            case .indentedCode where isFirst && !Self.continuesCode(index, lines): blocks[index + 1] = .indentedCode
            default: break
            }
        }
    }

    /// cmark counts the definitions in front of a paragraph as lines of it.
    private static func start(ofParagraph first: Int, _ lines: [MarkdownLine]) -> Int {
        var index = first
        while index > 0, lines[index - 1].kind == .definition, lines[index - 1].isTopLevel { index -= 1 }
        return index
    }

    private static func continuesCode(_ index: Int, _ lines: [MarkdownLine]) -> Bool {
        let above = lines[..<index].last { $0.kind != .blank || !$0.isTopLevel }
        return above?.kind == .indentedCode && above?.isTopLevel == true
    }

    init(parsing bytes: [UInt8]) {
        let blocks: [Int: Block] = bytes.withUnsafeBufferPointer { text in
            MarkdownTree.withTree(parsing: text) { root in
                var blocks: [Int: Block] = [:]
                var node = root?.firstChild
                while let current = node {
                    if let block = Self.block(current) { blocks[current.startLine] = block }
                    node = current.following
                }
                return blocks
            }
        }
        self.blocks = blocks
    }

    private static func block(_ node: MarkdownNode) -> Block? {
        switch node.kind {
        case .heading: return .heading(level: node.headingLevel)
        case .thematicBreak: return .thematicBreak
        case .paragraph: return .paragraph
        case .table: return .table
        case .codeBlock:
            var (length, offset, mark): (Int32, Int32, CChar) = (0, 0, 0)
            return cmark_node_get_fenced(node.pointer, &length, &offset, &mark) != 0 ? .fencedCode : .indentedCode
        default: return nil
        }
    }
}

/// Whether cmark knows the definitions that the line scanner finds, and no others.
struct DefinitionComparison {
    /// The labels on which they disagree.
    static func disputed(in bytes: [UInt8]) -> [String] {
        let scanner = LineScanner(SourceText(bytes))
        let found = Set(scanner.definitions.map { label(bytes[$0.label]) })
        let seeming = scanner.lines.lazy.filter { $0.kind == .text || $0.kind == .tableRow }.compactMap { line in
            lookalike(bytes[line.content..<line.bytes.upperBound])
        }
        // A label over several lines of a quotation has marks in it, and may be any other's twin.
        let lookalikes = found.allSatisfy(isPlain) ? Array(seeming) : []
        let labels = Array(found.union(lookalikes)).sorted().filter(isPlain)
        guard !labels.isEmpty else { return [] }
        // References above the text reach its definitions, whatever is open at its end.
        let text = labels.flatMap { Array("[\($0)]\n\n".utf8) } + bytes
        let isDefined: [Bool] = text.withUnsafeBufferPointer { text in
            MarkdownTree.withTree(parsing: text) { root in
                var nodes = root?.firstChild
                return labels.map { _ in
                    defer { nodes = nodes?.following }
                    return nodes?.onlyChild?.kind == .link
                }
            }
        }
        return zip(labels, isDefined).filter { found.contains($0) != $1 }.map(\.0)
    }

    private static func lookalike(_ line: ArraySlice<UInt8>) -> String? {
        guard line.first == UInt8(ascii: "["), let end = line.firstIndex(of: UInt8(ascii: "]")),
            line[end...].dropFirst().first == UInt8(ascii: ":")
        else { return nil }
        return label(line[..<end].dropFirst())
    }

    private static func label(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased().split { " \t\n\r\r\n".contains($0) }.joined(separator: " ")
    }

    /// Whether a label is compared the same way here and there, and is a reference when it is alone in brackets.
    private static func isPlain(_ label: String) -> Bool {
        !label.isEmpty && label.utf8.count < 200
            && label.utf8.allSatisfy { $0 < 0x7F && ($0 == 0x20 || $0.isASCIILetterOrDigit || "-_.".utf8.contains($0)) }
            && label.lowercased() == label
    }
}
