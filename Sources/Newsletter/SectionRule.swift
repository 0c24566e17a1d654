/// The headings of sections of one kind.
package struct SectionRule: Hashable, Sendable {
    package var kind: SectionKind
    /// The stage of proposals under these headings.
    package var stage: Proposal.Stage?
    /// The kind of calls for participation under these headings.
    package var calls: CallForParticipation.Kind?
    /// The headings, compared without case, markup and closing punctuation; a `*` at the end matches any ending.
    /// `*` alone is for headings that no other rule, and none of their parents, is for. An empty one is that of the text before the first heading.
    package var headings: [String]
    /// The parent headings that the rule is limited to, where an empty heading means the top level; no headings mean no
    /// limit.
    package var under: [String]
    /// Which candidates are added without an editor's decision; nil if no candidates are.
    package var auto: AutoRule?
    /// The sentence with the total; `{count}` and `{url}` are filled in.
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

/// The section rules of a publication, prepared for looking up headings.
package struct SectionRules: Sendable {
    private var exact: [String: [SectionRule]] = [:]
    private var prefixes: [(prefix: String, rule: SectionRule)] = []
    private var headings: [SectionKind: String] = [:]
    /// The rule for headings without another one; nil if they are prose.
    package private(set) var fallback: SectionRule?
    /// Other forms of dates that events are read with.
    package let dateFormats: [DateFormat]

    package init(_ publication: Publication) {
        self.init(publication.sections, dateFormats: publication.dateFormats)
    }

    package init(_ rules: [SectionRule], dateFormats: [DateFormat] = []) {
        self.dateFormats = dateFormats
        for rule in rules {
            var rule = rule
            rule.under = rule.under.map { SectionName.key($0) }
            if headings[rule.kind] == nil {
                headings[rule.kind] = rule.headings.first { !$0.hasSuffix("*") && !$0.isEmpty }
            }
            for heading in rule.headings {
                if heading == "*" {
                    fallback = fallback ?? rule
                } else if heading.hasSuffix("*") {
                    prefixes.append((SectionName.key(String(heading.dropLast())), rule))
                } else {
                    exact[SectionName.key(heading), default: []].append(rule)
                }
            }
        }
    }

    /// The first heading of a section of a kind; nil if the settings have none.
    package func heading(for kind: SectionKind) -> String? { headings[kind] }

    /// The rule for the text before the first heading; nil if it is prose.
    package var introduction: SectionRule? { exact[""]?.first }

    /// The rule for a heading's text; nil if its parent's rule applies.
    ///
    /// A rule for headings under `parent` takes precedence over one for headings everywhere.
    ///
    /// - Parameter parent: the text of the parent heading; empty at the top level.
    package func rule(for heading: String, under parent: String) -> SectionRule? {
        let (key, parent) = (SectionName.key(heading), SectionName.key(parent))
        let rules = exact[key] ?? prefixes.filter { key.hasPrefix($0.prefix) }.map(\.rule)
        return rules.first { $0.under.contains(parent) } ?? rules.first { $0.under.isEmpty }
    }
}
