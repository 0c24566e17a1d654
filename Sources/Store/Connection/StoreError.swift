/// Why a store can't be used.
package struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        /// Another program has been writing for longer than the store waits.
        case locked
        /// The content contradicts itself.
        case damaged(detail: String)
        /// The file is something else.
        case notADatabase
        /// A database, but with the tables of another program.
        case foreign
        /// Written by a later version of the program.
        case newer(migration: Int, known: Int)
        case full
        case readOnly
        /// The file or its folder can't be opened.
        case notOpened
        /// The system reported an error while reading or writing.
        case unreliable
        /// A backup's target exists already.
        case exists
        /// A statement broke a rule of the database, which is a fault of the program.
        case rejected(statement: String)
    }

    package var reason: Reason
    /// Where the store is; empty until the backend adds it.
    package var location: String

    package init(_ reason: Reason, location: String = "") {
        self.reason = reason
        self.location = location
    }

    /// What is wrong and what to do, in one sentence or two.
    package var description: String { "\(location): error: \(summary). \(remedy)" }

    private var summary: String {
        switch reason {
        case .locked: "another program is writing to the store"
        case .damaged(let detail): "the store is damaged (\(detail))"
        case .notADatabase: "the file isn't a database"
        case .foreign: "the database belongs to another program"
        case .newer(let migration, let known):
            "the store was written by a newer Sennight (its migration \(migration); this program knows \(known))"
        case .full: "there is no room to write to the store; nothing was changed"
        case .readOnly: "the store can only be read"
        case .notOpened: "the store can't be opened"
        case .unreliable: "the system failed to read or write the store"
        case .exists: "the file exists already"
        case .rejected(let statement): "the database refused the statement '\(statement)'"
        }
    }

    private var remedy: String {
        switch reason {
        case .locked: "Wait until it is done, and run this command again"
        case .damaged: "Put a backup in its place, or ask for help with a copy of the file"
        case .notADatabase, .foreign: "Name another file as 'store' in sennight.yaml"
        case .newer: "Install the current version of Sennight"
        case .full: "Make room on the disk, and run this command again"
        case .readOnly: "Make the file and its folder writable for this user"
        case .notOpened: "Check that its folder exists and that you may read and write it"
        case .unreliable: "Check the disk, then run 'sennight store check'"
        case .exists: "Name a new file"
        case .rejected: "Run 'sennight store check', and report this as a bug if it finds nothing"
        }
    }
}
