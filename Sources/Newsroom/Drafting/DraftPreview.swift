internal import Archive
package import Build
internal import Check
package import Context
internal import Markdown
internal import Newsletter
package import Settings
internal import Text

/// Makes the pages of drafts for the preview, each time from the files as they are.
package struct DraftPreview: Sendable {
    /// A page, and whether it shows the draft.
    package struct Page: Sendable {
        package var html: [UInt8]
        package var showsDraft: Bool
    }

    private let location: PublicationLocation
    private let context: Context

    package init(_ location: PublicationLocation, context: Context) {
        self.location = location
        self.context = context
    }

    /// The page of a draft, or a page that says why it can't be shown.
    ///
    /// - Parameters:
    ///   - name: the name in a ``DraftLink``; nil for the open draft, which is the one with the latest date.
    ///   - site: the last site that could be built.
    /// - Returns: nil if there is no draft with this name.
    package func page(named name: String?, on site: Site) async -> Page? {
        var drafts: [ListedDraft] = []
        var shown: ListedDraft?
        do throws(any Error) {
            let session = try DraftSession(location, context: context)
            drafts = try self.drafts(session)
            shown = drafts.first { $0.link.name == name }
            if name == nil { shown = drafts.max { $0.day < $1.day } }
            guard let draft = shown else {
                guard name == nil else { return nil }
                throw Diagnostic(
                    "no draft found", remedy: "Create one with 'sennight draft'",
                    file: session.publication.folders.drafts)
            }
            let judged = try await CheckSession(session).judge(draft.bytes, file: draft.link.file)
            let page = DraftPage(
                draft.link, bytes: draft.bytes, notes: judged.findings.map { DraftNote($0, in: judged.source) },
                others: drafts.map(\.link).filter { $0.file != draft.link.file })
            return Page(html: try page.html(on: site), showsDraft: true)
        } catch {
            let others = drafts.map(\.link).filter { $0.file != shown?.link.file }
            return Page(
                html: UnreadableDraftPage(Self.faults(of: error), others: others).html(on: site), showsDraft: false)
        }
    }

    private struct ListedDraft {
        var link: DraftLink
        var bytes: [UInt8]
        /// The date in days since 1970; the greatest number if the header can't be read, because such a draft may be the
        /// newest.
        var day: Int
    }

    /// All drafts. A file without a title, such as `README.md`, isn't one.
    private func drafts(_ session: DraftSession) throws -> [ListedDraft] {
        let folder = session.publication.folders.drafts
        return try session.files.list(location.path(folder)).compactMap { file in
            guard IssueFiles.isIssue(file.path), file.status.size <= IssueReader.largestFile else { return nil }
            let link = DraftLink(file: "\(folder)/\(file.path)", in: folder)
            let bytes = try session.files.read(location.path(link.file))
            let source = SourceText(bytes)
            let rules = session.publication.issueRules
            guard HeaderReader.fields(of: source, decoder: rules.frontMatter).namesTitle else { return nil }
            // Why the header can't be read is reported when the draft is shown.
            let header = try? HeaderReader.header(of: source, file: link.file, rules: rules).0
            return ListedDraft(link: link, bytes: bytes, day: header?.date.daysSince1970 ?? .max)
        }
    }

    private static func faults(of error: any Error) -> [Diagnostic] {
        switch error {
        case let error as Diagnostic: [error]
        case let error as Diagnostics: error.all
        case let error as InvalidSettings: error.faults.all
        case let error as InvalidInput: error.faults.all
        case let error as FileError:
            [
                Diagnostic(
                    "can't read the file (\(error.reason))",
                    remedy: error.remedy ?? "Check the file's name and permissions", file: error.path)
            ]
        default: [Diagnostic("\(error)", remedy: "See the messages in the terminal")]
        }
    }
}

extension DraftNote {
    fileprivate init(_ finding: Finding, in text: SourceText) {
        let line = text.bytes[finding.range.bytes].prefix(Self.longestQuote).prefix { $0 != UInt8(ascii: "\n") }
        self.init(
            severity: finding.severity, location: finding.range.start, check: finding.id, summary: finding.summary,
            explanation: finding.explanation, quoted: String(decoding: line, as: UTF8.self),
            related: finding.notes.map { note in
                "\(note.file)\(note.place.map { ":\($0.line):\($0.column)" } ?? ""): \(note.text)"
            },
            fixes: finding.fixes.map(\.title))
    }

    /// How many bytes of the text are quoted.
    private static let longestQuote = 160
}
