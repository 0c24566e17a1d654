internal import Context
internal import Newsletter
internal import Send
internal import Store

/// Reads the mail that came back, and records what it says: in the state of subscribers, on the suppression list, and in
/// the campaigns. Never writes to anybody.
package struct BounceRun: Sendable {
    private let session: SubscriberSession
    private let source: String?
    private let recipient: String?
    private let writes: Bool
    /// Whether messages of a Maildir that were read are read again, which does no harm.
    private let rereads: Bool

    /// How many messages have their effects in one transaction.
    private static let batchSize = 100

    /// - Parameters:
    ///   - source: a Maildir, an mbox, or a file with one message; nil for one message from standard input.
    ///   - recipient: to whom a server delivers the message; nil if only the message says so.
    package init(
        _ session: SubscriberSession, source: String?, recipient: String?, writes: Bool = true, rereads: Bool = false
    ) {
        self.session = session
        self.source = source
        self.recipient = recipient
        self.writes = writes
        self.rereads = rereads
    }

    /// - Throws: a ``Diagnostic`` or a ``FileError`` if nothing can be read; ``StoreError``. What was read before has its
    ///   effects, and may be read again.
    package func run() async throws -> BounceSummary {
        let files = session.session.files
        // A new store would know nobody, and the mail would be lost.
        guard files.status(session.path) != nil else {
            throw Diagnostic(
                "there are no subscribers yet", remedy: "Run the command in the publication whose mail it is",
                file: session.path)
        }
        return try await session.withStore(.reading) { store in
            var summary = BounceSummary(isWritten: writes)
            if let source, files.isFolder(source) {
                guard MaildirFolder.isOne(source, files) else {
                    throw Diagnostic(
                        "the folder isn't a Maildir", remedy: "Name the folder that contains 'new' and 'cur'",
                        file: source)
                }
                try await read(MaildirFolder(source, files), store, &summary)
            } else {
                var mail: [NamedMail] = []
                let path = source ?? "/dev/stdin"
                var reader = MboxReader(limit: ReturnedMail.largest, isSingle: source == nil)
                let add = { (message: MboxReader.Message) in
                    let name = message.line > 1 ? "\(path):\(message.line)" : path
                    mail.append(NamedMail(name, message.bytes, recipient))
                }
                try files.readPieces(path) { reader.read($0, add) }
                reader.finish(add)
                for start in stride(from: 0, to: mail.count, by: Self.batchSize) {
                    try await record(mail[start..<min(start + Self.batchSize, mail.count)], store, &summary)
                }
            }
            return summary
        }
    }

    private func read(_ maildir: MaildirFolder, _ store: any StoreBackend, _ summary: inout BounceSummary) async throws
    {
        let names = try maildir.messages(withRead: rereads)
        for start in stride(from: 0, to: names.count, by: Self.batchSize) {
            var read: [(name: String, mail: NamedMail)] = []
            for name in names[start..<min(start + Self.batchSize, names.count)] {
                do throws(FileError) {
                    guard let bytes = try maildir.bytes(of: name, atMost: ReturnedMail.largest) else { continue }
                    read.append((name, NamedMail("\(maildir.path)/\(name)", bytes, recipient)))
                } catch {
                    summary.unreadable.append(error)
                }
            }
            try await record(read.map(\.mail)[...], store, &summary)
            // Whatever happens before this is read again by the next run, and changes nothing then.
            guard writes else { continue }
            for (name, _) in read { try maildir.markRead(name) }
        }
    }

    private func record(
        _ mail: ArraySlice<NamedMail>, _ store: any StoreBackend, _ summary: inout BounceSummary
    ) async throws {
        let now = session.now
        // Looking for the name of a message takes time, during which nobody should have to wait.
        let attributed = try await store.readSubscribers(session.cryptography, now: now) { subscribers in
            let tokens = try subscribers.tokens()
            return try mail.map { mail -> (NamedMail, BounceAttribution?) in
                if case .none = mail.effect { return (mail, nil) }
                let found = try subscribers.changeCampaigns {
                    try BounceAttribution.of(mail.mail, tokens, $0, now: now)
                }
                return (mail, found)
            }
        }
        var partial = summary
        for (mail, attribution) in attributed where attribution == nil {
            if case .none(let outcome) = mail.effect {
                partial.add(outcome, mail.name)
            } else {
                partial.add(.unattributed, mail.name)
            }
        }
        let effective = attributed.compactMap { mail, attribution in attribution.map { (mail, $0) } }
        if !effective.isEmpty {
            let base = partial
            partial = try await store.changeSubscribers(
                session.cryptography, now: now, ending: writes ? .commit : .rollback
            ) { subscribers in
                var changed = base
                for (mail, attribution) in effective {
                    let outcome = try subscribers.apply(mail.effect, attribution) { campaign, reason in
                        changed.paused.append((campaign, reason))
                    }
                    changed.add(outcome, mail.name)
                }
                return changed
            }
        }
        summary = partial
    }
}

/// A message with the name under which the summary lists it.
struct NamedMail: Sendable {
    var name: String
    var mail: ReturnedMail
    var effect: BounceEffect

    init(_ name: String, _ bytes: [UInt8], _ recipient: String?) {
        self.name = name
        mail = ReturnedMail(bytes, recipient: recipient)
        effect = BounceEffect(mail)
    }
}
