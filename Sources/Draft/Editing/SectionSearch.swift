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
            if let found = named(name, for: candidate.kind) { return found }
            let titles = draft.issue.sections.map(\.title).filter { !$0.isEmpty }
            let nearest = NearestWord.of(name, among: titles)
            throw Diagnostic(
                "the draft has no section '\(name)'",
                remedy: nearest.map { "Did you mean '\($0)'?" } ?? "It has: \(titles.joined(separator: ", "))",
                file: draft.file)
        }
        let found = fitting(candidate)
        if found.count == 1 { return found[0] }
        guard found.isEmpty else {
            throw Diagnostic(
                "the draft has \(found.count) sections for \(candidate.kind.rawValue)",
                remedy: "Name one with --section: \(found.map(\.title).joined(separator: ", "))", file: draft.file)
        }
        throw Diagnostic(
            "the draft has no section for \(candidate.kind.rawValue)",
            remedy: "Name one with --section, or add its heading to 'sections:' in the settings", file: draft.file)
    }

    /// A section by its heading, without regard to case and closing punctuation.
    ///
    /// - Parameter kind: of two headings with one name, the one that holds this.
    func named(_ name: String, for kind: SectionKind) -> Section? {
        let key = SectionName.key(name)
        let found = draft.issue.sections.filter { SectionName.key($0.title) == key }
        return found.first { $0.kind == kind } ?? found.first
    }

    private func fitting(_ candidate: Candidate) -> [Section] {
        let sections = draft.issue.sections
        return sections.indices.filter { index in
            sections[index].kind == candidate.kind && sections[index].level > 0 && !isRoof(index)
                && fits(candidate.content, rule(of: index))
        }.map { sections[$0] }
    }

    /// Whether a heading only stands above others of its kind.
    private func isRoof(_ index: Int) -> Bool {
        let sections = draft.issue.sections
        guard let next = sections[(index + 1)...].first else { return false }
        return next.level > sections[index].level && next.kind == sections[index].kind
            && sections[index].entries.allSatisfy { $0.content == .prose }
    }

    private func fits(_ content: Entry.Content, _ rule: SectionRule?) -> Bool {
        switch content {
        case .callForParticipation(let call): rule?.calls == nil || rule?.calls == call.kind
        case .proposal(let proposal): proposal.stage == nil || rule?.stage == proposal.stage
        default: true
        }
    }

    /// Its own, or that of the nearest heading above it that has one.
    private func rule(of index: Int) -> SectionRule? {
        let sections = draft.issue.sections
        var current: Int? = index
        while let index = current {
            let parent = sections[..<index].lastIndex { $0.level < sections[index].level }
            let name = parent.map { sections[$0].title } ?? ""
            if let rule = draft.rules.rule(for: sections[index].title, under: name) { return rule }
            current = parent
        }
        return nil
    }
}
