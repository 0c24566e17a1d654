internal import Address
internal import Archive
internal import Draft
internal import Newsletter
internal import Settings

/// Sets where the publication's permanent URLs redirect to: `/jobs`, and `/issues/N/discuss`.
package struct RedirectEditing {
    private let session: DraftSession

    package init(_ session: DraftSession) {
        self.session = session
    }

    package enum Permanent: Sendable {
        case jobs
        /// The discussion of an issue, by its number.
        case discussion(of: Int)
    }

    package struct Outcome: Sendable {
        /// The file that was changed.
        package var file: String
        /// The target that the settings name, which takes precedence over the new one; nil if there is none.
        package var overridden: String?
    }

    /// - Throws: a ``Diagnostic`` if the URL isn't valid.
    package func set(_ permanent: Permanent, to url: String) async throws -> Outcome {
        guard LinkHost.of(url) != nil else {
            throw Diagnostic.invalidAddress(url)
        }
        if case .discussion(let number) = permanent { try await checkExists(number) }
        let (files, location) = (session.files, session.location)
        try PublicationLock.take(session) {
            var redirects = try RedirectsFile.read(files, location)
            switch permanent {
            case .jobs: redirects.jobs = url
            case .discussion(let number): redirects.discuss[number] = url
            }
            var changes = FileChanges()
            changes.write(
                location.redirectsFile, Array(RedirectsFile.text(of: redirects).utf8),
                over: try session.content(location.redirectsFile))
            try session.apply(changes)
        }
        let settled = try location.publication(files).redirects
        let leads = if case .discussion(let number) = permanent { settled.discuss[number] } else { settled.jobs }
        return Outcome(file: location.redirectsFile, overridden: leads == url ? nil : leads)
    }

    /// - Throws: a ``Diagnostic`` if no issue has the number, and the next one won't have it either.
    private func checkExists(_ number: Int) async throws {
        let archive = try await session.archive()
        let numbers = archive.issues.compactMap(\.number)
        // The discussion may be opened before the draft is finished.
        let next = numbers.max().map { $0 + 1 } ?? archive.issues.count + 1
        guard number != next, !numbers.contains(number), !archive.issues.isEmpty || number > 1 else { return }
        throw Diagnostic(
            "issue \(number) not found",
            remedy: numbers.max().map { "The last one is \($0), and the next one will be \(next)" }
                ?? "The next one will be \(next)")
    }
}
