internal import Send
internal import Store

/// What a message calls for, before anybody knows whom it is about.
enum BounceEffect: Hashable, Sendable {
    case returned(ReturnReason, EnhancedStatus?)
    case complaint
    case unsubscribe
    /// Nothing changes, whoever it is about.
    case none(BounceOutcome)

    init(_ mail: ReturnedMail) {
        switch mail.content {
        case .report(let recipients): self.init(recipients)
        case .text(let status):
            self = status.map { .returned(ReturnReason($0), $0) } ?? .none(.unclear)
        case .complaint(let type):
            // RFC 5965, section 7.3, and what services write. `not-spam` and `auth-failure` are no complaints.
            let isComplaint = ["abuse", "fraud", "opt-out", "opt-out-list", "complaint"].contains(type)
            self = isComplaint ? .complaint : .none(.informational)
        case .automatic: self = .none(.automatic)
        case .unsubscribeRequest: self = .unsubscribe
        case .other: self = .none(.other)
        }
    }

    /// If somebody behind the address has received the message, the reader has, too.
    private init(_ recipients: [DeliveryStatus]) {
        let failed = recipients.filter { $0.action == .failed }
        let reached = recipients.contains { [.delivered, .relayed, .expanded].contains($0.action) }
        guard !reached, let reason = ReturnReason.mildest(failed.map(\.reason)) else {
            self = .none(failed.isEmpty || reached ? .informational : .unclear)
            return
        }
        self = .returned(reason, failed.first { $0.reason == reason }?.status)
    }
}

extension Subscribers {
    /// When ``apply(_:_:)`` gives up: after this many issues in a row that were returned …
    static let returnedIssues = 3
    /// … of which the first was sent at least four days ago, in seconds.
    static let returnedTime = 4 * 86_400

    /// Records a bounce, a complaint or a request. May be repeated: the second time, nothing changes.
    ///
    /// - Parameter pause: is called with a campaign that was paused.
    func apply(
        _ effect: BounceEffect, _ attribution: BounceAttribution, pause: (_ campaign: Int, _ reason: String) -> Void
    ) throws -> BounceOutcome {
        let known = try find(id: attribution.subscriber)
        switch effect {
        case .none(let outcome): return outcome
        case .unsubscribe:
            guard let known, known.state.suppression == nil else { return .repeated }
            try end(known, as: .unsubscribed)
            return .unsubscribed
        case .complaint:
            let marking = try changeCampaigns { campaigns in
                try campaigns.markComplained(
                    campaign: attribution.campaign, subscriber: attribution.subscriber, note: "reported as spam")
            }
            guard let known, known.state != .complained else { return marking == .marked ? .complained : .repeated }
            try end(known, as: .complained)
            return .complained
        case .returned(let reason, let status):
            let note = "\(status.map { "\($0) " } ?? "")\(reason.rawValue)"
            let (marking, excess) = try changeCampaigns { campaigns in
                let marking = try campaigns.markBounced(
                    campaign: attribution.campaign, subscriber: attribution.subscriber, note: note)
                return (marking, marking == .marked ? try campaigns.pauseIfFailing(attribution.campaign) : nil)
            }
            if let excess { pause(attribution.campaign, excess) }
            return try applyReturn(reason, status, attribution, known, marking, pause)
        }
    }

    private func applyReturn(
        _ reason: ReturnReason, _ status: EnhancedStatus?, _ attribution: BounceAttribution, _ known: Subscriber?,
        _ marking: Campaigns.Marking, _ pause: (_ campaign: Int, _ reason: String) -> Void
    ) throws -> BounceOutcome {
        let isRepeated = if case .unchanged = marking { true } else { false }
        switch reason {
        case .unknownAddress:
            guard let known, known.state != .bounced, known.state != .complained else { return .repeated }
            try end(known, as: .bounced)
            return .suppressed
        case .unavailable:
            guard !isRepeated else { return .repeated }
            guard let known, known.state != .bounced, known.state != .complained,
                try isReturnedAgainAndAgain(attribution)
            else { return .counted }
            try end(known, as: .bounced)
            return .givenUp
        case .policy:
            guard !isRepeated else { return .repeated }
            // One reader's server is asked once per campaign, so that nobody can keep a campaign paused.
            guard marking == .marked else { return .policy }
            let reason = "a server refuses the issue by its policy (\(status.map { "\($0)" } ?? "no code"))"
            let isPaused = try changeCampaigns { try $0.pause(attribution.campaign, reason: reason) }
            if isPaused { pause(attribution.campaign, reason) }
            return .policy
        case .content: return isRepeated ? .repeated : .content
        }
    }

    /// Whether the latest issues up to a campaign were all returned by the reader's mailbox or server. What was refused
    /// for reasons that aren't the reader's neither counts nor ends the row.
    private func isReturnedAgainAndAgain(_ attribution: BounceAttribution) throws -> Bool {
        let history = try changeCampaigns {
            try $0.history(of: attribution.subscriber, until: attribution.campaign, limit: 20)
        }
        var count = 0
        for message in history {
            guard message.state == .bounced else { break }
            let word = message.note?.split(separator: " ").last.map(String.init) ?? ""
            guard let reason = ReturnReason(rawValue: word), reason == .unavailable || reason == .unknownAddress else {
                continue
            }
            count += 1
            if count >= Self.returnedIssues, let time = message.time, now - time >= Self.returnedTime { return true }
        }
        return false
    }
}
