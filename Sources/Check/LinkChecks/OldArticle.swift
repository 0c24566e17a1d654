internal import Newsletter
internal import Text

/// The page was published long before the issue (`links: old-after-weeks`, 26 by default).
///
/// An old article may have been included by mistake. If it is intended, say so in the entry.
struct OldArticle: LinkCheck {
    static let id = "old-article"
    static let severity = Finding.Severity.hint

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.isGood, place.offersReading, let published = answer.page?.published else { return nil }
        let age = place.sheet.date.daysSince1970 - published.daysSince1970
        guard age > context.settings.links.oldAfterWeeks * 7 else { return nil }
        return finding(
            "the page is from \(published)", at: place,
            explanation:
                "That is \((age / 7).counted("week")) before the issue; if you want an old article, keep the link.")
    }
}
