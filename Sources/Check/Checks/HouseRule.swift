internal import Address
internal import Newsletter

/// A link breaks one of the publication's own rules.
///
/// A rule in the settings (`rules`) lists patterns of URLs that the publication doesn't link to, or the only ones that
/// it links to, in some sections or in all. Examples: no bare repositories; no pages of package registries; only a
/// foundation's own news in its section.
struct HouseRule: Check {
    static let id = "house-rule"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let compiled = context.history.rules
        guard !compiled.isEmpty else { return [] }
        var findings: [Finding] = []
        var applying: (section: Int, rules: [Compiled]) = (-1, [])
        for checked in document.entries {
            if checked.section != applying.section {
                let section = document.issue.sections[checked.section]
                applying = (checked.section, compiled.filter { $0.isAbout(section) })
            }
            guard !applying.rules.isEmpty else { continue }
            let address = URLPattern.Address(CanonicalURL.readable(checked.url))
            for rule in applying.rules where rule.isBroken(by: address) {
                findings.append(
                    finding(
                        rule.rule.summary, at: document.place(of: checked.entry), in: document,
                        explanation: "\(rule.rule.remedy) (Rule '\(rule.rule.name)'.)", severity: rule.rule.severity))
            }
        }
        return findings
    }

    /// A rule with its patterns parsed.
    struct Compiled: Sendable {
        var rule: LinkRule
        private let links: [URLPattern]
        private let only: [URLPattern]
        private let except: [URLPattern]
        private let sections: Set<String>

        init(_ rule: LinkRule) {
            self.rule = rule
            links = rule.links.map(URLPattern.init)
            only = rule.only.map(URLPattern.init)
            except = rule.except.map(URLPattern.init)
            sections = Set(rule.sections.map { $0.lowercased() })
        }

        func isAbout(_ section: Section) -> Bool {
            sections.isEmpty || sections.contains(section.kind.rawValue)
                || sections.contains(section.title.lowercased())
        }

        func isBroken(by address: URLPattern.Address) -> Bool {
            if except.contains(where: { $0.matches(address) }) { return false }
            return links.contains { $0.matches(address) } || !only.isEmpty && !only.contains { $0.matches(address) }
        }
    }
}
