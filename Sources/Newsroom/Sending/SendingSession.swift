internal import Context
internal import Newsletter
internal import Send
internal import Settings
internal import Store
internal import Text

/// What the use cases that send need: the publication, its store, and the record of what was sent.
package struct SendingSession: Sendable {
    package let subscribers: SubscriberSession
    /// The names of this machine and process, for a person who wonders who sends.
    package let host: String
    package let process: Int

    package init(_ subscribers: SubscriberSession, host: String, process: Int) {
        self.subscribers = subscribers
        self.host = host
        self.process = process
    }

    var session: DraftSession { subscribers.session }
    var folder: String { "\(session.location.state)/sending" }
    var record: SequenceRecord { SequenceRecord("\(folder)/sequence", files: session.files) }

    var campaignRecords: CampaignRecords { CampaignRecords("\(folder)/campaigns", files: session.files) }

    /// The issue's mail, as all recipients receive it.
    ///
    /// - Parameter issue: a number, a file, the path of a page, or nil for the newest issue.
    package func mail(of issue: String?) async throws -> IssueMail {
        try await IssueMail(
            of: issue, session.location, context: session.context, cryptography: subscribers.cryptography,
            tokens: .preview)
    }

    /// Runs some work while no other program of this publication sends.
    ///
    /// - Throws: a ``Diagnostic`` that names the other one; the errors of the work.
    func withLock<Result>(_ store: any StoreBackend, _ work: () async throws -> Result) async throws -> Result {
        let lock: HeldLock
        do {
            lock = try session.context.locks.take(folder, 0)
        } catch is FolderBusy {
            let other = try await store.readCampaigns(now: subscribers.now) { try $0.runningSender() }
            let name = other.map {
                " (process \($0.process) on \($0.host), since \(Timestamp.text($0.started)))"
            }
            throw Diagnostic(
                "another program is sending\(name ?? "")",
                remedy: "Wait until it is done, or stop it: it completes the messages that it is sending")
        }
        defer { withExtendedLifetime(lock) {} }
        return try await work()
    }

    /// Makes sure that the store isn't a restored backup, which doesn't know what was sent since.
    ///
    /// - Throws: a ``Diagnostic`` if it is.
    func requireCurrent(_ store: any StoreBackend) async throws {
        let known = try await store.readCampaigns(now: subscribers.now) { try $0.sequence() }
        let isOld = try record.read().map { $0 > known } ?? false
        let lost = try await lostCampaigns(store)
        guard isOld || !lost.isEmpty else { return }
        throw Diagnostic(
            "the store is a restored backup, which doesn't know what was sent since",
            remedy: "Run 'sennight send resume --after-restore': what may have been sent is then listed as uncertain,"
                + " and is only sent again where the mail server's log shows that it wasn't accepted, or where"
                + " 'when-uncertain: repeat' is set", file: subscribers.path)
    }

    /// The campaigns that began to be sent, but aren't in the store.
    func lostCampaigns(_ store: any StoreBackend) async throws -> [LostCampaign] {
        let records = try campaignRecords.all()
        guard !records.isEmpty else { return [] }
        let known = try await store.readCampaigns(now: subscribers.now) { try $0.all() }
        let lost = records.filter { record in
            !known.contains { $0.issue == record.new.issue && $0.number >= record.number }
        }
        guard !lost.isEmpty else { return [] }
        let tokens = try await store.read { try StoreKeys.tokens($0, subscribers.cryptography) }
        return lost.map { record in
            LostCampaign(
                number: record.number, new: record.new, approved: record.approved,
                hasNames: record.name == tokens.messageName(record.new.issue, subscriber: 0))
        }
    }

    /// Runs some work that changes the state of a campaign.
    ///
    /// - Throws: a ``Diagnostic`` if another program has changed it in the meantime; the errors of the work.
    func reportingState<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let fault as Campaigns.StateFault {
            throw Diagnostic("\(fault)", remedy: "'sennight send status' lists the campaigns")
        }
    }

    /// A campaign by its number; nil for the one that isn't finished.
    ///
    /// - Throws: a ``Diagnostic`` if there is none.
    func campaign(_ number: Int?, _ store: any StoreBackend) async throws -> Campaign {
        let all = try await store.readCampaigns(now: subscribers.now) { try $0.all() }
        let open = all.filter { $0.state != .finished && $0.state != .cancelled }
        if let number {
            if let campaign = all.first(where: { $0.number == number }) { return campaign }
            throw Diagnostic(
                "campaign \(number) not found", remedy: "'sennight send status' lists the campaigns")
        }
        guard let campaign = open.first else {
            throw Diagnostic(
                "no campaign is open", remedy: "Approve one with 'sennight send ISSUE --yes'")
        }
        guard open.count == 1 else {
            throw Diagnostic(
                "\(open.count) campaigns are open: \(open.map { String($0.number) }.joined(separator: ", "))",
                remedy: "Add the number of one to the command")
        }
        return campaign
    }
}
