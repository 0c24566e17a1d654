internal import Archive
internal import Markdown
internal import Newsletter

extension Site {
    /// The corrections of the issue before another one, as that one's mail lists them; empty if there are none.
    func corrections(before summary: IssueSummary) -> [RichBlock] {
        guard let index = issues.summaries.firstIndex(where: { $0.path == summary.path }), index > 0 else { return [] }
        let last = issues.summaries[index - 1]
        guard let announced = corrections(of: last)?.announced, !announced.isEmpty else { return [] }
        let items = announced.map { correction -> [RichBlock] in
            [.paragraph([.text("\(words.long(day(of: correction))): \(correction.reason)")])]
        }
        let heading = words["corrections_of"].replacing("{title}", with: last.header.title)
        let page = address.url(last.path) + "#Corrections"
        return [
            .heading(level: 2, [.text(heading)]), .list(RichList(start: nil, items: items)),
            .paragraph([.link(url: page, [.text(words["read_on_web"])])]),
        ]
    }
}
