internal import Newsletter
internal import Settings
internal import Text

/// The form in which a publication writes the titles of pull requests.
struct PullRequestTitle: Sendable {
    /// Whether the first word is written in lower case, unless it has other capitals (`LLVM`, `MIR`): `lower-case:
    /// true`.
    var lowersFirstWord: Bool
    /// A prefix for titles that don't begin with it already: `prefix: "cargo: "`.
    var prefix: String?

    static let keys = [
        Setting("lower-case", .flag, "Whether titles begin with a lower-case letter.", default: false),
        Setting("prefix", .text, "A prefix for titles.", example: "tool: "),
    ]

    init(_ fields: SettingsFields) {
        lowersFirstWord = fields.flag("lower-case")
        prefix = fields.optionalText("prefix")
    }

    init(lowersFirstWord: Bool = false, prefix: String? = nil) {
        (self.lowersFirstWord, self.prefix) = (lowersFirstWord, prefix)
    }

    func with(prefix: String?) -> PullRequestTitle {
        PullRequestTitle(lowersFirstWord: lowersFirstWord, prefix: prefix ?? self.prefix)
    }

    func text(_ title: String) -> String {
        var title = title.collapsingBlanks
        if let prefix, title.lowercased().hasPrefix(prefix.lowercased()) {
            title = String(title.dropFirst(prefix.count))
        }
        if lowersFirstWord { title = Self.lowered(title) }
        return (prefix ?? "") + title
    }

    private static func lowered(_ title: String) -> String {
        let word = title.prefix { $0 != " " }
        guard let first = word.first, first.isUppercase, word.count > 1,
            word.dropFirst().allSatisfy({ !$0.isUppercase && ($0.isLetter || "-,:'’".contains($0)) })
        else { return title }
        return first.lowercased() + title.dropFirst()
    }
}
