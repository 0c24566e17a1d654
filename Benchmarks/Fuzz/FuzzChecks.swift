internal import Archive
internal import Check
internal import Context
internal import Markdown
internal import Newsletter
internal import Synchronization

// What libFuzzer hands over is read as an issue, checked by every check, mended and reported. A crash, a hang, a mended
// text that is no issue any more, and a second mending that changes something are faults. scripts/fuzz builds and runs it.

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
        publication.checks.placeholders = ["coming-soon"]
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
        return Checker(Surroundings(publication: publication, archive: reading.index))
    }
}

@main
struct FuzzChecks {
    static func main() async {
        let checker = await Ground.checker()
        target.withLock { $0 = Target(checker: checker) }
        var (count, arguments) = (CommandLine.argc, Optional(CommandLine.unsafeArgv))
        runFuzzer(&count, &arguments) { start, size in
            let bytes = start.map { Array(UnsafeBufferPointer(start: $0, count: size)) } ?? []
            target.withLock { $0?.test(bytes) }
            return 0
        }
    }
}

/// libFuzzer's callback carries no context.
private let target = Mutex<Target?>(nil)

private struct Target: Sendable {
    let checker: Checker
    private let reader: IssueReader
    private let fixer: Fixer

    init(checker: Checker) {
        self.checker = checker
        reader = IssueReader(rules: SectionRules(Ground.publication.sections))
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
        else { fatalError("what was mended is no issue any more") }
        if once != twice { fatalError("mending again changes something") }
    }
}

@_silgen_name("LLVMFuzzerRunDriver")
@discardableResult
private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
