internal import Newsletter
internal import Settings
internal import Text

/// The form in which a publication writes the titles of pull requests.
struct PullRequestTitle: Sendable {
    /// Whether the first word is written in lower case, unless it has other capitals (`LLVM`, `MIR`): `lower-case:
    /// true`.
    var lowersFirstWord: Bool
    /// `commit-types: remove`: what becomes of `fix: ` and `feat(scope): `.
    var commitTypes: CommitTypes
    /// `prefix: "cargo: "`, put before titles that do not begin with it.
    var prefix: String?

    /// What becomes of the types that Conventional Commits put before titles.
    enum CommitTypes: String, CaseIterable, Sendable {
        /// `feat(parser): allow tabs` is `allow tabs`.
        case remove
        /// `feat(parser): allow tabs` is `parser: allow tabs`.
        case component
        case keep
    }

    static let keys = [
        Setting(
            "commit-types", .choice(of: CommitTypes.self),
            "What happens to `fix: ` and `feat(parser): ` before titles: they are removed, or become the component, "
                + "`parser: `, or are kept.",
            default: "remove"),
        Setting("lower-case", .flag, "Whether the first word of titles loses its capital.", default: false),
        Setting("prefix", .text, "What is put before titles.", example: "tool: "),
    ]

    init(_ fields: SettingsFields) {
        lowersFirstWord = fields.flag("lower-case")
        commitTypes = fields.choice("commit-types") ?? .remove
        prefix = fields.optionalText("prefix")
    }

    init(lowersFirstWord: Bool = false, commitTypes: CommitTypes = .remove, prefix: String? = nil) {
        self.lowersFirstWord = lowersFirstWord
        self.commitTypes = commitTypes
        self.prefix = prefix
    }

    func with(prefix: String?) -> PullRequestTitle {
        PullRequestTitle(lowersFirstWord: lowersFirstWord, commitTypes: commitTypes, prefix: prefix ?? self.prefix)
    }

    func text(_ title: String) -> String {
        var title = title.collapsingBlanks
        var component = ""
        if commitTypes != .keep {
            while let type = CommitType(of: title) {
                title = type.rest
                if commitTypes == .component, let scope = type.scope { component = scope + ": " }
            }
        }
        if let prefix, title.lowercased().hasPrefix(prefix.lowercased()) {
            title = String(title.dropFirst(prefix.count))
        }
        // `cargo: cargo: …`, where the scope is what the prefix says.
        if let prefix, component.lowercased() == prefix.lowercased() { component = "" }
        if lowersFirstWord, component.isEmpty { title = Self.lowered(title) }
        return (prefix ?? "") + component + title
    }

    private static func lowered(_ title: String) -> String {
        let word = title.prefix { $0 != " " }
        guard let first = word.first, first.isUppercase, word.count > 1,
            word.dropFirst().allSatisfy({ !$0.isUppercase && ($0.isLetter || "-,:'’".contains($0)) })
        else { return title }
        return first.lowercased() + title.dropFirst()
    }
}
