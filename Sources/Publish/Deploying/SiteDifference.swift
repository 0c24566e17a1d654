internal import Repository
internal import Text

/// What has to change in a branch so that it has the site.
struct SiteDifference: Sendable {
    /// The files of the site that the branch lacks or has with other content.
    let changed: [String]
    /// Files that earlier deployments made and that no page needs any more.
    let removed: [String]
    /// Files of others in the way of the site's.
    let foreign: [String]
    let record: DeploymentRecord
    /// Whether the branch's record is about the same site.
    private let isRecorded: Bool

    /// - Parameters:
    ///   - blobs: the names of the site's files as git objects, by path.
    ///   - branch: the branch's files by path.
    ///   - previous: the record in the branch.
    init(
        _ content: SiteContent, blobs: [String: String], branch: [String: GitFile], record previous: DeploymentRecord?,
        now: Int
    ) {
        record = DeploymentRecord(content, remembering: content.files.map(\.path), after: previous, now: now)
        isRecorded = previous?.site == content.digest
        changed = content.files.map(\.path).filter { branch[$0]?.blob != blobs[$0] || branch[$0]?.isText == false }
        let ours = Set(previous?.files ?? []).union(previous?.kept.keys.map { $0 } ?? []).union([DeploymentRecord.name])
        let record = record
        removed = ours.filter { branch[$0] != nil && !content.paths.contains($0) && record.kept[$0] == nil }
            .filter { $0 != DeploymentRecord.name }.sorted()
        let changedPaths = Set(changed)
        let folders = Self.folders(of: content.paths)
        foreign = branch.keys.filter { path in
            guard !ours.contains(path) else { return false }
            return changedPaths.contains(path) || folders.contains(path)
                || Self.folders(of: [path]).contains(where: content.paths.contains)
        }.sorted()
    }

    /// Whether the branch has exactly the site; files that are only kept for a while don't count.
    var isEmpty: Bool { isRecorded && changed.isEmpty && removed.allSatisfy(DeploymentRecord.isHashed) }

    var summary: String { "\(changed.count.counted("file")) changed, \(removed.count) removed" }

    private static func folders(of paths: some Sequence<String>) -> Set<String> {
        var folders: Set<String> = []
        for path in paths {
            var above = path[...]
            while let slash = above.utf8.lastIndex(of: UInt8(ascii: "/")) {
                above = above[..<slash]
                guard folders.insert(String(above)).inserted else { break }
            }
        }
        return folders
    }
}
