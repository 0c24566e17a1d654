package import Newsletter
internal import Text

/// The sections that a command is limited to, by heading or kind, including the sections below them.
package struct SectionChoice: Sendable {
    private let keys: Set<String>
    private let names: [String]

    /// - Parameter names: headings or kinds; empty for all sections.
    package init(_ names: [String] = []) {
        self.names = names
        keys = Set(names.map { SectionName.key($0) })
    }

    package func includes(_ candidate: Candidate, in draft: WorkingDraft) -> Bool {
        if keys.isEmpty || keys.contains(candidate.kind.rawValue) { return true }
        if let name = candidate.section, keys.contains(SectionName.key(name)) { return true }
        return draft.place(of: candidate).contains { keys.contains(SectionName.key($0.title)) }
    }

    package func includes(_ section: Section, in draft: WorkingDraft) -> Bool {
        if keys.isEmpty || keys.contains(section.kind.rawValue) || keys.contains(SectionName.key(section.title)) {
            return true
        }
        let search = SectionSearch(draft: draft)
        var index = draft.issue.sections.firstIndex { $0.range.bytes == section.range.bytes }
        while let current = index {
            if keys.contains(SectionName.key(draft.issue.sections[current].title)) { return true }
            index = search.parent(of: current)
        }
        return false
    }

    /// - Throws: a ``Diagnostic`` for a name that neither the draft nor a candidate has.
    package func check(_ draft: WorkingDraft, _ candidates: [Candidate]) throws(Diagnostic) {
        let titles = draft.issue.sections.map(\.title).filter { !$0.isEmpty }
        let known = titles + candidates.compactMap(\.section)
        let kinds = SectionKind.allCases.map(\.rawValue)
        let all = Set((known + kinds).map { SectionName.key($0) })
        guard let name = names.first(where: { !all.contains(SectionName.key($0)) }) else { return }
        let nearest = ClosestMatch.of(name, among: known + kinds)
        throw Diagnostic(
            "the draft has no section '\(name)'",
            remedy: nearest.map { "Did you mean '\($0)'?" } ?? "Its sections are: \(titles.joined(separator: ", "))",
            file: draft.file)
    }
}
