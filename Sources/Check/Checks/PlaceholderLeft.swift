internal import Newsletter

/// A placeholder was not replaced with content.
///
/// `INSERT_LINK_HERE`, `[link TBD]`, `[ - ]()` and the like are for editors; the settings can add more
/// (`placeholders`). Comments aren't searched: readers don't see them, and `finish` removes them.
struct PlaceholderLeft: Check {
    static let id = "placeholder-left"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let placeholders = Placeholders(context.publication)
        let whole = wholes(in: document, placeholders)
        let within = placeholders.occurrences(in: document.bytes).filter { range in
            document.showsText(at: range.lowerBound) && !whole.contains { $0.overlaps(range) }
        }
        return (whole + within).map { left($0, in: document, context.publication) }
    }

    private func left(_ range: Range<Int>, in document: Document, _ publication: Publication) -> Finding {
        let lasting = publication.placeholders[document.text(range)]?.address.map { target -> String in
            let page = SiteAddress.page(of: target, issue: document.issue.header.number ?? 0)
            return "Write the address, or \(SiteAddress(publication).url(page))."
        }
        return finding(
            "the placeholder '\(document.text(range))' was left in", at: range, in: document,
            explanation: lasting ?? "Replace the placeholder with content, or remove the line.")
    }

    /// The texts that can be a placeholder as a whole: addresses, bracketed words and lines.
    private func wholes(in document: Document, _ placeholders: Placeholders) -> [Range<Int>] {
        let bytes = document.bytes
        let addresses = document.destinations.compactMap { link -> Range<Int>? in
            if placeholders.standsForAddress(bytes[link.url]) { return link.url }
            let isEmpty = link.kind == .inline && link.url.isEmpty && self.isEmpty(link.text, in: document)
            return isEmpty ? link.whole : nil
        }
        return addresses + document.brackets.filter { placeholders.contains(bytes[$0.text]) }.map(\.whole)
            + document.lines.compactMap { mark(in: $0, document, placeholders) }
    }

    private func isEmpty(_ text: Range<Int>, in document: Document) -> Bool {
        document.bytes[text].allSatisfy { ASCII.isSpace($0) || $0 == 0x2D }
    }

    /// The range of a line that is a placeholder or a note to oneself: `// TODO …`.
    private func mark(in line: Line, _ document: Document, _ placeholders: Placeholders) -> Range<Int>? {
        guard line.kind == .text || line.kind == .item || line.kind == .header else { return nil }
        let bytes = document.bytes
        let content = document.content(line)
        guard let first = content.first.map({ bytes[$0] }) else { return nil }
        switch first {
        case UInt8(ascii: "$"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            if line.kind != .header, placeholders.contains(bytes[content]) { return content }
            let isNote = bytes.has("TODO:", at: content.lowerBound) || bytes.has("FIXME:", at: content.lowerBound)
            return isNote ? content : note(in: content, document)
        case UInt8(ascii: "/"):
            return bytes.has("// TODO", at: content.lowerBound) || bytes.has("// FIXME", at: content.lowerBound)
                ? content : nil
        default: return note(in: content, document)
        }
    }

    /// A note to oneself after a link: `[Title](URL) TODO: shorten`.
    private func note(in content: Range<Int>, _ document: Document) -> Range<Int>? {
        guard let link = document.links(in: content).last(where: { $0.kind == .inline }) else { return nil }
        let rest = document.bytes.trimmed(link.whole.upperBound..<max(link.whole.upperBound, content.upperBound))
        let isNote = ["TODO", "FIXME", "XXX"].contains { (word: StaticString) in
            document.bytes.has(word, at: rest.lowerBound)
                && (rest.count == word.utf8CodeUnitCount
                    || !ASCII.isWord(document.bytes[rest.lowerBound + word.utf8CodeUnitCount]))
        }
        return isNote && document.showsText(at: rest.lowerBound) ? rest : nil
    }
}

extension Document {
    /// Whether readers see a byte as text, because it is neither in code nor in a comment.
    func showsText(at offset: Int) -> Bool {
        switch lines[line(at: offset)].kind {
        case .comment, .code, .html, .blank, .rule: return false
        case .header, .heading, .item, .text, .quote, .definition, .table:
            return !codeSpans.contains { $0.whole.contains(offset) }
                && !inlineComments.contains { $0.contains(offset) }
        }
    }
}
