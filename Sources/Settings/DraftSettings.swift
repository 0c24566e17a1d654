internal import Newsletter

/// Reads how drafts are made: `draft:` and `people:`.
enum DraftSettings {
    static func rules(_ node: SettingsNode) -> DraftRules {
        var rules = DraftRules()
        guard node.isPresent else { return rules }
        node.allow("template", "file", "placeholders", "duplicates", "events", "none", "pick", "report", "suggest")
        rules.template = node["template"].text
        rules.file = node["file"].text ?? rules.file
        if rules.file.contains("/") {
            node["file"].report("a draft's file name has a '/'", remedy: "Name the folder under 'folders: drafts:'")
        }
        for (word, target) in node["placeholders"].pairs {
            rules.placeholders[word] = target.choice(of: LastingAddress.self)
        }
        rules.duplicates = node["duplicates"].number(in: 0...1000) ?? rules.duplicates
        let events = node["events"]
        if events.isPresent { events.allow("days", "regions") }
        rules.eventDays = events["days"].number(in: 1...400) ?? rules.eventDays
        rules.regions = events["regions"].items.compactMap(\.text)
        if node["suggest"].isPresent { node["suggest"].allow("sections", "headings", "learn") }
        if let learn = node["suggest"]["learn"].choice(of: TruthValue.self) { rules.learns = learn == .true }
        rules.suggested = node["suggest"]["sections"].items.compactMap(\.text)
        for (old, new) in node["suggest"]["headings"].pairs { rules.headings[old] = new.text }
        rules.pick = node["pick"].text
        rules.report = node["report"].text
        rules.none = node["none"].items.compactMap(sentence)
        return rules
    }

    private static func sentence(_ node: SettingsNode) -> EmptySectionText? {
        node.allow("section", "text", "groups")
        guard let section = node["section"].requiredText, let text = node["text"].requiredText else { return nil }
        let groups = node["groups"].items.compactMap(\.text)
        if text.contains("{groups}") == groups.isEmpty {
            node.report(
                groups.isEmpty ? "'{groups}' without 'groups:'" : "'groups:' without '{groups}' in the text",
                remedy: "Write both or neither")
        }
        if text.hasPrefix("{groups}") {
            node["text"].report(
                "the sentence begins with '{groups}'", remedy: "Begin it with words, by which it is found again")
        }
        return EmptySectionText(section: section, text: text, groups: groups)
    }

    private enum TruthValue: String, CaseIterable {
        case `true`, `false`
    }

    static func person(_ node: SettingsNode) -> Person? {
        node.allow("name", "url", "sections")
        guard let name = node["name"].requiredText else { return nil }
        return Person(name: name, url: node["url"].text, sections: node["sections"].items.compactMap(\.text))
    }
}
