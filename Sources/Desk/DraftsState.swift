internal import Context
internal import Newsletter
internal import Settings

/// The files in the folder of drafts, to notice changes.
struct DraftsState: Equatable, Sendable {
    private let files: [String: FileStatus]

    init(of publication: Publication, in location: PublicationLocation, _ files: Files) {
        // A folder that can't be listed has no drafts that could be shown; the build reports it.
        let listed = (try? files.list(location.path(publication.folders.drafts))) ?? []
        self.files = Dictionary(listed.map { ($0.path, $0.status) }) { first, _ in first }
    }

    var isEmpty: Bool { !files.keys.contains { $0.hasSuffix(".md") } }
}
