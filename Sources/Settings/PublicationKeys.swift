internal import Newsletter

/// The keys of `sennight.yaml`, in the order of the reference.
package enum PublicationKeys {
    private static let standard = Publication(title: "", address: "")

    package static let declared = SettingsMapping(
        site + work + IssueSettings.keys,
        former: [FormerSetting("points", now: "redirects", remedy: "Write 'redirects: { … }' instead")])

    /// The publication and its site.
    private static var site: [Setting] {
        [
            Setting("title", .text, "The publication's name.", required: true, example: "Example Weekly"),
            Setting(
                "url", .address, "The address of the site; may have a path.", required: true,
                example: "https://weekly.example.org/"),
            Setting(
                "description", .text, "One sentence for feeds, search engines and the home page.",
                example: "News for examples, every Wednesday."),
            Setting(
                "language", .text,
                "The language of the issues, as a tag such as `en`, `de-CH` or `pt-BR`. Sennight writes labels, sentences"
                    + " and dates in English, German, Spanish and French.",
                default: .text(standard.language)),
            Setting(
                "words", .pairs(.text),
                "Labels, sentences and forms of dates in other words, or in a language that Sennight doesn't write;"
                    + " [the list of words](words.md) has their names. Missing words are in English, which `check` reports.",
                example: ["archive": "Back issues", "date_form": "{month} {day}, {year}"]),
            Setting(
                "author", .text, "The author of the publication; an issue may name others in its header.",
                example: "The editors"),
            Setting("email", .text, "The editors' mail address.", example: "editors@example.org"),
            Setting(
                "timezone", .text, "The time zone of dates and deadlines, as an IANA name.",
                default: .text(standard.timeZone), example: "Europe/Berlin"),
            Setting("license", .mapping(license), "The licence of the issues, named at the foot of each page."),
            Setting(
                "source", .text, "The address of an issue's source for readers; `{file}` is its path from the root.",
                placeholders: ["file"], example: "https://git.example.org/weekly/{file}"),
            Setting(
                "submit", .text, "The address for readers' submissions: a web address or `mailto:`.",
                example: "mailto:editors@example.org"),
            Setting(
                "image", .text, "The picture that other sites show next to a link to this one.",
                example: "/images/card.png"),
            Setting(
                "icon", .text,
                "The file of the icon that browsers show, from the publication's root. By default, the title's initial.",
                example: "static/favicon.svg"),
            Setting(
                "navigation", .list(.mapping(SiteLinkSettings.navigation)),
                "The entries of the navigation after the newest issue, the archive and the events. By default, all pages"
                    + " in the folder of pages; `[]` for none."),
            Setting(
                "subscribe", .mapping(SiteLinkSettings.subscribe),
                "Where readers subscribe if a service sends the mail, shown on the home page and below each issue."),
            Setting("folders", .mapping(folders), "The folders of the publication, as paths from its root."),
            Setting(
                "address", .text,
                "The address of an issue, which may end with `/`, with `.html`, or without an ending; `{year}`, `{month}`,"
                    + " `{day}`, `{week}`, `{slug}` (of the title), `{name}` (of the file), `{file}` (its name with its date),"
                    + " `{folder}` (its path below the folder of issues), `{number}` and `{categories}` are filled in.",
                default: .text(standard.issueAddress),
                placeholders: [
                    "year", "month", "day", "week", "slug", "name", "file", "folder", "number", "categories",
                ]),
            Setting(
                "archive", .text, "The address of the list of all issues.", default: .text(standard.archiveAddress)),
            Setting(
                "category", .text, "The category, for feeds, of issues whose header has none.", sameAs: "title",
                example: "Weekly"),
        ]
    }

    /// How issues are made, checked and sent.
    private static var work: [Setting] {
        [
            Setting("calendar", .mapping(CalendarSettings.declared), "When issues come out."),
            Setting("feeds", .mapping(feeds), "The length of the feeds."),
            Setting("home", .mapping(home), "The length of the list of issues on the home page."),
            Setting(
                "redirects", .mapping(RedirectsFile.declared),
                "The targets of the site's permanent addresses. `sennight redirect` writes others to"
                    + " `points.yaml`."),
            Setting(
                "sections", .list(.mapping(SectionSettings.declared)), "The kind of the entries below each heading."),
            Setting(
                "legacy", .list(.mapping(LegacySettings.declared)),
                "Old pages, from before the publication wrote its issues in Markdown."),
            Setting("draft", .mapping(DraftSettings.declared), "How drafts are made."),
            Setting(
                "placeholders", .pairs(.choice(of: PlaceholderContent.self)),
                "Words that are replaced before an issue is published. `jobs`, `discuss`: with the redirect's address,"
                    + " when a draft is made. `editor`: by an editor. `check` reports placeholders that are left.",
                example: ["LINK_HERE": "discuss", "SOON": "editor"]),
            Setting(
                "look-back", .number(0...1000),
                "How many of the last issues `add`, `candidates` and `check` search for repeated links.",
                default: .number(standard.lookBack)),
            Setting(
                "date-formats", .list(.text),
                "Other forms of the dates of events than `2026-11-22`, with `{day}`, `{month}` (a number or a name) and"
                    + " perhaps `{year}`.",
                example: ["{day}/{month}/{year}", "{day} de {month}"]),
            Setting("events", .mapping(events), "The days that the list of events covers."),
            Setting(
                "regions", .list(.mapping(RegionList.declared)),
                "The headings for events, in their order, and the countries that belong"
                    + " under each: `collect` sorts events by"
                    + " them, drafts have them in this order, and `check` reports events under the wrong one."
                    + " If you write this key, list all regions.",
                default: RegionList.standard,
                example: [["heading": "Virtual", "virtual": true], ["heading": "Europe", "continents": ["europe"]]]),
            Setting(
                "search", .flag, "Whether the site can be searched.", default: .flag(standard.search), example: true),
            Setting("mail", .mapping(MailSettingsReader.declared), "How issues are sent to subscribers by mail."),
            Setting("people", .list(.mapping(DraftSettings.person)), "The editors."),
            Setting("checks", .mapping(CheckSettingsReader.declared), "The configuration of the checks."),
            Setting(
                "sources", .list(.mapping(SourceList.common)),
                "The sources that `collect` reads; each kind of source has its own keys."),
            Setting("intake", .mapping(IntakeSettings.declared), "Where pull requests come from."),
            Setting(
                "store", .text,
                "The file with the subscribers, as a path from the publication's root; git must ignore it. By default,"
                    + " `store.sqlite` in the state folder, `.sennight`.", example: ".sennight/store.sqlite"),
            Setting("subscribers", .mapping(SubscriberSettings.declared), "How people subscribe."),
            Setting("publish", .mapping(PublishSettingsReader.declared), "How `publish` publishes an issue."),
            Setting(
                "follow-links", .list(.text),
                "The paths, from the publication's root, of symbolic links that may lead out of the publication.",
                example: ["static"]),
        ]
    }

    private static let license = SettingsMapping(
        [
            Setting("name", .text, "The licence's name.", required: true, example: "CC BY 4.0"),
            Setting(
                "url", .text, "The address of the licence's text.",
                example: "https://creativecommons.org/licenses/by/4.0/"),
        ], isOptional: true)

    private static let folders = SettingsMapping([
        Setting("issues", .text, "The folder of published issues.", default: .text(standard.folders.issues)),
        Setting("drafts", .text, "The folder of drafts.", default: .text(standard.folders.drafts)),
        Setting("pages", .text, "The folder of pages that aren't issues.", default: .text(standard.folders.pages)),
        Setting(
            "images", .text, "The folder of images, which are published below `/images/`.",
            default: .text(standard.folders.images)),
        Setting(
            "static", .text, "The folder of files that are published unchanged.",
            default: .text(standard.folders.static)),
        Setting(
            "theme", .text, "The folder of the publication's own templates and styles.",
            default: .text(standard.folders.theme)),
        Setting(
            "copied", .list(.text),
            "Further folders that are published unchanged, each below its own name, such as `/img/`.",
            example: ["img"]),
    ])

    private static let feeds = SettingsMapping([
        Setting("items", .number(1...100), "How many issues a feed has.", default: .number(standard.feedItems))
    ])

    private static let home = SettingsMapping([
        Setting(
            "items", .number(1...1000), "How many issues one page of the list has.",
            default: .number(standard.homeItems))
    ])

    private static let events = SettingsMapping([
        Setting(
            "days", .number(1...400),
            "How many days the list of events covers, from the date of the issue: `collect`"
                + " looks this far ahead, drafts carry over events"
                + " in this period, and `check` reports later ones, unless the issue itself names a period.",
            default: .number(standard.eventDays)),
        Setting(
            "times", .flag,
            "Whether collected events come into drafts with their times of day, if the source has them:"
                + " `2026-11-08 18:00–20:00 Europe/Madrid`.", default: .flag(standard.hasEventTimes)),
    ])
}
