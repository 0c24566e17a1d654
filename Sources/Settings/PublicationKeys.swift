internal import Newsletter

/// The keys of `sennight.yaml`, in the order of the reference.
package enum PublicationKeys {
    private static let standard = Publication(title: "", address: "")

    package static let declared = SettingsMapping(
        [
            Setting("title", .text, "The publication's name.", required: true, example: "Example Weekly"),
            Setting(
                "url", .address, "Where the site is; may have a path.", required: true,
                example: "https://weekly.example.org/"),
            Setting(
                "description", .text, "One sentence for feeds, search engines and the home page.",
                example: "News for examples, every Wednesday."),
            Setting(
                "language", .choice(of: PublicationLanguage.self), "The language of the words that Sennight adds.",
                default: .text(standard.language)),
            Setting(
                "author", .text, "Who makes it; issues name other authors in their header.", example: "The editors"),
            Setting("email", .text, "Where the editors can be reached.", example: "editors@example.org"),
            Setting(
                "timezone", .text, "The time zone of dates and deadlines, an IANA name.",
                default: .text(standard.timeZone), example: "Europe/Berlin"),
            Setting("license", .mapping(license), "The licence of the issues, named at the foot of each page."),
            Setting(
                "source", .text, "Where readers see the source of an issue; `{file}` is its path from the root.",
                example: "https://git.example.org/weekly/{file}"),
            Setting(
                "submit", .text, "Where readers send something in: a web address or `mailto:`.",
                example: "mailto:editors@example.org"),
            Setting(
                "image", .text, "The picture that other sites show beside a link to this one.",
                example: "/images/card.png"),
            Setting("folders", .mapping(folders), "Where files are, as paths from the publication's root."),
            Setting(
                "address", .text,
                "The address of an issue; `{year}`, `{month}`, `{day}`, `{slug}` and `{number}` are filled in.",
                default: .text(standard.issueAddress)),
            Setting(
                "archive", .text, "The address of the list of all issues.", default: .text(standard.archiveAddress)),
            Setting(
                "category", .text, "The category of issues whose header names none, for feeds.", sameAs: "title",
                example: "Weekly"),
            Setting("calendar", .mapping(CalendarSettings.declared), "When issues come out."),
            Setting("feeds", .mapping(feeds), "The feeds."),
            Setting("home", .mapping(home), "The home page."),
            Setting(
                "redirects", .mapping(RedirectsFile.declared),
                "Where addresses lead that every issue can print before it is known. `sennight redirect` keeps others in"
                    + " `points.yaml`."),
            Setting("sections", .list(.mapping(SectionSettings.declared)), "Which headings hold what."),
            Setting(
                "legacy", .list(.mapping(LegacySettings.declared)),
                "Pages from before the publication kept its issues in Markdown."),
            Setting("draft", .mapping(DraftSettings.declared), "How drafts are made."),
            Setting(
                "placeholders", .pairs(.choice(of: PlaceholderContent.self)),
                "Words that are replaced before an issue is published. `jobs` and `discuss`: by that redirect's address,"
                    + " when a draft is made. `editor`: by hand. `check` reports all that are left.",
                example: ["LINK_HERE": "discuss", "SOON": "editor"]),
            Setting(
                "look-back", .number(0...1000),
                "How many of the last issues must not have had a link: `add`, `candidates` and `check` report it.",
                default: .number(standard.lookBack)),
            Setting("events", .mapping(events), "The list of events."),
            Setting(
                "regions", .list(.mapping(RegionList.declared)),
                "The headings of events in their order, and which places belong under each: `collect` sorts events by"
                    + " them, drafts have them in this order, and `check` reports events under the wrong one."
                    + " A publication that writes this key lists all of its regions.",
                default: RegionList.standard,
                example: [["heading": "Virtual", "virtual": true], ["heading": "Europe", "continents": ["europe"]]]),
            Setting(
                "search", .flag, "Whether the site can be searched.", default: .flag(standard.search), example: true),
            Setting("people", .list(.mapping(DraftSettings.person)), "Who makes the publication."),
            Setting("checks", .mapping(CheckSettingsReader.declared), "What `check` judges by."),
            Setting(
                "sources", .list(.mapping(SourceList.common)),
                "Where `collect` finds candidates; each kind of source has keys of its own."),
            Setting("intake", .mapping(IntakeSettings.declared), "Where pull requests come from."),
            Setting(
                "follow-links", .list(.text),
                "Paths from the publication's root at which symbolic links may lead out of it.", example: ["static"]),
        ],
        former: [FormerSetting("points", now: "redirects", remedy: "Write 'redirects: { … }' instead")])

    private static let license = SettingsMapping(
        [
            Setting("name", .text, "Its name.", required: true, example: "CC BY 4.0"),
            Setting("url", .text, "Its text.", example: "https://creativecommons.org/licenses/by/4.0/"),
        ], isOptional: true)

    private static let folders = SettingsMapping([
        Setting("issues", .text, "The published issues.", default: .text(standard.folders.issues)),
        Setting("drafts", .text, "The drafts.", default: .text(standard.folders.drafts)),
        Setting("pages", .text, "Other pages.", default: .text(standard.folders.pages)),
        Setting("images", .text, "Pictures, published below `/images/`.", default: .text(standard.folders.images)),
        Setting("static", .text, "Files that are published as they are.", default: .text(standard.folders.static)),
        Setting("theme", .text, "The publication's own templates and styles.", default: .text(standard.folders.theme)),
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
            "How many days it covers, from the day of the issue: `collect` looks so far ahead, drafts carry events over"
                + " that are in it, and `check` reports later ones where the issue doesn't name a period itself.",
            default: .number(standard.eventDays))
    ])
}
