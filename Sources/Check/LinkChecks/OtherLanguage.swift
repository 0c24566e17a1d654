internal import Newsletter

/// The page is in another language than the publication, according to its source, but the entry has no tag for the
/// language.
///
/// Add the language's code before the entry, such as `[ES]`, so that readers know. If the title shows the language,
/// `missing-language-tag` reports it instead.
struct OtherLanguage: LinkCheck {
    static let id = "other-language"
    static let severity = Finding.Severity.warning

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.isGood, place.offersReading, let code = answer.page?.languageCode,
            code != context.publication.language.prefix(while: { $0 != "-" }).lowercased(), let entry = place.entry
        else { return nil }
        // Many templates declare every page to be in English.
        guard code != "en" else { return nil }
        if let tag = entry.tags.first(where: MissingLanguageTag.isLanguage) {
            guard tag.lowercased() != code, tag.utf8.count == 2 else { return nil }
            return finding(
                "the page's language is '\(code)', but the tag says '\(tag)'", at: place,
                explanation: "Open the page to see which is right.", severity: .hint)
        }
        // If the title is in English and nothing else suggests another language, the template is probably wrong.
        guard TitleLanguage.code(of: entry.title) == nil else { return nil }
        return finding(
            "the page's language is '\(code)'", at: place,
            explanation: "Add the language's code before the entry, so that readers know.",
            fixes: [
                place.fix(
                    "Add '[\(code.uppercased())]' before it", replacing: entry.start..<entry.start,
                    with: "[\(code.uppercased())] ")
            ])
    }
}
