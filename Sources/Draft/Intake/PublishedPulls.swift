/// The pull requests of which an issue has entries.
package struct PublishedPulls: Sendable {
    /// Their numbers, ascending; branches without a pull request have none.
    package let numbers: [Int]

    /// - Parameters:
    ///   - issue: the issue's bytes.
    ///   - log: the pull requests that were added to its draft.
    package init(in issue: [UInt8], _ log: IntakeLog) {
        let presence = EntryPresence(draft: issue, committed: [], changes: log.records.flatMap(\.changes))
        numbers = log.records.filter { record in
            let added = record.changes.filter { $0.kind != .removed }
            // An editor may have taken out everything again.
            return !added.isEmpty && presence.missing(of: added).count < added.count
        }.compactMap { record in
            if case .number(let number) = record.name { number } else { nil }
        }.sorted()
    }
}
