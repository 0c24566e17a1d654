import CMarkGFM
import Newsletter

@testable import Markdown

/// Counts an issue's links without the reader: over the C parser's own tree, and by eye for `<a href` in raw HTML.
enum IndependentLinks {
    /// How often each address stands in the text below the header.
    static func counted(in bytes: [UInt8]) -> [String: Int] {
        let source = SourceText(bytes)
        let line = HeaderReader.fields(of: source).bodyLine
        let body = ReferenceDefinitions.keepingLast(source, fromLine: line)
        return counted(inBody: body ?? Array(bytes[source.start(ofLine: line)...]))
    }

    /// By the reader, which does so once: the C library has no lock for it.
    private static let registered: Void = MarkdownTree.withTree(parsing: UnsafeBufferPointer(start: nil, count: 0)) {
        _ in
    }

    private static func counted(inBody body: [UInt8]) -> [String: Int] {
        _ = registered
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [:] }
        defer { cmark_parser_free(parser) }
        // Without strikethrough, which makes and breaks no link, and would take the `~` away from the reader under test.
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
        body.withUnsafeBytes { cmark_parser_feed(parser, $0.bindMemory(to: CChar.self).baseAddress, body.count) }
        let document = cmark_parser_finish(parser)
        defer { cmark_node_free(document) }
        let iterator = cmark_iter_new(document)
        defer { cmark_iter_free(iterator) }
        var counts: [String: Int] = [:]
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return counts }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
            switch cmark_node_get_type(node) {
            case CMARK_NODE_LINK:
                let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
                counts[String(address.unicodeScalars.drop { $0.value <= 0x20 }), default: 0] += 1
            case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
                let html = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
                for address in anchors(in: html) { counts[address, default: 0] += 1 }
            default: break
            }
        }
    }

    /// The addresses of `<a … href="…">` outside comments.
    private static func anchors(in html: String) -> [String] {
        // `<!--` in an attribute begins no comment. By scalars: a combining mark makes one character with a `>` before it.
        let commentOrTag = /<!--(?s:.*?)(?:-->|$)|<[A-Za-z](?:[^>"']|"[^"]*"|'[^']*')*>/
        let text = html.replacing(commentOrTag.matchingSemantics(.unicodeScalar)) { match in
            match.0.hasPrefix("<!--") ? "" : match.0
        }
        let anchor = /<[aA]\s[^>]*?[hH][rR][eE][fF]\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)[^>]*>/
        return text.matches(of: anchor.matchingSemantics(.unicodeScalar)).map {
            String($0.1.trimmingPrefix(/["']/)).replacing(/["']$/, with: "").replacing("&amp;", with: "&")
        }
    }
}
