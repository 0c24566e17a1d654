package import Repository

/// The files that a pull request touches, by their role in the publication.
package struct PullRequestFiles: Hashable, Sendable {
    /// The draft that the pull request changes; if it changes several, the present one.
    package var draft: GitChange?
    /// Published issues.
    package var issues: [String] = []
    package var others: [String] = []

    init(draft: GitChange?) {
        self.draft = draft
    }

    package init(_ changes: [GitChange], folders: DraftFolders) {
        let drafts = changes.filter { folders.isDraft($0.path) && $0.isEdit }
        draft = drafts.first { $0.path == folders.draft } ?? drafts.first
        for change in changes where change.path != draft?.path {
            if folders.isIssue(change.path) { issues.append(change.path) } else { others.append(change.path) }
        }
    }
}

/// The folders of drafts and issues in a repository; paths from its root.
package struct DraftFolders: Hashable, Sendable {
    /// The present draft's file.
    package var draft: String
    package var drafts: String
    package var issues: String

    package init(draft: String, drafts: String, issues: String) {
        self.draft = draft
        self.drafts = drafts
        self.issues = issues
    }

    package func isDraft(_ path: String) -> Bool {
        path == draft || isMarkdown(path) && path.hasPrefix(drafts + "/")
    }

    package func isIssue(_ path: String) -> Bool { isMarkdown(path) && path.hasPrefix(issues + "/") }

    /// The path of a draft once it is published.
    package func published(_ draft: String) -> String {
        issues + "/" + (draft.split(separator: "/").last ?? "")
    }

    private func isMarkdown(_ path: String) -> Bool { path.hasSuffix(".md") || path.hasSuffix(".markdown") }
}
