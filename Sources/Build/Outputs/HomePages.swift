package import Context
internal import Markdown
internal import Newsletter
internal import Text

/// The home page with the newest issue and the announcement of the next, and further lists of issues in `index2.html`
/// and so on.
///
/// The lists are counted from the oldest issue, so that a new issue changes the home page alone; only when there is one
/// list more, the others get new numbers. Some issues of the home page are therefore in `index2.html`, too.
package struct HomePages: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        let summaries = Array(site.newestFirst)
        let size = site.publication.homeItems
        let count = max(1, (summaries.count + size - 1) / size)
        return (1...count).map { number in
            let older = (count - number + 1) * size
            let shown = Array((number == 1 ? summaries[...] : summaries.suffix(older)).prefix(size))
            var parts = shown.map { Fingerprint.Part.fingerprint($0.listing) } + [.number(count)]
            if number == 1 {
                parts += summaries.prefix(1).map { .fingerprint($0.source) }
                parts += [.text(site.draft.map { "\($0.number ?? 0) \($0.date)" } ?? "")]
            }
            return site.page("home", at: site.address.path(of: Self.page(number)), dependingOn: parts) { site in
                var context = site.head(
                    title: number == 1 ? nil : "\(site.words["page"]) \(number)",
                    path: site.address.path(of: Self.page(number)),
                    jsonLD: number == 1 ? metadata(of: site) : nil)
                context["issue_list"] = .html(site.list(shown.dropFirst(number == 1 ? 1 : 0)))
                context["page_number"] = .text(String(number))
                context["page_count"] = .text(String(count))
                context["newer_page"] = number > 1 ? .text(site.address.href(Self.page(number - 1))) : nil
                context["older_page"] = number < count ? .text(site.address.href(Self.page(number + 1))) : nil
                if number == 1 {
                    context["newest"] = try shown.first.map { .object(try newest($0, on: site)) }
                    context["next"] = Announcement(site).map { .object($0.context(on: site)) }
                }
                return context
            }
        }
    }

    private static func page(_ number: Int) -> SiteAddress.Page { number == 1 ? .home : .homePage(number) }

    private func newest(_ summary: IssueSummary, on site: Site) throws -> TemplateContext {
        let headings = try site.issues.page(of: summary).headings
        let top = headings.map(\.level).min() ?? 1
        let most = headings.filter { $0.level == top }.count > 2 ? top : top + 1
        var context = site.listing(summary)
        context["sections"] = .list(
            headings.filter { $0.level <= most && !$0.text.isEmpty }.map { heading in
                ["title": .text(heading.text), "href": .text(site.address.href(summary.path) + "#" + heading.id)]
            })
        return context
    }

    /// Metadata as schema.org's Periodical (https://schema.org/Periodical).
    private func metadata(of site: Site) -> [UInt8] {
        JSONText.object([
            ("@context", .text("https://schema.org")),
            ("@type", .text("Periodical")),
            ("name", .text(site.publication.title)),
            ("url", .text(site.address.root)),
            ("inLanguage", .text(site.words.language)),
            ("description", site.publication.description.map { .text($0) }),
        ]).bytes
    }
}

/// The next issue: the current draft if there is one, or else the date from the calendar.
struct Announcement {
    let number: Int?
    let date: CalendarDate
    let deadline: String?

    init?(_ site: Site) {
        let newest = site.newestFirst.first { $0.legacyHTML == nil }?.header
        let calendar = site.publication.calendar
        if let draft = site.draft, draft.date > newest?.date ?? draft.date.adding(days: -1) ?? draft.date {
            (number, date) = (draft.number, draft.date)
        } else if let newest, let next = calendar?.date(after: newest.date) {
            (number, date) = (newest.number.map { $0 &+ 1 }, next)
        } else {
            return nil
        }
        deadline = calendar?.deadline.flatMap { [date] in Self.words(for: $0, before: date, on: site) }
    }

    private static func words(for deadline: IssueCalendar.Deadline, before date: CalendarDate, on site: Site) -> String?
    {
        guard let day = date.adding(days: -deadline.daysBefore) else { return nil }
        let time = site.words.oClock(deadline.time)
        return "\(site.words.longWithWeekday(day)), \(time) (\(site.publication.timeZone))"
    }

    func context(on site: Site) -> TemplateContext {
        [
            "number": .optional(number.map(String.init)),
            "date": .text(site.words.longWithWeekday(date)),
            "datetime": .text(date.description),
            "deadline": .optional(deadline),
            "submit": .optional(site.publication.submit),
        ]
    }
}
