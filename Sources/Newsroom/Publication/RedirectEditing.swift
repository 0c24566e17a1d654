internal import Address
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
            throw Diagnostic("'\(url)' isn't a web address", remedy: "Begin the address with https://")
        }
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
}
