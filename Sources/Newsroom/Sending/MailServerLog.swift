package import Context
internal import Send
internal import Text

/// Asks the log of the mail server on this machine which messages it has accepted.
package struct MailServerLog: Sendable {
    private let path: String
    private let files: Files
    /// Of the system's time zone, in seconds, in which syslog writes.
    private let offset: Int

    package init(_ path: String, files: Files, offset: Int) {
        self.path = path
        self.files = files
        self.offset = offset
    }

    /// What the log says now.
    struct Answer: Sendable {
        /// The names in the queue of accepted messages, by Message-ID.
        var accepted: [String: String]
        /// The Message-IDs of messages that the server may accept yet.
        var pending: Set<String>
        /// When the log begins, in seconds since 1970.
        var start: Int
        /// Whether a client is connected that may have been connected before.
        var hasClients: Bool
    }

    /// Reads the log, and the one before it.
    ///
    /// - Parameter now: in seconds since 1970.
    /// - Returns: nil if the log can't be read, or has no lines of a mail server.
    func answer(about messageIDs: Set<String>, now: Int) -> Answer? {
        var log = PostfixLog(messageIDs: messageIDs, now: now, offset: offset)
        var isReadable = false
        for file in ["\(path).1", path] where files.status(file) != nil {
            var rest: [UInt8] = []
            do {
                try files.readPieces(file) { piece in
                    rest += piece
                    guard let end = rest.lastIndex(of: 0x0A) else { return }
                    for line in rest[..<end].split(separator: 0x0A) {
                        log.read(Substring(decoding: line, as: UTF8.self))
                    }
                    rest.removeSubrange(...end)
                }
                isReadable = file == path
            } catch {
                isReadable = false
            }
        }
        guard isReadable, let start = log.start else { return nil }
        return Answer(
            accepted: log.accepted, pending: log.pending, start: start, hasClients: !log.open.isEmpty)
    }
}
