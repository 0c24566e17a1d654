internal import Foundation
package import Newsletter

/// Reads `sennight.yaml` into a ``Publication``.
package enum SettingsReader {
    /// - Parameters:
    ///   - file: the file's path, for messages.
    ///   - redirects: the redirects in `points.yaml`.
    ///   - body: reads the file that a `legacy:` page names, relative to the settings.
    /// - Throws: every fault in the file, with its location.
    package static func publication(
        from text: String, file: String, redirects: Publication.Redirects = .init(),
        body: (_ path: String) throws -> String
    ) throws(Diagnostics) -> Publication {
        try publication(from: text, file: file, redirects: redirects, guardedBody: { path, _ in try body(path) })
    }

    /// - Parameter guardedBody: like `body`, but also receives the paths that may be outside the publication.
    package static func publication(
        from text: String, file: String, redirects: Publication.Redirects,
        guardedBody body: (_ path: String, _ exceptions: [String]) throws -> String
    ) throws(Diagnostics) -> Publication {
        let tree = try SettingsText.tree(of: text, file: file)
        let faults = SettingsFaults(file: file)
        return try publication(from: tree, faults: faults, redirects: redirects, guardedBody: body)
    }

    static func publication(
        from tree: SettingsTree, faults: SettingsFaults, redirects: Publication.Redirects,
        guardedBody body: (_ path: String, _ exceptions: [String]) throws -> String
    ) throws(Diagnostics) -> Publication {
        let declared = PublicationKeys.declared
        SettingsValidation(faults: faults).check(tree, declared, path: "")
        guard case .mapping = tree.form else { throw Diagnostics(faults.all) }
        let root = SettingsFields(tree, declared, path: "", pattern: "", at: tree.location, faults: faults)
        let url = root.text("url")
        var publication = Publication(title: root.text("title"), address: url.hasSuffix("/") ? url : url + "/")
        publication.redirects = redirects
        readMasthead(root, into: &publication)
        readFolders(root.mapping("folders"), into: &publication.folders)
        publication.calendar = root.contains("calendar") ? CalendarSettings.calendar(root.mapping("calendar")) : nil
        RedirectsFile.read(root.mapping("redirects"), into: &publication.redirects)
        publication.draft = DraftSettings.rules(root.mapping("draft"))
        publication.intake = IntakeSettings.rules(root.mapping("intake"))
        publication.people = root.items("people", DraftSettings.person)
        publication.sections = root.items("sections", SectionSettings.rule).compactMap { $0 }
        publication.lookBack = root.number("look-back")
        let locations = root.locations("date-formats")
        for (index, text) in root.texts("date-formats").enumerated() {
            if let format = DateFormat(text) {
                publication.dateFormats.append(format)
            } else {
                root.report(
                    "date-formats", "has a form that can't be read: '\(text)'",
                    remedy: "Write it with {day}, {month} and perhaps {year}, like {day}/{month}/{year}",
                    at: index < locations.count ? locations[index] : nil)
            }
        }
        publication.eventDays = root.mapping("events").number("days")
        publication.hasEventTimes = root.mapping("events").flag("times")
        for (word, content) in root.pairs("placeholders") {
            publication.placeholders[word] = PlaceholderContent(rawValue: content)
        }
        if root.contains("regions") { publication.regions = root.items("regions", RegionList.rule) }
        publication.sources = SourceList.sources(root, file: faults.file)
        _ = root.items("sections") { SectionSettings.check($0, sources: publication.sources) }
        let exceptions = root.texts("follow-links")
        publication.followLinks = exceptions
        publication.issueRules = IssueSettings.rules(root) { try body($0, exceptions) }
        publication.legacy = root.items("legacy") { item in
            LegacySettings.page(item) { try body($0, exceptions) }
        }.compactMap { $0 }
        publication.search = root.flag("search")
        if root.contains("mail") { publication.mail = MailSettingsReader.settings(root.mapping("mail")) }
        publication.store = root.optionalText("store")
        publication.confirmationDays = SubscriberSettings.confirmationDays(root.mapping("subscribers"))
        publication.publishing = PublishSettingsReader.settings(root.mapping("publish"), file: faults.file)
        CheckSettingsReader.read(root.mapping("checks"), into: &publication.checks)
        guard faults.isEmpty else { throw Diagnostics(faults.all) }
        return publication
    }

    private static func readMasthead(_ root: SettingsFields, into publication: inout Publication) {
        publication.description = root.optionalText("description")
        publication.language = root.text("language")
        if LanguageTag(publication.language) == nil {
            root.report(
                "language", "isn't a language tag: '\(publication.language)'",
                remedy: "Write a tag such as en, pt-BR or zh-Hant (BCP 47)")
        }
        publication.words = WordSettings.words(root)
        publication.author = root.optionalText("author")
        publication.email = root.optionalText("email")
        publication.timeZone = root.text("timezone")
        if TimeZone(identifier: publication.timeZone) == nil {
            root.report(
                "timezone", "isn't a time zone: '\(publication.timeZone)'",
                remedy: "Write an IANA name such as Europe/Berlin")
        }
        if root.contains("license") {
            let license = root.mapping("license")
            publication.license = Publication.License(name: license.text("name"), url: license.optionalText("url"))
        }
        publication.source = root.optionalText("source")
        publication.submit = root.optionalText("submit")
        if let submit = publication.submit, !["https://", "http://", "mailto:"].contains(where: submit.hasPrefix) {
            root.report(
                "submit", "isn't an address for readers: '\(submit)'",
                remedy: "Write a web address with https://, or mailto: and a mail address")
        }
        publication.image = root.optionalText("image")
        publication.icon = root.optionalText("icon")
        let navigation = root.items("navigation", SiteLinkSettings.item)
        if root.contains("navigation") { publication.navigation = navigation }
        if root.contains("subscribe") { publication.subscribe = SiteLinkSettings.target(root.mapping("subscribe")) }
        publication.category = root.text("category")
        publication.issueAddress = root.text("address")
        checkIssueAddress(publication.issueAddress, root)
        publication.archiveAddress = root.text("archive")
        checkAddress(publication.archiveAddress, "archive", of: root)
        publication.feedItems = root.mapping("feeds").number("items")
        publication.homeItems = root.mapping("home").number("items")
    }

    private static func checkIssueAddress(_ address: String, _ root: SettingsFields) {
        let isOutside = address.split(separator: "/").contains("..")
        if !address.hasPrefix("/") || address.utf8.count < 2 || isOutside || address.hasSuffix("/.html") {
            root.report(
                "address", "must begin with '/', name a page and stay inside the site",
                remedy: "Write the address like /blog/{slug}/ or /{slug}.html")
        }
    }

    static func checkAddress(_ address: String, _ key: String, of fields: SettingsFields) {
        if !address.hasPrefix("/") || !address.hasSuffix("/") || address.split(separator: "/").contains("..") {
            fields.report(
                key, "must begin and end with '/' and stay inside the site", remedy: "Write the address like /blog/old/"
            )
        }
    }

    private static func readFolders(_ fields: SettingsFields, into folders: inout Publication.Folders) {
        folders.issues = fields.text("issues")
        folders.drafts = fields.text("drafts")
        folders.pages = fields.text("pages")
        folders.images = fields.text("images")
        folders.static = fields.text("static")
        folders.theme = fields.text("theme")
        folders.copied = fields.texts("copied")
    }
}
