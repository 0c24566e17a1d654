internal import Archive
internal import Check
internal import Context
internal import Markdown
internal import Newsletter
internal import Text

/// The text is read as an issue, checked by every check, fixed and reported. A fixed text that isn't an issue any more, and
/// a second fixing that changes something, are failures.
struct FuzzChecks: FuzzTarget {
    private let checker: Checker
    private let reader: IssueReader
    private let fixer: Fixer

    init() async {
        checker = await Ground.checker()
        reader = IssueReader(Ground.publication)
        fixer = Fixer(checker, publication: Ground.publication)
    }

    func test(_ bytes: [UInt8]) {
        _ = try? reader.read(bytes, file: "fuzz.md")
        guard let document = try? Document(bytes, file: "fuzz.md", reader: reader) else { return }
        let findings = checker.findings(in: document)
        let texts = ["fuzz.md": document.source]
        let reports: [any Report] = [
            TextReport(isColored: true), JSONReport(), GitHubReport(), SARIFReport(version: "0"),
        ]
        for report in reports { _ = report.text(findings, texts: texts) }
        guard findings.contains(where: { $0.fixes.contains(where: \.isSafe) }) else { return }
        guard let once = try? fixer.fixed(bytes, file: "fuzz.md").bytes,
            let twice = try? fixer.fixed(once, file: "fuzz.md").bytes
        else { fatalError("what was fixed isn't an issue any more") }
        if once != twice { fatalError("fixing again changes something") }
    }
}

/// The publication and the archive that fuzzed texts are judged against.
private enum Ground {
    static let publication: Publication = {
        var publication = Publication(title: "Weekly", address: "https://weekly.example/")
        publication.calendar = IssueCalendar(rhythm: .weeks(1, on: .wednesday), deadline: nil)
        publication.sections = [
            SectionRule(kind: .links, headings: ["News", "Updates", "Miscellaneous"]),
            SectionRule(kind: .events, headings: ["Events", "Upcoming Events"]),
            SectionRule(kind: .pullRequests, headings: ["Updates from the Core"]),
            SectionRule(kind: .proposals, headings: ["Proposals"]),
            SectionRule(kind: .participation, calls: .event, headings: ["Calls for Speakers"]),
            SectionRule(kind: .pick, headings: ["Pick of the Week"]),
            SectionRule(kind: .quote, headings: ["Quote of the Week"]),
            SectionRule(kind: .jobs, headings: ["Jobs"]),
        ]
        publication.placeholders = ["coming-soon": .editor]
        publication.checks.names = ["GitHub", "PostgreSQL"]
        publication.checks.spellings = ["paradim": "paradigm"]
        publication.checks.entriesPerAuthor = 2
        publication.checks.longestIssue = 2000
        publication.checks.tagsLast = ["video"]
        publication.checks.subscriptionHosts = ["paper.example"]
        publication.checks.rules = [
            LinkRule(name: "bare", links: ["github.com/*/*"], summary: "a repository alone", remedy: "Link to a post.")
        ]
        return publication
    }()

    private static let issue = """
        Title: Weekly 6
        Number: 6
        Date: 2026-02-25

        ## News

        * [A post about tea](https://tea.example/1)

        ## Events

        ### Europe

        * 2026-03-02 | Ulm, DE | [Club](https://club.example)
            * [**Tea**](https://club.example/tea)

        """

    static func checker() async -> Checker {
        let (publication, bytes) = (publication, Array(issue.utf8))
        let status = FileStatus(size: bytes.count, modified: 1, inode: 1)
        let files = Files(
            read: { path throws(FileError) in
                guard path == "content/6.md" else { throw FileError(path: path, reason: "No such file or directory") }
                return bytes
            },
            list: { _ throws(FileError) in [ListedFile(path: "6.md", status: status)] },
            status: { path in path == "content/6.md" ? status : nil }, write: { _, _ throws(FileError) in })
        let reader = ArchiveReader(
            files: files, publication: publication, root: { $0 }, cache: "index",
            basis: Fingerprint(.text("fuzz")), jobs: 1)
        guard let reading = try? await reader.read(now: 0) else { fatalError("the archive cannot be read") }
        return Checker(CheckContext(publication: publication, archive: reading.index))
    }
}
