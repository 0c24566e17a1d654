package import Newsletter

extension IssueReader {
    /// Reads the lines of a list in the same way as in a section, to test lines before they are inserted there.
    ///
    /// - Parameters:
    ///   - title: the section's heading.
    ///   - kind: a kind whose lists are read item by item.
    /// - Returns: the entries that aren't prose.
    package static func listItems(
        _ lines: String, inSection title: String, of kind: SectionKind, header: IssueHeader
    ) -> [Entry] {
        let source = SourceText(Array(lines.utf8))
        var reader = EntryReader(
            source: source, lineOffset: 0, header: header, rule: SectionRule(kind: kind, headings: []), section: title)
        source.bytes.withUnsafeBufferPointer { bytes in
            // Without a tree there are no items, and the caller inserts them one by one.
            MarkdownTree.withTree(parsing: bytes) { root in
                if let root { reader.read(Array(root.children)) }
            }
        }
        return reader.entries.filter { $0.content != .prose }
    }
}
