package import Newsletter
internal import Text

/// The possible names of sections: the headings of a draft, and those that have rules or regions in the settings.
package struct SectionNames: Sendable {
    private let headings: [String]
    private let rules: SectionRules

    package init(_ draft: WorkingDraft, _ publication: Publication) {
        headings = draft.issue.sections.map(\.title) + publication.regions.map(\.heading)
        rules = SectionRules(publication)
    }

    func contains(_ name: String) -> Bool {
        let key = SectionName.key(name)
        return headings.contains { SectionName.key($0) == key } || rules.rule(for: name, under: "") != nil
            || SectionKind(rawValue: name) != nil
    }

    func remedy(for name: String) -> String {
        ClosestMatch.of(name, among: headings).map { "Did you mean '\($0)'?" } ?? "Choose a section of the draft"
    }
}
