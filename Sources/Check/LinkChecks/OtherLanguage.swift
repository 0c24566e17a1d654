internal import Newsletter

/// The page says that it is in another language than the publication, and its entry does not say so.
///
/// Put the language's code before it, such as `[ES]`, so that readers know. Where the title tells the language,
/// `missing-language-tag` speaks of it.
struct OtherLanguage: LinkCheck {
    static let id = "other-language"
    static let severity = Finding.Severity.warning

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.isGood, place.offersReading, let code = answer.page?.languageCode,
            code != context.publication.language.lowercased(), let entry = place.entry
        else { return nil }
        // Many templates say English of everything.
        guard code != "en" else { return nil }
        if let tag = entry.tags.first(where: MissingLanguageTag.isLanguage) {
            guard tag.lowercased() != code, tag.utf8.count == 2 else { return nil }
            return finding(
                "the page's language is '\(code)', but the tag says '\(tag)'", at: place,
                explanation: "Open the page and see which is right.", severity: .hint)
        }
        // The title in English, and a page that says nothing else, speak for a template's mistake.
        guard TitleLanguage.code(of: entry.title) == nil else { return nil }
        return finding(
            "the page's language is '\(code)'", at: place,
            explanation: "Put the language's code before the entry, so that readers know.",
            fixes: [
                place.fix(
                    "Put '[\(code.uppercased())]' before it", replacing: entry.start..<entry.start,
                    with: "[\(code.uppercased())] ")
            ])
    }
}
