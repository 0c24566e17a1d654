internal import Context
internal import Draft
internal import Newsletter
internal import Publish
internal import Send
internal import Settings
internal import Store
internal import Text

/// Approves the issue's campaign, which freezes its audience. An issue has one campaign, so a repeated approval changes
/// nothing.
struct MailStep: PublishStep {
    let publishing: Publishing
    let skipsPreFlight: Bool

    let name = StepName.mail
    var target: String { "the subscribers" }
    let needs = [StepName.build, StepName.verify]
    let isFinal = true

    func preview(_ request: PublishRequest) async -> StepPreview {
        await StepFault.preview {
            let sending = try publishing.sending()
            let subscribers = sending.subscribers
            let counts = try await subscribers.withStore(.reading) { store in
                try await store.readSubscribers(subscribers.cryptography, now: subscribers.now) {
                    try $0.counts().states[.active] ?? 0
                }
            }
            return StepPreview(
                changes: ["approve the mail of this issue to \(counts.counted("subscriber"))"],
                problems: counts > 0
                    ? [] : ["nobody would receive the mail. Add subscribers, or leave it out with '--skip mail'"])
        }
    }

    func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        try await StepFault.local {
            guard let campaign = try await CampaignOfIssue(publishing).find(request) else { return .absent }
            switch campaign.state {
            case .cancelled: return .absent
            default: return .present(Self.result(campaign.number, campaign.audience))
            }
        }
    }

    func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        try await StepFault.local {
            let sending = try publishing.sending()
            let mail = try await sending.mail(of: request.issue.file)
            let findings =
                skipsPreFlight ? [] : try await PreFlight(sending, mail: mail, dns: publishing.dns).findings()
            if let finding = findings.first(where: \.isSerious) {
                throw StepFault(finding.problem, remedy: finding.remedy)
            }
            let number = try await CampaignApproval(sending, mail: mail).run()
            let audience = try await CampaignOfIssue(publishing).find(request)?.audience ?? 0
            return Self.result(number, audience)
        }
    }

    private static func result(_ campaign: Int, _ audience: Int) -> StepResult {
        StepResult(
            "campaign \(campaign), \(audience.counted("recipient"))", facts: ["campaign": "\(campaign)"])
    }
}

/// Sends the approved campaign. The ledger makes sure that each subscriber receives the issue once, whoever continues it.
struct SendStep: PublishStep {
    let publishing: Publishing
    let isStopped: @Sendable () -> Bool

    let name = StepName.send
    var target: String { "the mail server" }
    let needs = [StepName.mail]
    let isFinal = true

    func preview(_ request: PublishRequest) async -> StepPreview {
        await StepFault.preview {
            let transport = try publishing.transport(try publishing.session())
            return StepPreview(changes: ["send the mail through \(transport.delivery.destination)"])
        }
    }

    func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        try await StepFault.local {
            guard let campaign = try await CampaignOfIssue(publishing).find(request) else {
                throw StepFault("the issue has no campaign", remedy: "Run 'sennight publish retry mail'")
            }
            switch campaign.state {
            case .finished: return .present(StepResult("campaign \(campaign.number) is finished"))
            case .cancelled: return .conflict("The campaign was cancelled. Skip this step")
            case .approved, .running, .paused: return .absent
            }
        }
    }

    func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        try await StepFault.local {
            let sending = try publishing.sending()
            let transport = try publishing.transport(sending.session)
            var choice = CampaignRun.Choice()
            choice.campaign = try await CampaignOfIssue(publishing).find(request)?.number
            let control = SendingControl()
            let stopped = isStopped
            let watch = Task {
                while !Task.isCancelled, !stopped() { await publishing.context.clock.sleep(.milliseconds(200)) }
                if stopped() { control.stop() }
            }
            defer { watch.cancel() }
            let run = CampaignRun(
                sending, choice, delivery: transport.delivery, connections: transport.connections,
                logOffset: publishing.logOffset, control: control)
            switch try await run.run(report: { _ in }, progress: { _, _ in }) {
            case .finished(let counts):
                let uncertain = counts[.uncertain] > 0 ? ", \(counts[.uncertain]) uncertain" : ""
                return StepResult(
                    "\(counts[.accepted]) of \(counts.total) accepted\(uncertain)",
                    facts: ["accepted": "\(counts[.accepted])", "total": "\(counts.total)"])
            case .paused(let reason):
                throw StepFault(
                    "the campaign is paused: \(reason)", remedy: "Fix this, then run 'sennight send resume'")
            case .cancelled: throw StepFault("the campaign was cancelled", remedy: "Skip this step")
            case .stopped: throw StepFault("sending was stopped", remedy: "Run this command again to continue")
            }
        }
    }
}

/// Finds the campaign of the issue that is published.
struct CampaignOfIssue {
    private let publishing: Publishing

    init(_ publishing: Publishing) {
        self.publishing = publishing
    }

    /// The newest one that wasn't cancelled; else a cancelled one; nil if there is none.
    func find(_ request: PublishRequest) async throws -> Campaign? {
        let sending = try publishing.sending()
        let mail = try await sending.mail(of: request.issue.file)
        return try await sending.subscribers.withStore(.reading) { store in
            try await sending.requireCurrent(store)
            return try await store.readCampaigns(now: sending.subscribers.now) { campaigns in
                try campaigns.campaign(ofIssue: mail.issue) ?? campaigns.all().last { $0.issue == mail.issue }
            }
        }
    }
}
