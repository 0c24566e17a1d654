internal import Newsletter
internal import Text

/// Reads one rule of `sections:`.
enum SectionSettings {
    static func rule(_ node: SettingsNode) -> SectionRule? {
        node.allow("kind", "stage", "calls", "headings", "under", "auto", "tally")
        let headings = node["headings"].items.compactMap(\.text)
        if headings.isEmpty { node.report("a section rule without headings", remedy: "Write 'headings: [ … ]'") }
        guard node["kind"].requiredText != nil, let kind = node["kind"].choice(of: SectionKind.self) else { return nil }
        return SectionRule(
            kind: kind, stage: node["stage"].choice(of: Proposal.Stage.self),
            calls: node["calls"].choice(of: ParticipationCalls.self)?.kind, headings: headings,
            under: node["under"].items.map { $0.possiblyEmptyText }, auto: auto(node["auto"]),
            total: total(node["tally"]))
    }

    /// `all`, or what a candidate has to have.
    private static func auto(_ node: SettingsNode) -> AutoRule? {
        guard node.isPresent else { return nil }
        if node.isText {
            if node.text == "all" { return AutoRule() }
            node.report("'auto:' is neither 'all' nor a mapping", remedy: "Write 'auto: all' or 'auto: { best: 10 }'")
            return nil
        }
        node.allow("sources", "best", "least")
        return AutoRule(
            sources: node["sources"].items.compactMap(\.text), best: node["best"].number(in: 1...10_000),
            least: node["least"].number(in: 0...1_000_000_000))
    }

    private static func total(_ node: SettingsNode) -> String? {
        guard var text = node.text else { return nil }
        while text.utf8.last == 0x0A { text.removeLast() }
        guard text.contains("{count}") else {
            node.report("the sentence has no '{count}'", remedy: "Write '{count}' where the number belongs")
            return nil
        }
        return text
    }

    /// Reports names of sources that nobody has.
    static func check(_ node: SettingsNode, sources: [SourceSettings]) {
        let names = sources.map(\.name)
        for item in node["auto"].isText ? [] : node["auto"]["sources"].items {
            guard let name = item.text, !names.contains(name) else { continue }
            let nearest = ClosestMatch.of(name, among: names)
            item.report(
                "unknown source '\(name)'",
                remedy: nearest.map { "Did you mean '\($0)'?" } ?? "Name one of 'sources:'")
        }
    }
}

/// How settings name what calls for participation ask for.
enum ParticipationCalls: String, CaseIterable {
    case projects, events

    var kind: CallForParticipation.Kind { self == .projects ? .project : .event }
}
