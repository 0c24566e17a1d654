internal import Markdown
internal import Newsletter
internal import Text

/// Finds the section of a draft by the name that a user or a source gives.
struct SectionSearch {
    let draft: WorkingDraft

    /// The section with the candidate's heading; without a heading, the section for its kind.
    ///
    /// - Throws: a ``Diagnostic`` that lists the existing sections.
    func section(for candidate: Candidate) throws(Diagnostic) -> Section {
        if let name = candidate.section {
            let found = opensGroups(candidate.kind) ? group(name, for: candidate) : named(name, for: candidate.kind)
            if let found { return found }
            if let other = headed(name).first {
                throw Diagnostic(
                    "'\(other.title)' is a section for \(other.kind.rawValue), so the entry doesn't belong there",
                    remedy: remedy(fitting(candidate), candidate.kind, "Choose one of"), file: draft.file)
            }
            let titles = draft.issue.sections.map(\.title).filter { !$0.isEmpty }
            let nearest = ClosestMatch.of(name, among: titles)
            throw Diagnostic(
                "the draft has no section '\(name)'",
                remedy: nearest.map { "Did you mean '\($0)'?" }
                    ?? "Its sections are: \(titles.joined(separator: ", "))",
                file: draft.file)
        }
        // Below its heading are components that have nothing to do with this candidate.
        if candidate.kind == .pullRequests, let parentSection = groupParent(for: candidate) { return parentSection }
        let found = fitting(candidate)
        if found.count == 1 { return found[0] }
        let count = found.isEmpty ? "no section" : "\(found.count) sections"
        throw Diagnostic(
            "the draft has \(count) for \(candidate.kind.rawValue)",
            remedy: remedy(found, candidate.kind, "Choose one with --section"), file: draft.file)
    }

    private func remedy(_ sections: [Section], _ kind: SectionKind, _ advice: String) -> String {
        if !sections.isEmpty { return "\(advice): \(sections.map(\.title).joined(separator: ", "))" }
        guard let heading = draft.rules.heading(for: kind) else {
            return "Add a heading for such entries to the draft, and to 'sections:' in the settings"
        }
        return "Add a heading for such entries to the draft, such as '## \(heading)'"
    }

    /// A section by its heading, ignoring case and closing punctuation.
    ///
    /// - Parameter kind: the kind of entry to add; of two sections with the same heading, the one of this kind is
    ///   returned.
    func named(_ name: String, for kind: SectionKind) -> Section? {
        let found = headed(name)
        return found.first { $0.kind == kind } ?? found.first { $0.kind.holds(kind) }
    }

    /// Whether no section has this heading.
    func hasNone(_ name: String) -> Bool { headed(name).isEmpty }

    private func headed(_ name: String) -> [Section] {
        let key = SectionName.key(name)
        return draft.issue.sections.filter { $0.level > 0 && SectionName.key($0.title) == key }
    }

    // MARK: Groups

    /// Whether a kind has groups: components, teams and repositories have headings only while they have entries.
    private func opensGroups(_ kind: SectionKind) -> Bool {
        kind == .pullRequests || kind == .proposals || kind == .testing
    }

    /// A candidate's group that has no heading yet, and the section to add it to.
    func missingGroup(for candidate: Candidate) -> (title: String, parentSection: Section)? {
        guard let name = candidate.section, opensGroups(candidate.kind), group(name, for: candidate) == nil,
            let parentSection = groupParent(for: candidate)
        else { return nil }
        return (name, parentSection)
    }

    /// A group of the candidate's own kind, because a team may have a heading in several sections, or else a list that
    /// has no groups.
    private func group(_ name: String, for candidate: Candidate) -> Section? {
        let key = SectionName.key(name)
        let sections = draft.issue.sections
        let own = sections.indices.first { index in
            sections[index].kind == candidate.kind && SectionName.key(sections[index].title) == key
                && fits(candidate.content, rule(of: index))
        }
        if let own { return sections[own] }
        return headed(name).first { !opensGroups($0.kind) && $0.kind.holds(candidate.kind) }
    }

    /// The last section of the kind that has a rule of its own in the settings.
    private func groupParent(for candidate: Candidate) -> Section? {
        let sections = draft.issue.sections
        return sections.indices.last { index in
            sections[index].kind == candidate.kind && sections[index].level > 0 && ownRule(of: index) != nil
                && fits(candidate.content, rule(of: index))
        }.map { sections[$0] }
    }

    // MARK: Kinds

    private func fitting(_ candidate: Candidate) -> [Section] {
        let sections = draft.issue.sections
        return sections.indices.filter { index in
            sections[index].kind == candidate.kind && sections[index].level > 0 && !isParentSection(index)
                && fits(candidate.content, rule(of: index))
        }.map { sections[$0] }
    }

    /// Whether a section only contains sections of the same kind.
    private func isParentSection(_ index: Int) -> Bool {
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

    /// The section's own rule, or that of the nearest heading above it that has one.
    func rule(of index: Int) -> SectionRule? {
        var current: Int? = index
        while let index = current {
            if let rule = ownRule(of: index) { return rule }
            current = parent(of: index)
        }
        return nil
    }

    private func ownRule(of index: Int) -> SectionRule? {
        let name = parent(of: index).map { draft.issue.sections[$0].title } ?? ""
        return draft.rules.rule(for: draft.issue.sections[index].title, under: name)
    }

    func parent(of index: Int) -> Int? {
        let sections = draft.issue.sections
        return sections[..<index].lastIndex { $0.level < sections[index].level }
    }
}

extension SectionKind {
    /// Whether a section of this kind can contain entries of another kind; lists of links can contain each other's
    /// entries.
    fileprivate func holds(_ kind: SectionKind) -> Bool {
        self == kind || Self.lists.contains(self) && Self.lists.contains(kind)
    }

    private static let lists: Set<SectionKind> = [
        .links, .pullRequests, .proposals, .testing, .participation, .jobs,
    ]
}
