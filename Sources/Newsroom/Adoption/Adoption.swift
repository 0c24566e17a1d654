internal import Archive
package import Context
internal import Markdown
internal import Newsletter
internal import Settings
internal import Text

/// Moves a weekly in from another program: reads its configuration and its issues, builds them into a folder of their
/// own, and writes the settings.
package struct Adoption {
    private let root: String
    private let context: Context

    /// - Parameter root: the folder with the weekly.
    package init(of root: String, context: Context) {
        self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
        self.context = context
    }

    /// - Parameters:
    ///   - output: the folder for the site; nil for a new one in the system's folder of temporary files.
    ///   - against: a build of the old site, to which the new one is compared.
    ///   - isWritten: whether to write `sennight.yaml`.
    /// - Throws: a ``Diagnostic`` if the folder isn't a weekly, or the settings would overwrite others; then, nothing is
    ///   written. ``Diagnostics`` if no site can be built from the issues. ``FileError``.
    package func run(output: String?, against: String? = nil, isWritten: Bool) async throws -> AdoptionReport {
        let location = PublicationLocation(root: root)
        if isWritten, context.files.status(location.settings) != nil {
            throw Diagnostic(
                "there already are settings", remedy: "Remove the file, or run 'adopt' without --write",
                file: location.settings)
        }
        guard context.files.isFolder(root) else {
            throw Diagnostic("there is no such folder", remedy: "Pass the folder with the issues", file: root)
        }
        let oldBuild = try against.map { try OldBuild($0, files: context.files) }
        let boundary = FolderBoundary(root: root, files: context.files)
        let files = context.files.listing(inside: boundary)
        let site = OldSite(root: root, files: files, listed: try files.list(root))
        let program = site.program
        var settings = try adoptedSettings(of: site, program)
        let issues = try issues(of: site, settings)
        let tags = TemplateTagReport(issues, of: site)
        try AdoptedIncludes.add(tags, of: site, program, into: &settings)
        let table = try await table(of: issues, site, &settings)
        let scratch = output ?? scratchFolder
        let outcome = try await build(&settings, of: site, table, into: scratch)
        let checks = try checks(of: outcome.site, site.settings(settings.text, table), oldBuild, in: scratch)
        if isWritten {
            // A killed run may have left some; no other command looks after a folder that isn't a publication yet.
            context.files.removeTemporaries(root)
            // The settings come last: they make the folder a publication.
            if let table { try context.files.write(location.path(Self.tableName), Array(table.utf8)) }
            try context.files.write(location.settings, Array(settings.text.utf8))
        }
        return AdoptionReport(
            program: program.0.rawValue, configuration: program.configuration, title: outcome.site.title,
            issues: outcome.site.issues,
            heldBack: outcome.site.heldBack.filter { !outcome.refused.keys.contains($0.file) },
            refused: outcome.refused, checks: checks, tags: tags.lines(settings), output: scratch,
            settings: settings.text,
            written: isWritten ? location.settings : nil)
    }

    private var scratchFolder: String {
        let folder = context.environment.variable("TMPDIR") ?? "/tmp"
        return (folder.hasSuffix("/") ? String(folder.dropLast()) : folder) + "/sennight-adopt-\(context.clock.now())"
    }

    // MARK: Settings

    private func adoptedSettings(
        of site: OldSite, _ program: (OldSite.Program, configuration: String)
    ) throws -> AdoptedSettings {
        var read = AdoptedSettings()
        switch program.0 {
        case .jekyll: try JekyllSite.read(site, configuration: program.configuration, into: &read)
        case .hugo: try HugoSite.read(site, configuration: program.configuration, into: &read)
        case .zola: try ZolaSite.read(site, configuration: program.configuration, into: &read)
        case .pelican: try PelicanSite.read(site, configuration: program.configuration, into: &read)
        case .folder: PlainFolder(site)?.read(into: &read)
        }
        try refuseMasses(of: site, read)
        var proposals = SectionProposals()
        var language = LanguageGuess()
        for file in try issues(of: site, read) {
            guard let text = site.text(file) else { continue }
            proposals.add(text)
            if !read.has("language") { language.add(text) }
        }
        if let tag = language.tag { read.set("language", tag, from: "the words of the issues") }
        if !proposals.dateFormats.isEmpty {
            read.set("date-formats", .texts(proposals.dateFormats), from: "the dates of events")
        }
        if let sections = proposals.settings {
            read.set("sections", sections, from: "the content below headings that repeat")
        }
        if !read.has("title") { read.set("title", "My Weekly", from: AdoptionReport.notFound) }
        if !read.has("url") { read.set("url", "https://weekly.example.org/", from: AdoptionReport.notFound) }
        return read
    }

    /// Refuses many files of which most in a sample can't be issues, so that they needn't all be read.
    private func refuseMasses(of site: OldSite, _ settings: AdoptedSettings) throws {
        let files = try issues(of: site, settings)
        guard files.count > Self.mostUnsampled else { return }
        var settings = settings
        settings.set("title", "My Weekly", from: AdoptionReport.notFound)
        settings.set("url", "https://weekly.example.org/", from: AdoptionReport.notFound)
        let publication = try PublicationLocation(root: root).publication(site.settings(settings.text, nil))
        let step = files.count / Self.sampled
        let faults = stride(from: 0, to: files.count, by: step).compactMap { site.fault(of: files[$0], publication) }
        guard faults.count * step * 2 > files.count, let reason = Self.mostFrequent(faults) else { return }
        throw Diagnostic(
            "this isn't a weekly that can be read: \(files.count.counted("file")), most of which can't be issues, mostly"
                + " because \(reason)", remedy: "Pass the folder of a weekly", file: root)
    }

    /// Weeklies have fewer issues; of more files, so many are read first.
    private static let (mostUnsampled, sampled) = (2000, 200)

    private static func mostFrequent(_ reasons: some Sequence<String>) -> String? {
        Dictionary(grouping: reasons) { $0 }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    }

    /// The files in the folder of issues, from the root.
    private func issues(of site: OldSite, _ settings: AdoptedSettings) throws -> [String] {
        let folder = settings.text("folders.issues")
        let files = site.listed.map(\.path).filter {
            IssueFiles.isIssue($0) && (folder == "." || $0.hasPrefix((folder ?? "/") + "/"))
                && settings.leftOut[$0] == nil
        }
        guard !files.isEmpty else {
            throw Diagnostic(
                "no issues found: there is no folder of Markdown files",
                remedy: "Pass the folder of a weekly", file: root)
        }
        return files
    }

    /// The file that has the days of first commits.
    private static let tableName = "issue-dates.csv"

    /// A table with the days on which issues without another date were first committed; nil if none is needed or known.
    ///
    /// - Throws: a ``Diagnostic`` if the table would overwrite a file.
    private func table(
        of issues: [String], _ site: OldSite, _ settings: inout AdoptedSettings
    ) async throws -> String? {
        guard !settings.has("issue-dates") else { return nil }
        let publication = try PublicationLocation(root: root).publication(site.settings(settings.text, nil))
        let undated = issues.filter { site.isUndated($0, publication) }
        // Markdown files without dates and numbers are rather a documentation than a weekly.
        guard !undated.isEmpty, settings.has("numbers") || undated.count * 2 <= issues.count else { return nil }
        let commits = await CommitDates(of: root, git: context.git).days(of: undated)
        let months = IssueMonths(in: site.text("README.md") ?? "", issues: undated).months
        let today = CalendarDate(atSeconds: context.clock.now(), zone: publication.timeZone)
        let estimated = EstimatedDates(
            of: settings.has("numbers") ? undated : [], commits: commits, months: months,
            last: IssueFolder.isWeekly(site, settings, count: undated.count) ? today : nil)
        guard let table = estimated.table(of: undated) else { return nil }
        if let known = site.text(Self.tableName), known != table {
            throw Diagnostic(
                "the dates of first commits are to be written here, and there already is a file",
                remedy: "Move the file, or remove it", file: site.path(Self.tableName))
        }
        settings.set("issue-dates", Self.tableName, from: estimated.source)
        return table
    }

    // MARK: Building

    private struct Built {
        var site: SiteBuild.Site
        /// The faults of the files that were left out.
        var refused: [String: String]
    }

    /// Builds the site; issues with faults are left out, and listed in the settings.
    ///
    /// - Throws: a ``Diagnostic`` for the first problem that leaving out issues doesn't solve.
    private func build(
        _ settings: inout AdoptedSettings, of site: OldSite, _ table: String?, into output: String
    ) async throws -> Built {
        let location = PublicationLocation(root: root, state: output + ".state")
        let plain = settings
        var refused = settings.leftOut
        if !refused.isEmpty { settings.holdBack(refused.keys) }
        let names = Set(site.listed.map(\.path))
        while true {
            var context = context
            context.files = site.settings(settings.text, table)
            let place = PublishingPlace(folder: output, jobs: context.environment.processors)
            switch try await SiteBuild(location, context: context).build(into: place) {
            case .published(let site):
                guard site.issues > 0 else { throw noIssues(refused) }
                return Built(site: site, refused: refused)
            case .refused(let faults):
                let before = refused.count
                for fault in faults.all where !fault.isConflict {
                    if let file = fault.file, names.contains(file), refused[file] == nil {
                        refused[file] = fault.summary
                    }
                }
                guard refused.count > before else { throw faults.all.first ?? noIssues(refused) }
                guard refused.count - plain.leftOut.count <= Self.mostRefused(of: site.listed.count) else {
                    throw noIssues(refused)
                }
                settings = plain
                settings.holdBack(refused.keys)
            }
        }
    }

    /// More faults than this mean that the folder isn't a weekly.
    private static func mostRefused(of count: Int) -> Int { max(10, count / 2) }

    private func noIssues(_ refused: [String: String]) -> Diagnostic {
        let reason = Self.mostFrequent(refused.values)
        return Diagnostic(
            "this isn't a weekly that can be read: \(refused.count.counted("file")) can't be issues"
                + (reason.map { ", mostly because \($0)" } ?? ""),
            remedy: reason == "the issue has no date"
                ? "Pass a clone with its history, or add a table dates.csv with the columns file and date"
                : "Pass the folder of a weekly", file: root)
    }
}

extension Adoption {
    /// Compares the new site with a build of the old one; without one, with the links that issues have to others.
    private func checks(
        of site: SiteBuild.Site, _ files: Files, _ old: OldBuild?, in output: String
    ) throws -> [AdoptionCheck] {
        if let old { return try old.checks(of: site.paths, in: output) }
        let location = PublicationLocation(root: root)
        let publication = try location.publication(files)
        let reader = IssueReader(publication)
        var links: [(url: String, file: String)] = []
        for issue in site.paths {
            let bytes = try files.read(location.path(issue.file))
            let body = try reader.read(bytes, file: issue.file, parts: .body).body
            links += BuiltPage(body).links.map { ($0, issue.file) }
        }
        var own = OwnLinks(site: output, files: context.files, address: SiteAddress(publication))
        return own.checks(of: links)
    }
}
