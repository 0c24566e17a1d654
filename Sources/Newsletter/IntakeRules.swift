/// The settings for pull requests: where they are, and answers to them (`intake:`).
package struct IntakeRules: Hashable, Sendable {
    /// `owner/name` on the forge; nil if only branches are used.
    package var repository: String?
    /// The branch that pull requests are made against.
    package var branch = "main"
    /// The URL of GitHub's REST API, without a trailing slash; GitHub Enterprise servers have their own.
    package var api = "https://api.github.com"
    package var rules: [RuleAnswer] = []

    package init() {}
}

/// The prepared answer of a house rule, for contributions that the publication doesn't accept.
package struct RuleAnswer: Hashable, Sendable {
    package var id: String
    /// Markdown; `{author}` is replaced by the contributor's name.
    package var answer: String

    package init(id: String, answer: String) {
        self.id = id
        self.answer = answer
    }

    /// - Parameter author: the contributor; nil if the account was deleted.
    package func answer(to author: String?) -> String {
        answer.replacing("{author}", with: author.map { "@" + $0 } ?? "friend")
    }
}
