internal import Newsletter
internal import Text

/// The publication doesn't know this tag (`tags`).
///
/// Readers and programs filter entries by tags; a misspelt tag is another tag.
struct UnknownTag: Check {
    static let id = "unknown-tag"
    static let severity = Finding.Severity.hint

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let known = context.settings.tags
        guard !known.isEmpty else { return [] }
        let lowered = Set(known.map { $0.lowercased() })
        return document.issue.sections.filter { $0.kind == .links }.flatMap { section in
            section.entries.flatMap { entry in
                entry.tags.compactMap { tag -> Finding? in
                    guard !lowered.contains(tag.lowercased()), !isLanguage(tag),
                        let range = place(of: tag, entry, document)
                    else { return nil }
                    let nearest = ClosestMatch.of(tag, among: known)
                    return finding(
                        "'\(tag)' is an unknown tag", at: range, in: document,
                        explanation: nearest.map { "Did you mean '\($0)'?" }
                            ?? "Known tags: \(known.joined(separator: ", ")).",
                        fixes: nearest.map { [document.fix("Write '\($0)'", replacing: range, with: $0)] } ?? [])
                }
            }
        }
    }

    /// Whether a tag is a language code: two capital letters.
    private func isLanguage(_ tag: String) -> Bool { tag.utf8.count == 2 && tag.utf8.allSatisfy(ASCII.isUpper) }

    private func place(of tag: String, _ entry: Entry, _ document: Document) -> Range<Int>? {
        document.brackets.first {
            entry.range.bytes.contains($0.whole.lowerBound) && document.bytes[$0.text].elementsEqual(tag.utf8)
        }?.text
    }
}
