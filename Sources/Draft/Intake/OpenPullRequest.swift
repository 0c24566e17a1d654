/// An open pull request, from a forge or from a branch.
package struct OpenPullRequest: Hashable, Sendable {
    package var name: PullRequestName
    package var title: String
    package var author: String?
    /// The last commit of the branch.
    package var head: String
    /// The repository and branch that the pull request comes from; nil if unknown.
    package var home: Home?

    /// A branch that may be pushed to.
    package struct Home: Hashable, Sendable {
        /// The URL of the branch's repository; nil for this clone.
        package var repository: String?
        package var branch: String
        /// Whether the author lets maintainers push to the branch.
        package var isEditable: Bool

        package init(repository: String?, branch: String, isEditable: Bool) {
            self.repository = repository
            self.branch = branch
            self.isEditable = isEditable
        }
    }

    package init(name: PullRequestName, title: String, author: String? = nil, head: String, home: Home? = nil) {
        self.name = name
        self.title = title
        self.author = author
        self.head = head
        self.home = home
    }
}

/// A pull request's name: its number on the forge, or its branch in this clone.
package enum PullRequestName: Hashable, Sendable, Comparable, CustomStringConvertible {
    case number(Int)
    case branch(String)

    /// Reads a name as editors type it and files keep it: `12`, `#12`, `pr/tea`.
    package init(_ text: String) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        self = Int(digits).map { .number($0) } ?? .branch(text)
    }

    /// The name without the `#`.
    package var key: String {
        switch self {
        case .number(let number): String(number)
        case .branch(let branch): branch
        }
    }

    package var description: String {
        switch self {
        case .number(let number): "#\(number)"
        case .branch(let branch): branch
        }
    }
}
