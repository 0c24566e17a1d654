internal import Address
internal import Draft
internal import Newsletter
internal import Settings

/// Where the publication's permanent URLs lead: `/jobs`, and `/issues/N/discuss`.
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
        /// The file that says so.
        package var file: String
        /// Where it leads all the same, as the settings say so and win; nil where it leads to the new URL.
        package var overridden: String?
    }

    /// - Throws: a ``Diagnostic`` for what isn't a URL.
    package func set(_ permanent: Permanent, to url: String) async throws -> Outcome {
        guard LinkHost.of(url) != nil else {
            throw Diagnostic("'\(url)' isn't a web address", remedy: "Write it with https://")
        }
        let (files, location) = (session.files, session.location)
        try PublicationLock.take(session) {
            var points = try RedirectsFile.read(files, location)
            switch permanent {
            case .jobs: points.jobs = url
            case .discussion(let number): points.discuss[number] = url
            }
            var changes = FileChanges()
            changes.write(
                location.points, Array(RedirectsFile.text(of: points).utf8), over: try session.content(location.points))
            try session.apply(changes)
        }
        let settled = try location.publication(files).points
        let leads = if case .discussion(let number) = permanent { settled.discuss[number] } else { settled.jobs }
        return Outcome(file: location.points, overridden: leads == url ? nil : leads)
    }
}
