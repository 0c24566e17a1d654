internal import Archive
internal import Check
internal import Collect
internal import Context
internal import Markdown
internal import Newsletter
internal import Settings

/// A publication's checks, ready to check texts against its archive.
struct CheckSession: Sendable {
    let context: CheckContext
    let checker: Checker
    private let reader: IssueReader
    private let files: Files

    /// - Throws: ``InvalidSettings`` if the settings name checks that don't exist, or sources have wrong settings; errors of
    ///   ``DraftSession/archive()``.
    init(_ session: DraftSession, selected: Set<String> = [], ignored: Set<String> = []) async throws {
        let publication = session.publication
        let faults = CheckNames.faults(in: publication.checks, file: session.location.settings)
        guard faults.isEmpty else { throw InvalidSettings(faults: Diagnostics(faults)) }
        try Collector.checkSettings(publication.sources)
        let (files, location) = (session.files, session.location)
        // A template that can't be read is reported by the commands that make drafts of it.
        let template = try? NewDraft(session).template()
        let archive = try await session.archive()
        let paths = PublishedPaths(session, archive)
        context = CheckContext(
            publication: publication, archive: archive, template: template,
            exists: { files.status(location.path($0)) != nil }, publishes: { paths.contains($0) })
        checker = Checker(context, selected: selected, ignored: ignored)
        reader = IssueReader(publication)
        self.files = files
    }

    /// The content of a file; nil for a file in a folder that isn't an issue.
    ///
    /// - Throws: ``Diagnostics`` if it can't be read.
    func bytes(of file: CheckedFile) throws(Diagnostics) -> [UInt8]? {
        try file.bytes(files, context.publication.issueRules, reader)
    }

    /// A text that was checked.
    struct Judged: Sendable {
        var file: String
        var source: SourceText
        var findings: [Finding]
        /// The links of the text; nil unless links are requested.
        var links: DocumentLinks?
    }

    /// - Throws: ``Diagnostics`` with all faults, if the text isn't an issue.
    func judge(
        _ bytes: [UInt8], file: String, takingLinks: Bool = false
    ) throws(Diagnostics) -> Judged {
        let document = try Document(bytes, file: file, reader: reader)
        return Judged(
            file: file, source: document.source, findings: checker.findings(in: document),
            links: takingLinks ? DocumentLinks(document) : nil)
    }

    var fixer: Fixer { Fixer(checker, publication: context.publication) }
}
