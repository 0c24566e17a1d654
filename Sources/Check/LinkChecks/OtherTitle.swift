internal import Newsletter

/// The page's title has no word in common with the link's text.
///
/// The link may lead to the wrong page. If you reworded the text on purpose, keep it.
struct OtherTitle: LinkCheck {
    static let id = "other-title"
    static let severity = Finding.Severity.hint

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.isGood, place.offersReading, let page = answer.page, let title = page.title,
            let written = place.entry?.title
        else { return nil }
        let words = TitleOverlap.words(written)
        let own = TitleOverlap.words(title).union(page.sharedTitle.map(TitleOverlap.words) ?? [])
        guard words.count >= 2, own.count >= 2, words.isDisjoint(with: own) else { return nil }
        // A title in another script can't have a word in common.
        guard TitleLanguage.code(of: written) == TitleLanguage.code(of: title) else { return nil }
        return finding(
            "the page has a different title", at: place,
            explanation: "Check that the link leads to the page that its text describes.",
            notes: ["the page's title is '\(title)'"]
        )
    }
}
