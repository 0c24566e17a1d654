/// Where pull requests come from and how they are answered, as `intake:` in the settings says.
package struct IntakeRules: Hashable, Sendable {
    /// `owner/name` on the forge; nil where branches are all there is.
    package var repository: String?
    /// The branch that pull requests are made to.
    package var branch = "main"
    /// The address of GitHub's REST interface, without a slash at its end; a GitHub Enterprise has its own.
    package var api = "https://api.github.com"
    package var rules: [RuleAnswer] = []

    package init() {}
}

/// A house rule's prepared answer: what to tell those who send something that the publication does not take.
package struct RuleAnswer: Hashable, Sendable {
    package var id: String
    /// Markdown; `{author}` stands for the name of who sent it.
    package var answer: String

    package init(id: String, answer: String) {
        self.id = id
        self.answer = answer
    }

    /// - Parameter author: who sent it; nil where the account is gone.
    package func answer(to author: String?) -> String {
        answer.replacing("{author}", with: author.map { "@" + $0 } ?? "friend")
    }
}
