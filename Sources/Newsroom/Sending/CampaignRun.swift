internal import Context
internal import Newsletter
package import Send
package import Store

/// Sends an approved campaign, or continues one.
package struct CampaignRun: Sendable {
    /// What a person decides when continuing.
    package struct Choice: Sendable {
        /// The campaign's number; nil for the one that isn't finished.
        package var campaign: Int?
        /// Whether a paused campaign continues.
        package var resumes = false
        /// Whether those who haven't received the issue may receive a different text from the others.
        package var acceptsChanges = false
        /// Whether to continue with a restored backup.
        package var afterRestore = false

        package init() {}
    }

    private let sending: SendingSession
    private let choice: Choice
    private let delivery: MailDelivery
    private let connections: Int
    private let logOffset: Int
    private let control: SendingControl

    /// - Parameters:
    ///   - connections: how many at the same time.
    ///   - logOffset: of the system's time zone, in seconds, for the times in the mail server's log.
    package init(
        _ sending: SendingSession, _ choice: Choice, delivery: MailDelivery, connections: Int, logOffset: Int,
        control: SendingControl
    ) {
        self.sending = sending
        self.choice = choice
        self.delivery = delivery
        self.connections = connections
        self.logOffset = logOffset
        self.control = control
    }

    /// - Parameters:
    ///   - report: receives what a person should know, without addresses.
    ///   - progress: receives the counts while messages are sent, and the size of the audience.
    /// - Throws: a ``Diagnostic`` if another program sends, the store is a restored backup, or the issue has changed;
    ///   ``StoreError``.
    package func run(
        report: @escaping @Sendable (String) -> Void, progress: @escaping @Sendable (DeliveryCounts, Int) -> Void
    ) async throws -> CampaignSender.Resolution {
        let subscribers = sending.subscribers
        return try await subscribers.withStore(.writing) { store in
            try await sending.withLock(store) {
                if choice.afterRestore { try await acceptBackup(store) }
                try await sending.requireCurrent(store)
                let campaign = try await sending.campaign(choice.campaign, store)
                let mail = try await sending.mail(of: campaign.issue)
                // In one that has ended, only what is uncertain is decided on.
                let hasEnded = campaign.state == .cancelled || campaign.state == .finished
                if !hasEnded { try await requireSame(mail, campaign, store) }
                if choice.resumes, campaign.state == .paused {
                    try await sending.reportingState {
                        try await store.changeCampaigns(now: subscribers.now) { try $0.resume(campaign.number) }
                    }
                }
                let setup = try await setup(campaign, mail, store)
                let sender = CampaignSender(
                    setup, campaign: campaign.number, control: control,
                    report: report, progress: { progress($0, campaign.audience) })
                return try await sending.reportingState { try await sender.run() }
            }
        }
    }

    private func setup(_ campaign: Campaign, _ mail: IssueMail, _ store: any StoreBackend) async throws
        -> CampaignSender.Setup
    {
        let (session, cryptography) = (sending.session, sending.subscribers.cryptography)
        let settings = session.publication.mail
        let tokens = try await store.read { try StoreKeys.tokens($0, cryptography) }
        try sending.campaignRecords.add(campaign, name: tokens.messageName(campaign.issue, subscriber: 0))
        return CampaignSender.Setup(
            store: store, ledgerClock: .store, clock: session.context.clock, cryptography: cryptography,
            record: sending.record, delivery: delivery, connections: connections,
            messages: .of(mail, campaign: campaign.number, settings, tokens),
            limit: settings.sending.rate.map { RateLimit(name: "", count: $0.count, period: $0.period) },
            domainLimits: settings.sending.domains.sorted { $0.key < $1.key }.map {
                RateLimit(name: $0.key, count: $0.value.count, period: $0.value.period)
            },
            log: settings.sending.log.map { path in
                MailServerLog(
                    path, files: session.files, offset: logOffset,
                    isLocal: ["localhost", "127.0.0.1", "::1"].contains(settings.smtp?.host ?? ""))
            },
            host: sending.host, process: sending.process)
    }

    private func requireSame(_ mail: IssueMail, _ campaign: Campaign, _ store: any StoreBackend) async throws {
        let content = mail.digest(sending.subscribers.cryptography)
        guard content != campaign.content else { return }
        guard choice.acceptsChanges else {
            throw Diagnostic(
                "the mail of the issue has changed since campaign \(campaign.number) was approved",
                remedy: "Undo the change of the issue or the settings, or accept with 'sennight send resume"
                    + " \(campaign.number) --with-changes' that some recipients receive a different text")
        }
        try await store.changeCampaigns(now: sending.subscribers.now) { campaigns in
            try campaigns.accept(content, of: campaign.number)
        }
    }

    /// Continues with a restored backup: everything that isn't known as sent is uncertain, in campaigns that the backup
    /// doesn't have, too.
    private func acceptBackup(_ store: any StoreBackend) async throws {
        let sent = try sending.record.read() ?? 0
        let lost = try await sending.lostCampaigns(store)
        try await store.changeCampaigns(now: sending.subscribers.now) { campaigns in
            let known = try campaigns.sequence()
            guard sent > known || !lost.isEmpty else { return }
            for campaign in lost { try campaigns.recreate(campaign) }
            for campaign in try campaigns.all() where campaign.state != .finished && campaign.state != .cancelled {
                try campaigns.doubt(campaign.number)
            }
            try campaigns.setSequence(max(sent, known))
        }
    }
}
