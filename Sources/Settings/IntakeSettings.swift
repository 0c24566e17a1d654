internal import Newsletter

/// Reads where pull requests come from: `intake:`.
enum IntakeSettings {
    static func rules(_ node: SettingsNode) -> IntakeRules {
        var rules = IntakeRules()
        guard node.isPresent else { return rules }
        node.allow("repository", "branch", "api", "rules")
        if let repository = node["repository"].text {
            if !isRepository(repository) {
                node["repository"].report("'\(repository)' is no repository", remedy: "Write it as owner/name")
            }
            rules.repository = repository
        }
        rules.branch = node["branch"].text ?? rules.branch
        if let api = node["api"].text {
            if !api.hasPrefix("https://"), !api.hasPrefix("http://") {
                node["api"].report("'\(api)' isn't a web address", remedy: "Write it as https://host/api/v3")
            }
            rules.api = api.hasSuffix("/") ? String(api.dropLast()) : api
        }
        var known: Set<String> = []
        for item in node["rules"].items {
            item.allow("id", "answer")
            guard let id = item["id"].requiredText, let answer = item["answer"].requiredText else { continue }
            if !known.insert(id).inserted {
                item["id"].report("two rules are called '\(id)'", remedy: "Name one otherwise")
            }
            rules.rules.append(RuleAnswer(id: id, answer: answer))
        }
        return rules
    }

    /// Letters, digits, `-`, `_` and `.`, and one slash: nothing that would change an address.
    private static func isRepository(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part != "." && part != ".."
                    && part.utf8.allSatisfy { byte in
                        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
                            || "-_.".utf8.contains(byte)
                    }
            }
    }
}
