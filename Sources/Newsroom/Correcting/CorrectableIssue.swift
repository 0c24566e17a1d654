internal import Archive
internal import Context
internal import Markdown
internal import Newsletter
internal import Settings

/// A published issue that a person has named, as it is now.
struct CorrectableIssue {
    let issue: Issue
    let bytes: [UInt8]
    /// The file as it can be opened.
    let path: String
    /// The path of the log of its corrections, as it can be opened.
    let log: String

    /// - Parameter name: the issue's number or file.
    /// - Throws: a ``Diagnostic`` if there is no such issue, several have the number, or it isn't published;
    ///   ``InvalidInput`` if the file isn't an issue.
    init(_ name: String, _ session: DraftSession) async throws {
        let issues = try await session.archive().issues
        let number = Int(name)
        let found = issues.filter { issue in
            if let number { return issue.number == number }
            let path = session.location.path(issue.file)
            return issue.file == name || path == name || path.hasSuffix("/" + name) || name.hasSuffix("/" + issue.file)
        }
        guard let known = found.first else { throw try Self.absence(of: name, number, session) }
        guard found.count == 1 else {
            throw Diagnostic(
                "\(found.count) issues are '\(name)': \(found.map(\.file).joined(separator: ", "))",
                remedy: number == nil
                    ? "Give the path of one file" : "Give each issue its own number, because corrections belong to it")
        }
        path = session.location.path(known.file)
        bytes = try session.files.read(path)
        let reader = IssueReader(session.publication)
        let (bytes, path) = (bytes, path)
        issue = try InvalidInput.reported { try reader.read(bytes, file: path).issue }
        log = session.location.path(CorrectionLog.path(ofIssue: known.number, file: known.file))
        if session.publication.issueRules.holdsBackFuture, known.date > session.today {
            throw Self.unpublished(name, "its date is \(known.date)", path)
        }
    }

    /// Why the archive has no issue with this name.
    private static func absence(of name: String, _ number: Int?, _ session: DraftSession) throws -> Diagnostic {
        let (files, location) = (session.files, session.location)
        let held = try IssueFiles.list(files, folders: session.publication.folders, root: location.path).map(\.path)
        let folder = session.publication.folders.drafts
        let drafts = try files.list(location.path(folder)).map { "\(folder)/\($0.path)" }.filter(IssueFiles.isIssue)
        for file in drafts + held {
            let path = location.path(file)
            let bytes = try files.read(path)
            // A file that isn't an issue has no number.
            let header = try? IssueReader(session.publication).read(bytes, file: path, parts: []).issue.header
            guard number.map({ header?.number == $0 }) ?? (file == name || path == name) else { continue }
            let isHeldBack = header?.heldBack != nil || session.publication.issueRules.heldBack.contains(file)
            if drafts.contains(file) { return unpublished(name, "it is a draft", path) }
            if isHeldBack { return unpublished(name, "it is held back", path) }
        }
        return Diagnostic("issue '\(name)' not found", remedy: "Give its number or the path of its file")
    }

    private static func unpublished(_ name: String, _ reason: String, _ path: String) -> Diagnostic {
        Diagnostic(
            "issue '\(name)' isn't published: \(reason)", remedy: "Edit its text; no reader has seen it yet", file: path
        )
    }
}
