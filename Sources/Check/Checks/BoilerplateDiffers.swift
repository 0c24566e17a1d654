internal import Newsletter
internal import Text

/// A paragraph differs by a few words from one that the last issues repeat word for word.
///
/// Something was probably changed or deleted by mistake. URLs and numbers aren't compared.
struct BoilerplateDiffers: Check {
    static let id = "boilerplate-differs"
    static let severity = Finding.Severity.hint

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let usual = context.customs(before: document.issue.header.date).paragraphs
        guard !usual.isEmpty else { return [] }
        var own: [(range: Range<Int>, words: RepeatedText)] = []
        for section in document.issue.sections where section.kind != .quote {
            for entry in section.entries where entry.content == .prose {
                let range = document.bytes.trimmed(entry.range.bytes)
                // Which of several sentences says that a section is empty is up to the section.
                guard !isEmptySectionText(range, document) else { continue }
                own.append((range, RepeatedText(document.bytes[range])))
            }
        }
        let known = Set(own.map(\.words))
        let missing = usual.filter { !known.contains($0) }
        let repeated = Set(usual)
        return own.compactMap { paragraph in
            guard !repeated.contains(paragraph.words) else { return nil }
            for text in missing {
                guard let (added, removed) = paragraph.words.difference(from: text) else { continue }
                return finding(
                    "this paragraph differs in \(max(added.count, removed.count).counted("word")) from the last issues",
                    at: paragraph.range, in: document,
                    explanation: Self.explanation(added, removed))
            }
            return nil
        }
    }

    private func isEmptySectionText(_ range: Range<Int>, _ document: Document) -> Bool {
        let text = document.bytes[range].drop { $0 == 0x2A || $0 == 0x2D || $0 == 0x5F || $0 == 0x20 }
        return text.startsFolded(with: "no ")
    }

    private static func explanation(_ added: [String], _ removed: [String]) -> String {
        let (added, removed) = (added.joined(separator: " "), removed.joined(separator: " "))
        if removed.isEmpty { return "'\(added)' is new here." }
        return added.isEmpty ? "'\(removed)' is missing here." : "They have '\(removed)' instead of '\(added)'."
    }
}
