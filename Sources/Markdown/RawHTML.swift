/// Passes an editor's raw HTML through without letting it break the page: every tag opened in an issue is closed.
///
/// Comments are dropped, unclosed start tags are closed at the end of their Markdown element, and end tags without a
/// start tag are dropped, as are tags that belong to the page (`</body>`, `<main>`).
struct RawHTML {
    private struct OpenTag: Hashable {
        var name: String
        /// The nesting depth of the Markdown element in which the tag was opened.
        var depth: Int
    }

    private var open: [OpenTag] = []
    /// The number of open tags by name, so that an end tag without a start tag is recognised at once.
    private var counts: [OpenTag: Int] = [:]
    private var openScripts = 0
    /// The nesting depth of the current Markdown element; end tags for lower depths belong to an outer element.
    private var depth = 0

    /// Whether a link is open. Links can't be nested: at the second, a browser would end the first.
    var isInLink = false
    /// The URLs of links and images that are paths from the site's root, until they are taken.
    var rootPaths: [String] = []

    mutating func enterElement() { depth += 1 }

    /// Closes the tags that the Markdown element left open.
    mutating func leaveElement(into output: inout [UInt8]) {
        while let last = open.last, last.depth >= depth {
            output.append(contentsOf: "</\(last.name)>".utf8)
            pop()
        }
        depth -= 1
    }

    private mutating func push(_ name: String) {
        let tag = OpenTag(name: name, depth: depth)
        open.append(tag)
        counts[tag, default: 0] += 1
        if name == "script" { openScripts += 1 }
    }

    private mutating func pop() {
        let tag = open.removeLast()
        counts[tag, default: 1] -= 1
        if tag.name == "script" { openScripts -= 1 }
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var scanner = HTMLScanner(bytes)
        while let piece = scanner.next() {
            switch piece {
            case .text(let range):
                output.append(contentsOf: bytes[range])
            case .comment:
                break
            case .strayBracket:
                output.append(contentsOf: "&lt;".utf8)
            case .endTag(let name, _):
                close(name, in: &output)
            case .startTag(let tag):
                if Self.ofThePage.contains(tag.name) || isInLink && tag.name == "a" { continue }
                append(tag, of: bytes, to: &output)
                if !tag.attributes.isEmpty { rootPaths += Self.rootPaths(tag, in: bytes) }
                if Self.rawText.contains(tag.name) {
                    let range = scanner.skipRawText(until: tag.name)
                    if tag.name == "script" {
                        appendScript(bytes[range], isClosed: range.upperBound < bytes.count, to: &output)
                    } else {
                        output.append(contentsOf: bytes[range])
                    }
                }
            }
        }
    }

    /// Appends a script. A `<!--` in a script makes a following `<script` swallow the end tag of the script itself
    /// (WHATWG HTML 13.2.5.26, "script data double escaped").
    private func appendScript(
        _ script: Slice<UnsafeBufferPointer<UInt8>>, isClosed: Bool, to output: inout [UInt8]
    ) {
        let text = Array(script)
        let isHarmless = isClosed && !String(decoding: text, as: UTF8.self).lowercased().hasBytes(of: "<script")
        var start = 0
        for index in text.indices
        where !isHarmless && text[index] == UInt8(ascii: "<") && text[index...].starts(with: "<!--".utf8) {
            output += text[start...index]
            output.append(UInt8(ascii: "\\"))
            start = index + 1
        }
        output += text[start...]
    }

    private mutating func append(
        _ tag: HTMLScanner.StartTag, of bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
    ) {
        if Self.void.contains(tag.name) || !tag.isSelfClosing {
            if openScripts > 0 {
                appendScript(bytes[tag.range], isClosed: false, to: &output)
            } else {
                output.append(contentsOf: bytes[tag.range])
            }
            if !Self.void.contains(tag.name) { push(tag.name) }
        } else {
            // In HTML, only void elements can be self-closing: `<a name="x"/>` would stay open.
            var end = tag.range.upperBound - 1
            while bytes[end - 1] == UInt8(ascii: "/") || bytes[end - 1] == 0x20 { end -= 1 }
            output.append(contentsOf: bytes[tag.range.lowerBound..<end])
            output.append(contentsOf: "></\(tag.name)>".utf8)
        }
    }

    private mutating func close(_ name: String, in output: inout [UInt8]) {
        let tag = OpenTag(name: name, depth: depth)
        guard counts[tag, default: 0] > 0 else { return }
        while let last = open.last {
            output.append(contentsOf: "</\(last.name)>".utf8)
            pop()
            if last == tag { return }
        }
    }

    private static let void: Set<String> = [
        "area", "br", "col", "embed", "hr", "img", "input", "param", "source", "track", "wbr",
    ]
    private static let rawText: Set<String> = ["script", "style", "textarea", "iframe", "noembed", "xmp", "noframes"]
    private static let ofThePage: Set<String> = [
        "html", "head", "body", "main", "base", "meta", "link", "title", "frame", "frameset", "plaintext",
    ]
}
