internal import Text

/// The type before a title, as Conventional Commits 1.0.0 and Angular's guidelines write it: `fix: …`, `feat(scope): …`,
/// `chore!: …`.
struct CommitType {
    /// What is in the brackets.
    var scope: String?
    /// The title after it.
    var rest: String

    /// Nil if the title doesn't begin with a known type, or has nothing after it.
    init?(of title: String) {
        let word = title.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
        guard Self.types.contains(word.lowercased()) else { return nil }
        var after = title[word.endIndex...]
        if after.first == "(" || after.first == "[" {
            guard let end = after.firstIndex(of: after.first == "(" ? ")" : "]") else { return nil }
            let scope = String(after[after.index(after: after.startIndex)..<end]).trimmedBlanks
            self.scope = scope.isEmpty ? nil : scope
            after = after[after.index(after: end)...]
        }
        if after.first == "!" { after = after.dropFirst() }
        guard after.first == ":" else { return nil }
        let text = after.dropFirst()
        // `test::bench` is a path.
        guard let next = text.first, next != ":" else { return nil }
        rest = String(text).trimmedBlanks
        if rest.isEmpty { return nil }
    }

    private static let types: Set<String> = [
        "feat", "feature", "fix", "bugfix", "hotfix", "chore", "docs", "doc", "style", "refactor", "perf", "test",
        "tests", "build", "ci", "revert", "release", "deps", "improvement", "enhancement", "internal",
    ]
}
