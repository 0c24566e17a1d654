internal import Newsletter

/// A section says that it has no entries this time, but has some.
///
/// "No calls for testing were issued this week" comes from the template; remove it when the first entry is added.
struct NoneBesideEntries: Check {
    static let id = "none-beside-entries"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let sections = document.issue.sections
        return sections.indices.flatMap { index in
            sections[index].entries.compactMap { entry -> Finding? in
                guard saysNone(entry, document) else { return nil }
                var family = [sections[index]]
                for inner in sections[(index + 1)...] {
                    guard inner.level > sections[index].level else { break }
                    family.append(inner)
                }
                let other = family.lazy.flatMap(\.entries).first {
                    $0.content.type != "prose" && $0.url != nil && !saysNone($0, document)
                }
                guard let other, !namesParts(entry) else { return nil }
                return finding(
                    "the section says that it is empty, but it isn't",
                    at: document.bytes.trimmed(entry.range.bytes),
                    in: document, explanation: "Remove the sentence.",
                    notes: [document.note("for example this entry", at: other.range.bytes.lowerBound)])
            }
        }
    }

    /// Whether an entry says that the section has no entries: `*No calls were issued this week.*`
    private func saysNone(_ entry: Entry, _ document: Document) -> Bool {
        let text = document.bytes[entry.range.bytes].drop { $0 == 0x2A || $0 == 0x2D || $0 == 0x5F || $0 == 0x20 }
        return text.startsFolded(with: "no ") && document.bytes[entry.range.bytes].contains(0x2A)
            && document.bytes.first("this week", in: entry.range.bytes) != nil
    }

    /// Whether an entry names some parts only: "No items this week for A, B or C" isn't about the entries that follow.
    private func namesParts(_ entry: Entry) -> Bool { entry.urls.count > 0 }
}
