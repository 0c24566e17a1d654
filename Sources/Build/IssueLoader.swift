internal import Archive
internal import Context
internal import Markdown
internal import Newsletter
internal import Settings
internal import Text

/// The reading stage: finds the issues, reads those that have changed, and takes the other summaries from the cache.
struct IssueLoader: Sendable {
    private let files: Files
    private let location: PublicationLocation
    private let publication: Publication
    private let address: SiteAddress
    private let reader: IssueReader
    private let jobs: Int
    /// Whether the archive's index is made from the same issues.
    private let isIndexed: Bool

    init(files: Files, location: PublicationLocation, publication: Publication, jobs: Int, isIndexed: Bool) {
        self.files = files
        self.location = location
        self.publication = publication
        self.jobs = jobs
        self.isIndexed = isIndexed
        address = SiteAddress(publication)
        reader = IssueReader(publication)
    }

    /// Reads the issues that aren't in `memory`.
    ///
    /// - Parameter now: seconds since 1970, to hold back issues of the future.
    /// - Returns: the issues, and what was read of them for the archive's index; or the diagnostics of all files.
    func issues(
        remembering memory: inout IssueSummaryCache, keeping kept: IssueLibrary.Kept = .init(), now: Int
    ) async -> Result<(IssueLibrary, [ArchiveReader.Prepared]), any Error> {
        let rules = publication.issueRules
        var listed: [ListedFile]
        do {
            listed = try IssueFiles.list(files, folders: publication.folders, root: location.path)
        } catch {
            return .failure(error)
        }
        var heldBack = listed.filter { rules.heldBack.contains($0.path) }.map {
            HeldBackIssue(file: $0.path, reason: "held-back: in the settings")
        }
        listed.removeAll { rules.heldBack.contains($0.path) }
        let known = listed.map { memory.summary(of: $0) }
        let missing = zip(listed, known).compactMap { $1 == nil ? $0 : nil }
        // The newest issues, whose events have calendars, are usually the last; for a full build, all would be too much to keep.
        let newest = Set(listed.suffix(EventStamps.limit).map(\.path))
        let outcomes = await Window.map(missing, jobs: jobs) { file in
            Result { try read(file, keepsSections: newest.contains(file.path)) }
        }
        var faults: [Diagnostic] = []
        var summaries = known.compactMap { $0 }
        var pages: [String: PageBody] = [:]
        var sections: [Fingerprint: [Section]] = [:]
        var prepared: [ArchiveReader.Prepared] = []
        for (file, outcome) in zip(missing, outcomes) {
            switch outcome {
            case .success(let loaded):
                summaries.append(loaded.summary)
                pages[file.path] = loaded.page
                sections[loaded.summary.source] = loaded.sections
                if loaded.summary.header.heldBack == nil { loaded.prepared.map { prepared.append($0) } }
                memory.remember(loaded.summary, of: file)
            case .failure(let error):
                faults += diagnostics(of: error, file: file.path)
            }
        }
        memory.forget(except: listed)
        let today = CalendarDate(atSeconds: now, zone: publication.timeZone)
        summaries.removeAll { summary in
            let isFuture = rules.holdsBackFuture && summary.header.date > today
            guard let reason = summary.header.heldBack ?? (isFuture ? "its date is \(summary.header.date)" : nil) else {
                return false
            }
            heldBack.append(HeldBackIssue(file: summary.file, reason: reason))
            return true
        }
        summaries += publication.legacy.map(legacyCard)
        faults += collisions(of: summaries)
        guard faults.isEmpty else {
            return .failure(Diagnostics(faults.sorted { ($0.file ?? "") < ($1.file ?? "") }))
        }
        let (files, location, reader) = (files, location, reader)
        let library = IssueLibrary(
            summaries: summaries, heldBack: heldBack.sorted { $0.file < $1.file }, address: address, pages: pages,
            sections: sections, remembering: kept
        ) {
            file, parts in
            let bytes = try files.read(location.path(file))
            guard parts.contains(.body) else { return try reader.read(bytes, file: file, parts: parts) }
            return try reader.read(bytes, file: file, parts: parts, entryIDs: EntryAnchors.ids)
        }
        return .success((library, prepared))
    }

    private struct Loaded {
        var summary: IssueSummary
        var page: PageBody
        var sections: [Section]?
        var prepared: ArchiveReader.Prepared?
    }

