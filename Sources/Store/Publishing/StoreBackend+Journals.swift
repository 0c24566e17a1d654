/// The journals of publishing, which the store keeps as text.
extension StoreBackend {
    /// - Returns: nil if there is none.
    /// - Throws: ``StoreError``.
    package func publishJournal(_ key: String) async throws -> String? {
        try await read { try $0.row(.publishJournal, [.text(key)])?.text(0) }
    }

    /// All journals, sorted by issue.
    package func publishJournals() async throws -> [String] {
        try await read { try $0.rows(.publishJournals).map { try $0.text(0) } }
    }

    /// Writes a journal.
    ///
    /// - Returns: false if a newer revision is stored, in which case nothing is written.
    package func putPublishJournal(_ key: String, issue: Int, revision: Int, journal: String) async throws -> Bool {
        try await write {
            try $0.execute(.putPublishJournal, [.text(key), .integer(issue), .integer(revision), .text(journal)]) > 0
        }
    }
}
