/// Which headings open a section of which kind.
package struct SectionRule: Hashable, Sendable {
    package var kind: SectionKind
    /// How far proposals under these headings have come.
    package var stage: Proposal.Stage?
    /// What calls for participation under these headings ask for.
    package var calls: CallForParticipation.Kind?
    /// Compared without case, markup and closing punctuation; a `*` at the end stands for anything.
    package var headings: [String]
    /// Only below one of these headings; an empty one stands for the top. Without any: everywhere.
    package var under: [String]
    /// Which candidates go in without a person's word; nil where each needs one.
    package var auto: AutoRule?
    /// The sentence that tells how many there were of all; `{count}` and `{url}` are filled in.
    package var total: String?

    package init(
        kind: SectionKind, stage: Proposal.Stage? = nil, calls: CallForParticipation.Kind? = nil, headings: [String],
        under: [String] = [], auto: AutoRule? = nil, total: String? = nil
    ) {
        self.kind = kind
        self.stage = stage
        self.calls = calls
        self.headings = headings
        self.under = under
        self.auto = auto
        self.total = total
    }
}

/// The section rules of a publication, made ready for looking headings up.
package struct SectionRules: Sendable {
    private var exact: [String: [SectionRule]] = [:]
    private var prefixes: [(prefix: String, rule: SectionRule)] = []
    private var headings: [SectionKind: String] = [:]

    package init(_ rules: [SectionRule]) {
        for rule in rules {
            var rule = rule
            rule.under = rule.under.map { SectionName.key($0) }
            if headings[rule.kind] == nil { headings[rule.kind] = rule.headings.first { !$0.hasSuffix("*") } }
            for heading in rule.headings {
                if heading.hasSuffix("*") {
                    prefixes.append((SectionName.key(String(heading.dropLast())), rule))
                } else {
                    exact[SectionName.key(heading), default: []].append(rule)
                }
            }
        }
    }

    /// The first heading that opens a section of a kind; nil where the settings have none.
    package func heading(for kind: SectionKind) -> String? { headings[kind] }

    /// The rule for a heading's text; nil where it should take its parent's.
    ///
    /// A rule for headings under `parent` comes before one for headings everywhere.
    ///
    /// - Parameter parent: the text of the heading that this one stands under; empty at the top.
    package func rule(for heading: String, under parent: String) -> SectionRule? {
        let (key, parent) = (SectionName.key(heading), SectionName.key(parent))
        let rules = exact[key] ?? prefixes.filter { key.hasPrefix($0.prefix) }.map(\.rule)
        return rules.first { $0.under.contains(parent) } ?? rules.first { $0.under.isEmpty }
    }
}
