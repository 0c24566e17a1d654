internal import Archive
internal import Newsletter
internal import Synchronization

/// What earlier pools and issues hold, so that it isn't collected once more.
final class EarlierCandidates: Sendable {
    private let session: DraftSession
    private let number: Int
    private let archive: ArchiveIndex
    private let pools = Mutex<[Int: Set<String>]>([:])

    /// - Parameter number: of the issue to collect for.
    init(_ session: DraftSession, before number: Int, _ archive: ArchiveIndex) {
        self.session = session
        self.number = number
        self.archive = archive
    }

    /// Whether a candidate was in an issue, or in the pool of an earlier one.
    ///
    /// - Parameter hasTime: if so, only the last pools are searched, whose windows overlap; a post without a time may
    ///   have been collected long ago.
    func contain(_ candidate: Candidate, hasTime: Bool) -> Bool {
        if let url = candidate.url {
            let records = archive.occurrences(of: EntryIdentity(link: url).canonical)
            if records.contains(where: { $0.event == nil }) { return true }
        }
        let identity = candidate.identity
        let first = max(1, number - (hasTime ? Self.overlapping : Self.all))
        return first < number && (first..<number).reversed().contains { identities(ofIssue: $0).contains(identity) }
    }

    private func identities(ofIssue number: Int) -> Set<String> {
        pools.withLock { pools in
            if let known = pools[number] { return known }
            let read: Set<String>
            do {
                read = Set(try session.candidates(ofIssue: number).pool().candidates.map(\.identity))
            } catch let fault as Diagnostic {
                session.notify(.fault(fault))
                read = []
            } catch {
                session.notify(.fault(Diagnostic("\(error)", remedy: "Restore the file from git", severity: .warning)))
                read = []
            }
            pools[number] = read
            return read
        }
    }

    /// How many pools can hold something of the same week.
    private static let overlapping = 3
    /// Four years of a weekly.
    private static let all = 208
}
