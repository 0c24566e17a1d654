internal import Archive
internal import Context
internal import Draft
internal import Markdown
internal import Newsletter
internal import Publish
internal import Settings

/// The issue that a person wants to publish: the open draft, or an issue that is finished already.
struct IssueSelection {
    var issue: PublishedIssue
    /// The draft's path, as the user would write it; nil if the issue is finished.
    var draft: String?
    /// The number of the newest issue, if that is another one.
    var newer: Int?

    /// - Parameter name: a number or a file; nil for the open draft.
    /// - Throws: a ``Diagnostic`` if there is none; the errors of reading the draft or the issue.
    init(_ session: DraftSession, named name: String?) async throws {
        let archive = try await session.archive()
        let drafts = try InvalidInput.reported {
            try WorkingDraft.all(
                session.files, publication: session.publication, root: session.location.path)
        }
        if let name {
            let number = Int(name)
            let isNamed = { (file: String, known: Int?) in
                file == name || session.location.path(file) == name || number != nil && known == number
            }
            // A finished issue takes precedence over a draft that still has its number.
            if let archived = archive.issues.last(where: { isNamed($0.file, $0.number) }) {
                self = try Self.finished(archived, session)
                if let last = archive.issues.last, last.file != archived.file { newer = last.number ?? 0 }
                return
            }
            for draft in drafts {
                let known = try await session.number(of: draft)
                if isNamed(draft.file, known) {
                    self = try await Self.draft(draft, session)
                    return
                }
            }
            throw Diagnostic(
                number.map { "issue \($0) not found" } ?? "'\(name)' is neither an issue nor a draft",
                remedy:
                    "Give the number or the file of an issue, or of a draft in '\(session.publication.folders.drafts)'")
        }
        if let open = try session.openDraft(archive) {
            self = try await Self.draft(open, session)
        } else if let last = archive.issues.last {
            throw Diagnostic(
                "no draft is open",
                remedy: "To publish the finished issue \(last.number.map(String.init) ?? last.file), name it")
        } else {
            throw Diagnostic("there is nothing to publish", remedy: "Create a draft with 'sennight draft'")
        }
    }

    private static func draft(_ draft: WorkingDraft, _ session: DraftSession) async throws -> IssueSelection {
        let name = draft.file.split(separator: "/").last.map(String.init) ?? draft.file
        let file = "\(session.publication.folders.issues)/\(name)"
        return IssueSelection(
            issue: issue(draft, number: try await session.number(of: draft), file: file, session), draft: draft.path)
    }

    private static func finished(_ archived: ArchivedIssue, _ session: DraftSession) throws -> IssueSelection {
        let path = session.location.path(archived.file)
        let read = try InvalidInput.reported {
            try WorkingDraft(
                try session.files.read(path), file: archived.file, path: path,
                rules: SectionRules(session.publication), issueRules: session.publication.issueRules)
        }
        guard let number = archived.number else {
            throw Diagnostic(
                "this issue has no number", remedy: "Write a line 'Number: …' at the top", file: archived.file)
        }
        return IssueSelection(issue: issue(read, number: number, file: archived.file, session), draft: nil)
    }

    private init(issue: PublishedIssue, draft: String?) {
        self.issue = issue
        self.draft = draft
    }

    private static func issue(_ text: WorkingDraft, number: Int, file: String, _ session: DraftSession)
        -> PublishedIssue
    {
        var header = text.issue.header
        header.number = header.number ?? number
        header.category = header.category ?? session.publication.category
        let address = SiteAddress(session.publication)
        let path = address.path(of: header)
        return PublishedIssue(
            number: number, title: header.title, date: header.date, url: address.root + path,
            page: path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path, file: file,
            highlights: highlights(of: text.issue))
    }

    /// The picks first: they are what the editors want readers to see.
    private static func highlights(of issue: Issue) -> IssueHighlights {
        let entries = issue.sections.flatMap(\.entries)
        let picks = entries.filter { $0.content == .pick && !$0.title.isEmpty }
        let links = entries.filter { $0.content == .link && !$0.title.isEmpty }
        let events = entries.count { if case .event = $0.content { true } else { false } }
        return IssueHighlights(links: links.count, events: events, titles: (picks + links).prefix(12).map(\.title))
    }
}
