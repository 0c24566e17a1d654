internal import Newsletter
internal import Settings
internal import Text

/// How a publication writes the titles of pull requests.
struct PullRequestTitle: Sendable {
    /// `lower-case: true`: the first word in lower case, unless it is written in a way of its own (`LLVM`, `MIR`).
    var lowersFirstWord: Bool
    /// `prefix: "cargo: "`, put before titles that do not begin with it.
    var prefix: String?

    static let keys = [
        Setting("lower-case", .flag, "Whether the first word of titles loses its capital.", default: false),
        Setting("prefix", .text, "What is put before titles.", example: "tool: "),
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