    private func read(_ file: ListedFile, keepsSections: Bool) throws -> Loaded {
        guard file.status.size <= IssueReader.largestFile else {
            throw Diagnostics([IssueReader.tooLarge(file.status.size, file: file.path)])
        }
        let bytes = try files.read(location.path(file.path))
        let reading = try reader.read(bytes, file: file.path, parts: .body, entryIDs: EntryAnchors.ids)
        if reading.issue.header.heldBack == nil, let fault = address.fault(of: reading.issue.header, file: file.path) {
            throw Diagnostics([fault])
        }
        for alias in reading.issue.header.aliases {
            if let fault = SiteAddress.fault(ofAlias: alias, file: file.path) { throw Diagnostics([fault]) }
        }
        let summary = IssueSummary(
            file: file.path, header: reading.issue.header, path: address.path(of: reading.issue.header),
            source: Fingerprint(of: bytes), linksToSources: reading.linksToSources, localLinks: reading.localLinks,
            topics: IssueTopics.text(of: reading.issue.sections))
        return Loaded(
            summary: summary, page: PageBody(reading), sections: keepsSections ? reading.issue.sections : nil,
            prepared: isIndexed ? ArchiveReader.Prepared(reading.issue, in: bytes, of: file) : nil)
    }

    private func legacyCard(_ page: LegacyPage) -> IssueSummary {
        IssueSummary(
            file: page.file,
            header: IssueHeader(title: page.title, number: nil, date: page.date, category: page.category),
            path: String(page.address.dropFirst()),
            source: Fingerprint(of: Array(page.html.utf8)), legacyHTML: page.html)
    }

    private func diagnostics(of error: any Error, file: String) -> [Diagnostic] {
        switch error {
        case let faults as Diagnostics: faults.all
        case let error as FileError:
            [
                Diagnostic(
                    "can't read the file (\(error.reason))",
                    remedy: "Make the file readable, or move it to another folder",
                    file: file)
            ]
        default:
            [
                Diagnostic(
                    "can't read the file",
                    remedy: "Check that the path is a file and that you have permission to read it", file: file)
            ]
        }
    }

    /// Aliases that are the address of an issue or of another alias; so are aliases in a cycle.
    private static func aliasCollisions(of summaries: [IssueSummary]) -> [Diagnostic] {
        var owners = Dictionary(summaries.map { ($0.path, $0.file) }, uniquingKeysWith: { first, _ in first })
        return summaries.sorted { $0.file < $1.file }.flatMap { summary in
            summary.header.aliases.compactMap { alias -> Diagnostic? in
                let path = SiteAddress.path(ofAlias: alias)
                guard let owner = owners[path] else {
                    owners[path] = summary.file
                    return nil
                }
                return Diagnostic(
                    "the alias /\(path) is already the URL of \(owner)", remedy: "Remove the alias", file: summary.file,
                    at: SourceLocation(line: 1, column: 1)
                ).asConflict
            }
        }
    }

    /// Two issues with the same URL would overwrite each other.
    private func collisions(of summaries: [IssueSummary]) -> [Diagnostic] {
        let issues = Dictionary(grouping: summaries, by: \.path).values.filter { $0.count > 1 }.flatMap { group in
            let group = group.sorted { $0.file < $1.file }
            return group.dropFirst().map { summary in
                Diagnostic(
                    "this issue has the same URL as \(group[0].file): /\(summary.path)",
                    remedy: "Give one of the issues another title, date or 'Slug:'", file: summary.file,
                    at: SourceLocation(line: 1, column: 1)
                ).asConflict
            }
        }
        // So would two categories, whose names may differ in characters that a URL can't contain.
        let categories = Dictionary(grouping: summaries) { Slug.of($0.header.category ?? publication.category) }
        return issues + Self.aliasCollisions(of: summaries)
            + categories.values.compactMap { group in
                let first = group[0].header.category ?? publication.category
                guard let other = group.first(where: { ($0.header.category ?? publication.category) != first }) else {
                    return nil
                }
                return Diagnostic(
                    "the category '\(other.header.category ?? publication.category)' has the same URL as '\(first)'",
                    remedy: "Spell both categories the same, or rename one of them", file: other.file,
                    at: SourceLocation(line: 1, column: 1))
            }
    }
}
