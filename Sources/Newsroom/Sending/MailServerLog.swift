package import Context
internal import Send
internal import Text

/// The log of the mail server on this machine, which says which messages it has accepted.
package struct MailServerLog: Sendable {
    fileprivate let path: String
    fileprivate let files: Files
    /// Of the system's time zone, in seconds, in which syslog writes.
    fileprivate let offset: Int
    /// Whether this program's connections come from the machine itself.
    fileprivate let isLocal: Bool

    package init(_ path: String, files: Files, offset: Int, isLocal: Bool = false) {
        self.path = path
        self.files = files
        self.offset = offset
        self.isLocal = isLocal
    }

    /// What the log says now.
    struct Answer: Sendable {
        /// The names in the queue of accepted messages, by Message-ID.
        var accepted: [String: String]
        /// The Message-IDs of messages that the server may accept yet.
        var pending: Set<String>
        /// When the log begins, in seconds since 1970.
        var start: Int
        /// When the clients connected that are still connected and may be this program's, in seconds since 1970; nil
        /// where that isn't known.
        var clients: [Int?]

        /// Whether a client is connected that was there at a time: a message from then may still arrive on it.
        func hasClient(since time: Int) -> Bool { clients.contains { ($0 ?? time) <= time } }
    }
}

/// Reads a mail server's log again and again: the first time all of it, and the log before it; then only what is new.
struct MailServerLogReader {
    private let source: MailServerLog
    private var state: State?

    private struct State {
        var log: PostfixLog
        let messageIDs: Set<String>
        /// The file that is the log now, and how much of it has been read, to the end of a line.
        var inode: UInt64
        var length = 0
    }

    init(_ source: MailServerLog) {
        self.source = source
    }

    /// - Parameter now: in seconds since 1970.
    /// - Returns: nil if the log can't be read, or has no lines of a mail server.
    mutating func answer(about messageIDs: Set<String>, now: Int) -> MailServerLog.Answer? {
        guard let known = readOn(messageIDs) ?? readAll(messageIDs, now) else {
            state = nil
            return nil
        }
        state = known
        guard let start = known.log.start else { return nil }
        let clients = known.log.open.values.filter { !source.isLocal || $0.isLocal }.map(\.connected)
        return MailServerLog.Answer(
            accepted: known.log.accepted, pending: known.log.pending, start: start, clients: clients)
    }

    private var previous: String { "\(source.path).1" }

    private func readAll(_ messageIDs: Set<String>, _ now: Int) -> State? {
        guard let status = source.files.status(source.path) else { return nil }
        var state = State(
            log: PostfixLog(messageIDs: messageIDs, now: now, offset: source.offset), messageIDs: messageIDs,
            inode: status.inode)
        if source.files.status(previous) != nil {
            guard read(previous, &state) else { return nil }
            state.length = 0
        }
        return read(source.path, &state) ? state : nil
    }

    /// - Returns: nil if everything must be read again.
    private func readOn(_ messageIDs: Set<String>) -> State? {
        guard var state, messageIDs.isSubset(of: state.messageIDs), let status = source.files.status(source.path)
        else { return nil }
        if status.inode != state.inode {
            // The log was rotated: the end of the old one comes first.
            guard source.files.status(previous)?.inode == state.inode, read(previous, &state) else { return nil }
            state.inode = status.inode
            state.length = 0
        } else if status.size < state.length {
            return nil
        }
        return read(source.path, &state) ? state : nil
    }

    /// Reads whole lines after those that were read.
    private func read(_ file: String, _ state: inout State) -> Bool {
        var rest: [UInt8] = []
        do {
            try source.files.readPiecesAfter(file, state.length) { piece in
                rest += piece
                guard let end = rest.lastIndex(of: 0x0A) else { return }
                for line in rest[..<end].split(separator: 0x0A) {
                    state.log.read(Substring(decoding: line, as: UTF8.self))
                }
                state.length += end + 1
                rest.removeSubrange(...end)
            }
            return true
        } catch {
            return false
        }
    }
}
