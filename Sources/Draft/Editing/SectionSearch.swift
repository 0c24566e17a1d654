internal import Markdown
internal import Newsletter

/// Finds the section of a draft that a person or a source means.
struct SectionSearch {
    let draft: WorkingDraft

    /// By its heading; without one by the kind of what is to go in.
    ///
    /// - Throws: a ``Diagnostic`` that names the sections there are.
    func section(for candidate: Candidate) throws(Diagnostic) -> Section {
        if let name = candidate.section {
            if let found = named(name) { return found }
            let titles = draft.issue.sections.map(\.title).filter { !$0.isEmpty }
            let nearest = NearestWord.of(name, among: titles)
            throw Diagnostic(
                "the draft has no section '\(name)'",
                remedy: nearest.map { "Did you mean '\($0)'?" } ?? "It has: \(titles.joined(separator: ", "))",
                file: draft.file)
        }
        if let found = first(candidate) { return found }
        throw Diagnostic(
            "the draft has no section for \(candidate.kind.rawValue)",
            remedy: "Name one with --section, or add its heading to 'sections:' in the settings", file: draft.file)
    }

    /// A section by its heading, without regard to case and closing punctuation.
    func named(_ name: String) -> Section? {
        let key = SectionName.key(name)
        return draft.issue.sections.first { SectionName.key($0.title) == key }
    }

    private func first(_ candidate: Candidate) -> Section? {
        let sections = draft.issue.sections
        let found = sections.indices.first { index in
            let section = sections[index]
            guard section.kind == candidate.kind, section.level > 0 else { return false }
            // A heading with others below it is only their roof.
            if sections.indices.contains(index + 1), sections[index + 1].level > section.level,
                sections[index + 1].kind == section.kind, section.entries.allSatisfy({ $0.content == .prose })
            {
                return false
            }
            let rule = draft.rules.rule(for: section.title, under: parent(of: index))
            switch candidate.content {
            case .callForParticipation(let call): return rule?.calls ?? call.kind == call.kind
            case .proposal(let proposal): return rule?.stage == proposal.stage || proposal.stage == nil
            default: return true
            }
        }
        return found.map { sections[$0] }
    }

    /// The title of the heading above one.
    func parent(of index: Int) -> String {
        let sections = draft.issue.sections
        return sections[..<index].last { $0.level < sections[index].level }?.title ?? ""
    }
}
