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

    /// - Throws: ``InvalidSettings`` if the settings name checks that don't exist, or sources have wrong settings; errors of
    ///   ``DraftSession/archive()``.
    init(_ session: DraftSession, selected: Set<String> = [], ignored: Set<String> = []) async throws {
        let publication = session.publication
        let faults = CheckNames.faults(in: publication.checks, file: session.location.settings)
        guard faults.isEmpty else { throw InvalidSettings(faults: Diagnostics(faults)) }
        try Collector.checkSettings(publication.sources)
        context = CheckContext(publication: publication, archive: try await session.archive())
        checker = Checker(context, selected: selected, ignored: ignored)
        reader = IssueReader(rules: SectionRules(publication))
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
