package import Context
internal import Markdown
package import Newsletter
package import Text

/// Reads the archive's issues into an ``ArchiveIndex``; issues that haven't changed since the last run are taken from
/// the cache.
package struct ArchiveReader: Sendable {
    private let files: Files
    private let folders: Publication.Folders
    private let publication: Publication
    private let reader: IssueReader
    private let root: @Sendable (_ relative: String) -> String
    private let cache: String
    private let basis: Fingerprint
    private let jobs: Int

    /// - Parameters:
    ///   - root: converts a path from the publication's root into one that can be opened.
    ///   - cache: the file that stores the index between runs.
    ///   - basis: a fingerprint of what the records depend on besides the issues: the program and the settings.
    package init(
        files: Files, publication: Publication, root: @escaping @Sendable (_ relative: String) -> String,
        cache: String, basis: Fingerprint, jobs: Int
    ) {
        self.files = files
        folders = publication.folders
        self.publication = publication
        self.root = root
        self.cache = cache
        self.basis = basis
        self.jobs = jobs
        reader = IssueReader(publication)
    }

    /// The result of reading the archive.
    package struct Reading: Sendable {
        package var index: ArchiveIndex
        /// The faults of files that aren't issues; their links are missing from the index.
        package var faults: [Diagnostic]
    }

    /// - Parameters:
    ///   - now: nanoseconds since 1970.
    ///   - prepared: issues that needn't be read again.
    /// - Throws: ``Diagnostics`` if there is no folder of issues; ``FileError`` if it can't be read.
    package func read(now: Int, prepared: [Prepared] = []) async throws -> Reading {
        let listed = try IssueFiles.list(files, folders: folders, root: root).filter {
            !publication.issueRules.heldBack.contains($0.path)
        }
        // A cache that can't be read only costs time.
        let stored = (try? files.map(cache)).flatMap { ArchiveLayout.read($0, basis: basis) }
        let written = stored?.layout.written ?? 0
        let known = stored?.layout.blocks ?? []
        let indices = Dictionary(
            zip(known.lazy.map(\.issue.file), known.indices), uniquingKeysWith: { first, _ in first })
        let prepared = Dictionary(prepared.map { ($0.block.issue.file, $0.block) }, uniquingKeysWith: { $1 })
        var blocks: [ArchiveLayout.Block] = []
        blocks.reserveCapacity(listed.count)
        var hasChanged = false
        var missing: [ListedFile] = []
        for file in listed {
            // A file that was changed within the same clock tick could look unchanged (as in git's index).
            if let index = indices[file.path], known[index].status == file.status,
                file.status.modified < written - Self.tick
            {
                blocks.append(known[index])
            } else if let block = prepared[file.path], block.status == file.status {
                blocks.append(block)
                hasChanged = true
            } else {
                missing.append(file)
            }
        }
        if missing.isEmpty, !hasChanged, let stored, blocks.count == stored.layout.blocks.count {
            return Reading(index: stored.index, faults: [])
        }
        var faults: [Diagnostic] = []
        for (file, outcome) in zip(
            missing, await Window.map(missing, jobs: jobs) { file in Result { try block(file) } })
        {
            switch outcome {
            case .success(let block): if let block { blocks.append(block) }
            case .failure(let error as Diagnostics): faults += error.all
            case .failure(let error):
                faults.append(
                    Diagnostic("can't read the file (\(error))", remedy: "Check its permissions", file: file.path))
            }
        }
        if publication.issueRules.holdsBackFuture {
            let today = CalendarDate(atSeconds: now / 1_000_000_000, zone: publication.timeZone)
            blocks.removeAll { $0.issue.date > today }
        }
        blocks.sort { ($0.issue.date, $0.issue.file) < ($1.issue.date, $1.issue.file) }
        var layout = ArchiveLayout(blocks: blocks, basis: basis, written: now, stored: stored?.index)
        let (bytes, index) = layout.assembled()
        // The cache can be made again at any time; if it can't be written, the next run is only slower.
        try? files.write(cache, bytes)
        return Reading(index: index, faults: faults)
    }

    /// - Returns: nil for an issue that its header holds back.
    private func block(_ file: ListedFile) throws -> ArchiveLayout.Block? {
        guard file.status.size <= IssueReader.largestFile else {
            throw Diagnostics([IssueReader.tooLarge(file.status.size, file: file.path)])
        }
        let bytes = try files.read(root(file.path))
        let issue = try reader.read(bytes, file: file.path).issue
        return issue.header.heldBack == nil ? Prepared(issue, in: bytes, of: file).block : nil
    }

    /// An issue as the index has it, made of a text that was read for something else, too.
    package struct Prepared: Sendable {
        fileprivate let block: ArchiveLayout.Block

        /// - Parameters:
        ///   - issue: with its sections.
        ///   - bytes: the file's.
        package init(_ issue: Issue, in bytes: [UInt8], of file: ListedFile) {
            var writer = BlockWriter()
            for entry in ArchivedEntry.entries(of: issue, in: bytes) { writer.add(entry) }
            let archived = ArchivedIssue(
                file: file.path, title: issue.header.title, number: issue.header.number, date: issue.header.date,
                slug: issue.header.slug, permalink: issue.header.permalink)
            block = writer.block(archived, file.status, IssueOutline(of: issue, in: bytes))
        }
    }

    /// The links of an issue that isn't in the archive yet, in the form that the index has.
    package static func records(of issue: Issue, at index: Int = 0) -> [LinkRecord] {
        issue.sections.flatMap { section in
            section.entries.filter { $0.url != nil }.map { LinkRecord($0, in: section, issue: index) }
        }
    }

    /// The resolution of file times in nanoseconds, because the coarse clocks of file systems tick every few
    /// milliseconds.
    private static let tick = 20_000_000
}
