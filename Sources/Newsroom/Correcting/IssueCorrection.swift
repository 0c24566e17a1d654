internal import Archive
internal import Context
internal import Draft
internal import Markdown
package import Newsletter
internal import Text

/// Records that a published issue was corrected, and why. The editor has changed the text already.
package struct IssueCorrection {
    private let session: DraftSession
    private let name: String

    /// - Parameter issue: its number or its file.
    package init(_ session: DraftSession, issue: String) {
        self.session = session
        name = issue
    }

    /// What an editor says about a correction.
    package struct Request: Sendable {
        /// One sentence for readers.
        package var reason: String
        /// The URL of an entry, or a line; by default the entry that was changed, if it is the only change.
        package var entry: String?
        /// Whether readers see no note.
        package var isSilent: Bool
        /// The revision with the earlier version; by default git's last commit.
        package var revision: String?
        /// Whether to record it even if the text hasn't changed.
        package var isForced: Bool

        package init(
            reason: String, entry: String? = nil, isSilent: Bool = false, revision: String? = nil,
            isForced: Bool = false
        ) {
            self.reason = reason
            self.entry = entry
            self.isSilent = isSilent
            self.revision = revision
            self.isForced = isForced
        }
    }

    package struct Outcome: Sendable {
        /// The file with the issue's corrections.
        package var path: String
        package var correction: Correction
    }

    /// The corrections of the issue, oldest first.
    ///
    /// - Throws: a ``Diagnostic`` if there is no such issue, or the file of its corrections can't be read.
    package func list() async throws -> [Correction] {
        try log(of: try await CorrectableIssue(name, session)).log.all
    }

    /// - Throws: a ``Diagnostic`` if the sentence isn't valid, the issue isn't published, its text hasn't changed, or
    ///   the same correction is already recorded.
    package func record(_ request: Request) async throws -> Outcome {
        let reason = request.reason.trimmedBlanks
        if let fault = CorrectionReason.fault(of: reason) { throw fault }
        return try await PublicationLock.take(session, repeats: false) {
            let published = try await CorrectableIssue(name, session)
            let difference = try await difference(of: published, request)
            let place = CorrectedPlace(published.issue)
            let entry = try request.entry.map(place.entry) ?? difference.onlyLine.flatMap(place.entry)
            var (log, old) = try log(of: published)
            let kept = Array(difference.changes.prefix(Self.mostChanges))
            guard
                !log.all.contains(where: {
                    $0.reason == reason && $0.entry?.id == entry?.id && $0.changes == kept
                })
            else {
                throw Diagnostic(
                    "this correction is already recorded", remedy: "'sennight correct \(name) --list' lists them",
                    file: published.log)
            }
            let correction = Correction(
                time: session.now, reason: reason, isSilent: request.isSilent, entry: entry,
                changes: kept)
            log.add(correction)
            var changes = FileChanges()
            changes.write(published.log, log.bytes, over: old)
            try session.apply(changes)
            return Outcome(path: published.log, correction: correction)
        }
    }

    /// Enough for people to see what was corrected; git has the whole difference.
    private static let mostChanges = 20

    /// What has changed since the earlier version; nothing if that isn't known or is the same.
    private func difference(of published: CorrectableIssue, _ request: Request) async throws -> (
        changes: [Correction.Change], onlyLine: Int?
    ) {
        let earlier = try await EarlierVersion.read(
            published.path, in: request.revision ?? "HEAD", git: session.context.git)
        switch earlier {
        case .unknown(let fault):
            guard request.isForced else { throw fault }
            return ([], nil)
        case .bytes(let bytes):
            let (old, new) = (Self.withoutCarriageReturns(bytes), Self.withoutCarriageReturns(published.bytes))
            guard old != new else {
                guard request.isForced else { throw unchanged(published, request) }
                return ([], nil)
            }
            let reader = IssueReader(session.publication)
            // A version that wasn't an issue has no entries to compare with.
            guard let before = try? reader.read(old, file: published.path).issue,
                // As above.
                let after = try? reader.read(new, file: published.path).issue
            else { return ([Correction.Change(.text)], nil) }
            let items = IssueDifference(from: (before, old), to: (after, new)).items
            return (items.map(\.change), items.count == 1 ? items[0].line : nil)
        }
    }

    private func unchanged(_ published: CorrectableIssue, _ request: Request) -> Diagnostic {
        let revision = request.revision.map { "'\($0)'" } ?? "git's last commit"
        return Diagnostic(
            "the text of this issue is the same as in \(revision)",
            remedy:
                "Edit it first, name an earlier version with --since, or pass --force for a correction outside the text",
            file: published.path)
    }

    /// A work tree may have other line ends than the commit.
    private static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 != 0x0D } }

    private func log(of published: CorrectableIssue) throws -> (log: CorrectionLog, old: [UInt8]?) {
        guard let bytes = try session.content(published.log) else { return (CorrectionLog(), nil) }
        return (try CorrectionLog(bytes, file: published.log), bytes)
    }
}
