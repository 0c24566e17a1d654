package import Text

/// One weekly (or monthly): its name, address, folders, calendar and rules, as `sennight.yaml` describes them.
package struct Publication: Sendable {
    package var title: String
    /// The site's absolute URL with a trailing slash; may have a path.
    package var address: String
    package var description: String?
    /// The language of the issues, and of everything that Sennight adds to them, as a BCP 47 tag.
    package var language: String
    /// The publication's own labels and sentences, by their names in ``Localization/texts``.
    package var words: [String: String] = [:]
    package var author: String?
    package var email: String?
    /// An IANA name, such as `America/New_York`.
    package var timeZone: String
    package var license: License?
    /// The URL of an issue's source for readers; `{file}` is its path from the root.
    package var source: String?
    /// The entries of the navigation after the built-in ones; nil for all pages in the folder of pages.
    package var navigation: [NavigationItem]?
    /// Where readers subscribe; nil if there is only the server for subscriptions, or nothing.
    package var subscribe: SubscribeTarget?
    /// The path of the site's icon, from the publication's root; nil for an icon with the title's initial.
    package var icon: String?
    /// Where readers can submit something: a web address or `mailto:`.
    package var submit: String?
    /// The image for link previews, an address of the site.
    package var image: String?
    package var folders: Folders
    /// The pattern of an issue's address: `/blog/{year}/{month}/{day}/{slug}/`.
    package var issueAddress: String
    /// The address of the list of all issues.
    package var archiveAddress: String
    /// How issues are read.
    package var issueRules = IssueRules()
    package var category: String
    package var calendar: IssueCalendar?
    /// How many issues a feed has.
    package var feedItems: Int
    /// How many issues one page of the list has.
    package var homeItems: Int
    package var redirects: Redirects
    package var draft = DraftRules()
    package var people: [Person] = []
    package var intake = IntakeRules()
    package var sections: [SectionRule]
    /// The headings for events, in their order, and the countries that belong under each.
    package var regions: [RegionRule]
    /// Other forms of dates than `2026-11-22` that events are read with.
    package var dateFormats: [DateFormat] = []
    /// How many days the list of events covers, from the day of the issue.
    package var eventDays = 28
    /// Whether drafts have the times of day of collected events.
    package var hasEventTimes = false
    /// How many of the last issues are searched for repeated links.
    package var lookBack = 6
    /// Words that are replaced before an issue is published, besides the built-in ones.
    package var placeholders: [String: PlaceholderContent] = [:]
    /// Where candidates come from.
    package var sources: [SourceSettings]
    package var legacy: [LegacyPage]
    package var checks = CheckSettings()
    /// Whether the site can be searched.
    package var search = false
    package var mail = MailSettings()
    /// The path of the store, from the publication's root; nil for the default in the state folder.
    package var store: String?
    /// How many days the link in a confirmation works.
    package var confirmationDays = 7
    /// How `publish` publishes an issue.
    package var publishing = PublishSettings()
    /// Paths from the publication's root whose files may be outside it.
    package var followLinks: [String] = []

    package init(title: String, address: String) {
        self.title = title
        self.address = address
        category = title
        language = "en"
        timeZone = "UTC"
        folders = Folders()
        issueAddress = "/blog/{year}/{month}/{day}/{slug}/"
        archiveAddress = "/archive/"
        feedItems = 4
        homeItems = 10
        redirects = Redirects()
        sections = []
        regions = RegionRule.byContinent
        sources = []
        legacy = []
    }

    /// The texts for readers, in the publication's language and with its own words.
    package var localization: Localization { Localization.of(language).replacing(words) }

    /// Whether the publication has a heading for events.
    package var hasEvents: Bool { sections.contains { $0.kind == .events } }

    package struct License: Hashable, Sendable {
        package var name: String
        package var url: String?

        package init(name: String, url: String?) {
            self.name = name
            self.url = url
        }
    }

    /// The publication's folders, as paths from its root.
    package struct Folders: Hashable, Sendable {
        package var issues = "content"
        package var drafts = "draft"
        package var pages = "content/pages"
        package var images = "content/images"
        package var `static` = "static"
        package var theme = "theme"
        /// Folders whose files are published under the folders' own names.
        package var copied: [String] = []

        package init() {}
    }

    /// The targets of permanent URLs.
    package struct Redirects: Hashable, Sendable {
        package var jobs: String?
        /// The target of each issue's discussion link, by the issue's number.
        package var discuss: [Int: String] = [:]

        package init() {}
    }
}

/// A page from before the publication wrote its issues in Markdown; its fields are given in the settings.
package struct LegacyPage: Hashable, Sendable {
    package var file: String
    package var title: String
    package var date: CalendarDate
    /// The page's path from the site's root, with leading and trailing slashes.
    package var address: String
    package var category: String?
    package var html: String

    package init(file: String, title: String, date: CalendarDate, address: String, category: String?, html: String) {
        self.file = file
        self.title = title
        self.date = date
        self.address = address
        self.category = category
        self.html = html
    }
}

extension Publication {
    /// The URL of the server for subscriptions, with a trailing slash.
    package var subscriptionServer: String { mail.server ?? SiteAddress(self).root }

    /// Where the site's form for subscribing sends the address; nil if the site has no form.
    package var subscribeFormAction: String? {
        mail.hasSubscribeForm && subscribe == nil ? mail.server.map { $0 + "subscribe" } : nil
    }
}
