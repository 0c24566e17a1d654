internal import CMarkGFM
internal import Synchronization
internal import Text

/// A parsed Markdown text: CommonMark with GitHub's tables, strikethrough and footnotes, parsed by cmark-gfm.
///
/// No other type owns memory of the C parser.
///
/// Several threads parse texts at once. The parsers of cmark-gfm 0.29 share the following data, safely for these
/// reasons:
///
/// - `SPECIAL_CHARS` and `SKIP_CHARS` (inlines.c), one byte for each character. `cmark_parser_finish` sets the bytes of
///   an extension's characters when it begins to parse inlines and clears them when it is done, so one parser could
///   clear another's `~`, and `~~text~~` was rendered literally. Both tables are only read at the bytes of the text.
///   Therefore a text without a `~` is parsed without the extension and never reads these bytes; the others, about one
///   in six, are parsed one at a time. (The byte can't be set permanently: the list of an extension's characters also
///   determines which extension closes a delimiter, so it can't be emptied, and every parser with that list clears the
///   byte.)
/// - The registry of extensions, the numbers of their node types, and the `registered` flag: written only by
///   ``registered``, which runs once before any parser is created.
/// - The library's own arena (arena.c), which the table extension pushes and pops: stays empty, because nothing
///   allocates from it; then both calls only read a null pointer.
/// - The table of memory functions in shim.h: constant. The memory itself is thread-local.
enum MarkdownTree {
    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()
    private static let strikethrough = Mutex(())

    /// Parses a text, passes its tree's root to `body`, and frees the tree when `body` returns.
    ///
    /// Nodes must not escape from `body`.
    ///
    /// - Parameter body: receives nil if the tree needs more memory than ``memoryLimit(forText:)``.
    static func withTree<Result, Failure: Error>(
        parsing text: UnsafeBufferPointer<UInt8>, _ body: (MarkdownNode?) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        _ = registered
        parser_arena_open(memoryLimit(forText: text.count))
        defer { parser_arena_close() }
        // The parser and everything it allocates are in the thread's arena; nothing is freed individually.
        let options = CMARK_OPT_DEFAULT | CMARK_OPT_UNSAFE | (hasFootnotes(text) ? CMARK_OPT_FOOTNOTES : 0)
        let parser = cmark_parser_new_with_mem(options, parser_arena_memory())!
        attach("table", to: parser)
        let hasTilde = text.firstIndex(of: UInt8(ascii: "~"), from: 0) != nil
        if hasTilde { attach("strikethrough", to: parser) }
        let isRead = text.withMemoryRebound(to: CChar.self) { parser_arena_feed(parser, $0.baseAddress, $0.count) }
        guard isRead != 0 else { return try body(nil) }
        var root: OpaquePointer?
        if hasTilde {
            strikethrough.withLock { _ in root = parser_arena_finish(parser) }
        } else {
            root = parser_arena_finish(parser)
        }
        return try body(root.map { MarkdownNode($0) })
    }

    /// Whether a text has `[^`.
    private static func hasFootnotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        // Carets are rare.
        while let caret = text.firstIndex(of: UInt8(ascii: "^"), from: index) {
            if caret > 0, text[caret - 1] == UInt8(ascii: "[") { return true }
            index = caret + 1
        }
        return false
    }

    private static func attach(_ name: String, to parser: OpaquePointer) {
        if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }

    /// The limit for a tree's memory in bytes, far more than prose and links need, and enough for the largest file that
    /// is read.
    static func memoryLimit(forText size: Int) -> Int { 128 << 20 + 8 * size }
}

/// A node of a tree: a thin wrapper around the C parser's node.
struct MarkdownNode {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    enum Kind {
        case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
        case table, tableRow, tableCell, strikethrough, footnoteReference, footnoteDefinition, other
    }

    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
        default: extensionKind
        }
    }

    private var extensionKind: Kind {
        switch String(cString: cmark_node_get_type_string(pointer)) {
        case "table": .table
        case "table_row", "table_header": .tableRow
        case "table_cell": .tableCell
        case "strikethrough": .strikethrough
        default: .other
        }
    }

    var parent: MarkdownNode? { cmark_node_parent(pointer).map(MarkdownNode.init) }

    /// The next sibling.
    var following: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }

    /// The node's child, if there is exactly one.
    var onlyChild: MarkdownNode? {
        guard let first = cmark_node_first_child(pointer), cmark_node_next(first) == nil else { return nil }
        return MarkdownNode(first)
    }

    /// Whether an inline node is the first one on its line.
    var startsLine: Bool {
        guard let previous = cmark_node_previous(pointer).map(MarkdownNode.init) else { return true }
        return previous.kind == .softBreak || previous.kind == .lineBreak
    }

    var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }

    var lastChild: MarkdownNode? { cmark_node_last_child(pointer).map(MarkdownNode.init) }

    var children: Siblings { Siblings(upcoming: cmark_node_first_child(pointer)) }

    /// A node's children in order, without allocating an array.
    struct Siblings: Sequence, IteratorProtocol {
        fileprivate var upcoming: OpaquePointer?

        mutating func next() -> MarkdownNode? {
            guard let current = upcoming else { return nil }
            upcoming = cmark_node_next(current)
            return MarkdownNode(current)
        }
    }

    /// The bytes of a text, code or raw HTML node, or a footnote's number; valid as long as the tree.
    var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
    /// The destination of a link or image, with entities and escapes resolved.
    var url: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
    /// Sets the destination of a link or image.
    func setURL(_ url: String) { _ = cmark_node_set_url(pointer, url) }
    /// The title of a link or image.
    var title: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
    /// The info string of a code block.
    var fenceInfo: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }

    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
    var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

    /// The alignments of a table's columns: `l`, `c`, `r`, or 0 if none is given.
    var alignments: [UInt8] {
        let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
        guard let first = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return Array(UnsafeBufferPointer(start: first, count: count))
    }

    /// The node's first line within the parsed text, counted from 1.
    ///
    /// The C parser has no location for a paragraph whose last line became a table's header, and reports that the table
    /// begins where the paragraph does.
    var startLine: Int {
        if let table = tableFromLastLine { return Int(cmark_node_get_start_line(table.pointer)) }
        return isTableBehindText ? headLine : Int(cmark_node_get_start_line(pointer))
    }
    var startColumn: Int { Int(cmark_node_get_start_column(tableFromLastLine?.pointer ?? pointer)) }
    var endLine: Int {
        if let table = tableFromLastLine { return table.headLine - 1 }
        let end = Int(cmark_node_get_end_line(pointer))
        // The parser lets a heading underlined with `---` extend into the line after it.
        guard kind == .heading, let following, following.startLine > startLine else { return end }
        return min(end, following.startLine - 1)
    }

    /// The table that took the last line of this paragraph as its header.
    private var tableFromLastLine: MarkdownNode? {
        guard cmark_node_get_start_line(pointer) == 0, kind == .paragraph, let following, following.kind == .table
        else {
            return nil
        }
        return following
    }

    private var isTableBehindText: Bool {
        guard kind == .table, let previous = cmark_node_previous(pointer) else { return false }
        return cmark_node_get_start_line(previous) == 0
    }

    /// A table's first line: two lines before its first row, or one before its end if it has no rows.
    private var headLine: Int {
        if let row = firstChild?.following { return row.startLine - 2 }
        return Int(cmark_node_get_end_line(pointer)) - 1
    }

    private static func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
        var count = 0
        while string[count] != 0 { count += 1 }
        return UnsafeBufferPointer(start: UnsafeRawPointer(string).assumingMemoryBound(to: UInt8.self), count: count)
    }
}
