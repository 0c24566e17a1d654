internal import Newsletter
internal import Text

/// Reads `sources:`, a list of `- source: feeds` with `name:`, `section:` and the keys of that source.
enum SourceList {
    static func sources(_ node: SettingsNode, file: String) -> [SourceSettings] {
        var names: Set<String> = []
        return node.items.compactMap { item in
            guard let source = item["source"].requiredText, let tree = item.tree else { return nil }
            let name = item["name"].text ?? source
            // Its file of candidates is called after it.
            if !names.insert(Slug.of(name)).inserted {
                item.report(
                    "two sources are called '\(name)', or so alike that their files would be the same",
                    remedy: "Give one of them a 'name:' of its own, told apart by letters or digits")
            }
            return SourceSettings(
                source: source, name: name, section: item["section"].text, file: file, values: tree)
        }
    }
}
