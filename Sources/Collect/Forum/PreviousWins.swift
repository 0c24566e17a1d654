package import Archive
package import Newsletter

/// Finds nominees that were in earlier issues.
package struct PreviousWins: Sendable {
    private var addresses: [String: [ArchivedIssue]] = [:]
    private var names: [String: [ArchivedIssue]] = [:]

    /// - Parameter kind: the kind of the section: picks or quotes.
    package init(of kind: SectionKind, in archive: ArchiveIndex) {
        for (number, issue) in archive.issues.enumerated() {
            let records = archive.records(of: number).filter { $0.kind == kind }
            for address in Set(records.map(\.canonical)) { addresses[address, default: []].append(issue) }
            for name in Set(records.map { $0.title.lowercased() }) { names[name, default: []].append(issue) }
        }
    }

    /// The candidates, each with a ``Candidate/Fact/Signal/wonBefore`` for every issue that had the candidate's URL or
    /// name, oldest first.
    package func noted(on candidates: [Candidate]) -> [Candidate] {
        candidates.map { candidate in
            let byAddress = candidate.url.flatMap { addresses[EntryIdentity(link: $0).canonical] } ?? []
            let byName = names[candidate.title.lowercased()] ?? []
            var noted = candidate
            for issue in Set(byAddress + byName).sorted(by: { $0.date < $1.date }) {
                noted.facts.append(.signal(.wonBefore, "\(issue.date), \(issue.title)"))
            }
            return noted
        }
    }
}
