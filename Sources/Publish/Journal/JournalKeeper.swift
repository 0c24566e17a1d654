/// Writes a journal down so that it survives whatever happens next.
package struct JournalKeeper: Sendable {
    /// Writes the journal; when it returns, no failure of this machine can lose it.
    ///
    /// Throws if it can't be written, or another publisher has taken over; nothing more must be done then.
    package var write: @Sendable (_ journal: PublishJournal) async throws -> Void

    package init(write: @escaping @Sendable (_ journal: PublishJournal) async throws -> Void) {
        self.write = write
    }
}
