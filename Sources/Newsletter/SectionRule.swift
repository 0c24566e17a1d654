/// Which headings open a section of which kind.
package struct SectionRule: Hashable, Sendable {
    package var kind: SectionKind
    /// How far proposals under these headings have come.
    package var stage: Proposal.Stage?
    /// What calls for participation under these headings ask for.
    package var calls: CallForParticipation.Kind?
    /// Compared without case, markup and closing punctuation; a `*` at the end stands for anything.
    package var headings: [String]

    package init(
        kind: SectionKind, stage: Proposal.Stage? = nil, calls: CallForParticipation.Kind? = nil, headings: [String]
    ) {
        (self.kind, self.stage, self.calls, self.headings) = (kind, stage, calls, headings)
    }
}

/// The section rules of a publication, made ready for looking headings up.
package struct SectionRules: Sendable {
    private var exact: [String: SectionRule] = [:]
    private var prefixes: [(prefix: String, rule: SectionRule)] = []

    package init(_ rules: [SectionRule]) {
        for rule in rules {
            for heading in rule.headings {
                if heading.hasSuffix("*") {
                    prefixes.append((Self.key(String(heading.dropLast())), rule))
                } else {
                    exact[Self.key(heading)] = exact[Self.key(heading)] ?? rule
                }
            }
        }
    }

    /// The rule for a heading's text; nil where it should take its parent's.
    package func rule(for heading: String) -> SectionRule? {
        let key = Self.key(heading)
        return exact[key] ?? prefixes.first { key.hasPrefix($0.prefix) }?.rule
    }

    private static func key(_ heading: String) -> String {
        var key = heading.lowercased()[...]
        while let last = key.last, last.isWhitespace || ":.,;!?".contains(last) { key.removeLast() }
        while let first = key.first, first.isWhitespace { key.removeFirst() }
        return String(key)
    }
}
