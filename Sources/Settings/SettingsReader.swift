internal import Context
internal import Foundation
package import Newsletter

/// Reads `sennight.yaml` into a ``Publication``.
package enum SettingsReader {
    /// - Parameters:
    ///   - file: the file's path, for messages.
    ///   - points: where lasting addresses lead as far as another file says.
    ///   - body: reads a file that `legacy:` names, relative to the settings.
    /// - Throws: every fault of the file, with places.
    package static func publication(
        from text: String, file: String, points: Publication.Redirects = .init(),
        body: (_ path: String) throws -> String
    ) throws(Diagnostics) -> Publication {
        try publication(from: text, file: file, points: points, guardedBody: { path, _ in try body(path) })
    }

    /// - Parameter guardedBody: is also told the paths that may be outside the publication.
    package static func publication(
        from text: String, file: String, points: Publication.Redirects,
        guardedBody body: (_ path: String, _ exceptions: [String]) throws -> String
    ) throws(Diagnostics) -> Publication {
        let faults = SettingsNode.Faults(file: file)
        guard let root = SettingsNode.root(of: text, faults: faults) else { throw Diagnostics(faults.all) }
        root.allow(
            "title", "url", "description", "language", "author", "email", "timezone", "license", "source", "submit",
            "image", "folders", "address", "archive", "category", "calendar", "feeds", "home", "points", "sections",
            "legacy", "draft", "people", "checks", "sources", "regions", "intake", "follow-links", "search")
        var publication = Publication(
            title: root["title"].requiredText ?? "", address: address(root["url"]))
        publication.points = points
        readMasthead(root, into: &publication)
        readFolders(root["folders"], into: &publication.folders)
        publication.calendar = CalendarSettings.calendar(root["calendar"])
        RedirectsFile.read(root["points"], into: &publication.points)
        publication.draft = DraftSettings.rules(root["draft"])
        publication.intake = IntakeSettings.rules(root["intake"])
        publication.people = root["people"].items.compactMap(DraftSettings.person)
        let sections = root["sections"].items
        publication.sections = sections.compactMap(SectionSettings.rule)
        if root["regions"].isPresent { publication.regions = RegionList.regions(root["regions"]) }
        publication.sources = SourceList.sources(root["sources"], file: file)
        for node in sections { SectionSettings.check(node, sources: publication.sources) }
        let exceptions = root["follow-links"].items.compactMap(\.text)
        publication.followLinks = exceptions
        publication.legacy = root["legacy"].items.compactMap { legacyPage($0) { try body($0, exceptions) } }
        publication.search = root["search"].choice(of: TruthValue.self) == .true
        CheckSettingsReader.read(root["checks"], into: &publication.checks)
        guard faults.all.isEmpty else { throw Diagnostics(faults.all) }
        return publication
    }

    private static func readMasthead(_ root: SettingsNode, into publication: inout Publication) {
        publication.description = root["description"].text
        if let language = root["language"].choice(of: PublicationLanguage.self) {
            publication.language = language.rawValue
        }
        publication.author = root["author"].text
        publication.email = root["email"].text
        if let zone = root["timezone"].text {
            if TimeZone(identifier: zone) == nil {
                root["timezone"].report("unknown time zone '\(zone)'", remedy: "Use an IANA name such as Europe/Berlin")
            }
            publication.timeZone = zone
        }
        if root["license"].isPresent {
            root["license"].allow("name", "url")
            publication.license = root["license"]["name"].requiredText.map {
                Publication.License(name: $0, url: root["license"]["url"].text)
            }
        }
        publication.source = root["source"].text
        publication.submit = root["submit"].text
        publication.image = root["image"].text
        publication.category = root["category"].text ?? publication.title
        if let pattern = root["address"].text { readAddress(pattern, root["address"], into: &publication) }
        if let archive = root["archive"].text {
            checkAddress(archive, root["archive"])
            publication.archiveAddress = archive
        }
        root["feeds"].allowIfPresent("items")
        publication.feedItems = root["feeds"]["items"].number(in: 1...100) ?? publication.feedItems
        root["home"].allowIfPresent("items")
        publication.homeItems = root["home"]["items"].number(in: 1...1000) ?? publication.homeItems
    }

    private static func readAddress(_ pattern: String, _ node: SettingsNode, into publication: inout Publication) {
        let known = ["year", "month", "day", "slug", "number"]
        for part in pattern.split(separator: "{").dropFirst() {
            let name = String(part.prefix { $0 != "}" })
            if !known.contains(name) {
                node.report(
                    "unknown part '{\(name)}' in the address", remedy: "Known are: \(known.joined(separator: ", "))")
            }
        }
        checkAddress(pattern, node)
        publication.issueAddress = pattern
    }

    private static func checkAddress(_ address: String, _ node: SettingsNode) {
        if !address.hasPrefix("/") || !address.hasSuffix("/") || address.split(separator: "/").contains("..") {
            node.report(
                "an address begins and ends with '/' and stays inside the site", remedy: "Write it like /blog/old/")
        }
    }

    private static func address(_ node: SettingsNode) -> String {
        guard let text = node.requiredText else { return "" }
        guard let url = URL(string: text), url.scheme == "https" || url.scheme == "http", url.host()?.isEmpty == false
        else {
            node.report("'\(text)' is no web address", remedy: "Write it as https://example.org/")
            return ""
        }
        return text.hasSuffix("/") ? text : text + "/"
    }

    private static func readFolders(_ node: SettingsNode, into folders: inout Publication.Folders) {
        guard node.isPresent else { return }
        node.allow("issues", "drafts", "pages", "images", "static", "theme")
        folders.issues = node["issues"].text ?? folders.issues
        folders.drafts = node["drafts"].text ?? folders.drafts
        folders.pages = node["pages"].text ?? folders.pages
        folders.images = node["images"].text ?? folders.images
        folders.static = node["static"].text ?? folders.static
        folders.theme = node["theme"].text ?? folders.theme
    }

    private static func legacyPage(_ node: SettingsNode, body: (String) throws -> String) -> LegacyPage? {
        node.allow("file", "title", "date", "address", "category", "html", "body")
        guard let file = node["file"].requiredText, let title = node["title"].requiredText,
            let date = CalendarSettings.date(node["date"]), let address = node["address"].requiredText
        else { return nil }
        checkAddress(address, node["address"])
        var html = node["html"].text
        if html == nil, let path = node["body"].text {
            do {
                html = try body(path)
            } catch let error as FileError where error.remedy != nil {
                node["body"].report("\(path): \(error.reason)", remedy: error.remedy ?? "")
            } catch {
                let reason = (error as? FileError)?.reason ?? "\(error)"
                node["body"].report(
                    "cannot read '\(path)' (\(reason))", remedy: "Name an HTML file beside the settings")
            }
        }
        guard let html else {
            if !node["body"].isPresent {
                node.report("a legacy page without a body", remedy: "Write 'html:' or 'body: FILE'")
            }
            return nil
        }
        return LegacyPage(
            file: file, title: title, date: date, address: address, category: node["category"].text, html: html)
    }
}

private enum TruthValue: String, CaseIterable {
    case `true`, `false`
}

/// The languages that the program's own words exist in.
package enum PublicationLanguage: String, CaseIterable, Sendable {
    case en, de
}

extension SettingsNode {
    func allowIfPresent(_ key: String) {
        if isPresent { allow(key) }
    }
}
