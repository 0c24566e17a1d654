internal import Newsletter

/// A page in another language than the publication's has no tag with the language's code, such as `[ES]`.
///
/// The language is guessed from the title's letters and most common words, so only clear cases are found.
struct MissingLanguageTag: Check {
    static let id = "missing-language-tag"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let own = context.publication.language.prefix { $0 != "-" }.uppercased()
        return document.issue.sections.filter { $0.kind == .links }.flatMap { section in
            section.entries.compactMap { entry -> Finding? in
                guard case .link = entry.content, let code = TitleLanguage.code(of: entry.title), code != own,
                    !entry.tags.contains(where: { Self.isLanguage($0) })
                else { return nil }
                let line = document.lines[entry.range.start.line - 1]
                let start = max(line.content, entry.range.bytes.lowerBound)
                return finding(
                    "the title isn't in the publication's language", at: document.place(of: entry), in: document,
                    explanation: "Add the language's code before the title, so that readers know.",
                    fixes: [document.fix("Add '[\(code)]' before it", replacing: start..<start, with: "[\(code)] ")])
            }
        }
    }

    static func isLanguage(_ tag: String) -> Bool {
        let words = tag.split { !$0.isLetter }
        return words.contains { 2...3 ~= $0.utf8.count && $0.utf8.allSatisfy { ASCII.isLetter($0) } }
            || words.contains { names.contains($0.lowercased()) }
    }

    private static let names: Set<String> = [
        "chinese", "french", "german", "japanese", "korean", "portuguese", "russian", "spanish", "deutsch", "français",
        "español", "português",
    ]
}
