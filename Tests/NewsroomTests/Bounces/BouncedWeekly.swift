import Address
import Context
import Foundation
import Live
import Newsroom
import Settings
import Signing
import StoreSQLite
import TestKit

@testable import Store

/// A publication whose issue 1 was sent to some readers, `reader1@example.org` and so on, and that receives mail.
struct BouncedWeekly {
    let folder: WeeklyFolder
    let readers: Int

    /// - Parameter campaigns: how many were sent, all of them to everybody, one each week, the last one yesterday.
    init(readers: Int = 1, campaigns: Int = 1) async throws {
        folder = try WeeklyFolder()
        self.readers = readers
        try await change { subscribers in
            for number in 1...readers {
                _ = try subscribers.add(
                    NewSubscriber(
                        address: MailAddress("reader\(number)@example.org"), state: .active, consentTime: 1,
                        consentSource: "test"))
            }
            for number in 1...campaigns {
                try subscribers.send(issue: number, sent: Self.now - (campaigns - number) * 7 * 86_400 - 86_400)
            }
        }
    }

    /// Noon on 1 July 2026, in seconds since 1970.
    static let now = 1_782_907_200

    func session(_ change: (inout Context) -> Void = { _ in }) throws -> SubscriberSession {
        var context = Context.live
        change(&context)
        context.clock = Clock(now: { Self.now * 1_000_000_000 })
        let draft = try DraftSession(PublicationLocation(root: folder.scratch.path), context: context)
        let access = StoreAccess(
            open: { path, now in try await SQLiteStore.open(path, now: now) },
            temporary: { now in try await SQLiteStore.temporary(now: now) })
        return SubscriberSession(draft, access, .live)
    }

    @discardableResult
    func change<Result: Sendable>(_ work: @Sendable (inout Subscribers) throws -> Result) async throws -> Result {
        let session = try session()
        return try await session.withStore(.writing) { store in
            try await store.changeSubscribers(session.cryptography, now: Self.now, work)
        }
    }

    /// The address in the envelope of a campaign's message.
    func envelope(reader: Int = 1, campaign: Int = 1) async throws -> String {
        try await change { subscribers in
            let token = SubscriberToken(subscriber: reader, detail: campaign)
            return "b+\(try subscribers.tokens().text(token, for: .bounce))@lists.example"
        }
    }

    /// A message with what the store would have written in the places of `{B}` (the envelope's token), `{U}` (the token
    /// for unsubscribing) and `{M}` (the message's name).
    func filled(_ text: String, reader: Int = 1, campaign: Int = 1) async throws -> [UInt8] {
        try await change { subscribers in
            let tokens = try subscribers.tokens()
            let bounce = tokens.text(SubscriberToken(subscriber: reader, detail: campaign), for: .bounce)
            let unsubscribe = tokens.text(SubscriberToken(subscriber: reader), for: .unsubscribe)
            let message = "m\(campaign)-\(reader)@lists.example"
            return Array(
                text.replacing("{B}", with: bounce).replacing("{U}", with: unsubscribe).replacing("{M}", with: message)
                    .utf8)
        }
    }

    /// Runs over one message in a file.
    func read(_ message: [UInt8], recipient: String? = nil) async throws -> BounceSummary {
        let file = try folder.scratch.write("message.eml", message)
        return try await BounceRun(try session(), source: file, recipient: recipient).run()
    }

    func state(reader: Int = 1) async throws -> SubscriberState? {
        try await change { try $0.find(id: reader)?.state }
    }

    func delivery(reader: Int = 1, campaign: Int = 1) async throws -> DeliveryState? {
        try await change { try $0.changeCampaigns { try $0.delivery(campaign, reader)?.state } }
    }

    func campaign(_ number: Int = 1) async throws -> Campaign.State? {
        try await change { try $0.changeCampaigns { try $0.campaign(number)?.state } }
    }

    /// Everything that a run could change.
    func everything() async throws -> [String] {
        try await change { subscribers in
            var lines: [String] = []
            try subscribers.forEach { lines.append("\($0.id) \($0.state)") }
            lines.append("\(try subscribers.counts().suppressions.sorted { $0.key.rawValue < $1.key.rawValue })")
            try subscribers.changeCampaigns { campaigns in
                for campaign in try campaigns.all() {
                    lines.append("campaign \(campaign.number) \(campaign.state) \(campaign.pauseReason ?? "")")
                    for row in try campaigns.counts(campaign.number).states.sorted(by: {
                        $0.key.rawValue < $1.key.rawValue
                    }) { lines.append("\(row.key) \(row.value)") }
                }
            }
            return lines
        }
    }
}

extension Subscribers {
    /// Makes a campaign that was sent to everybody who is active, and is still running.
    func send(issue: Int, sent: Int) throws {
        try changeCampaigns { campaigns in
            let number = try campaigns.approve(
                NewCampaign(
                    issue: "issue-\(issue)/", subject: "Issue \(issue)", content: [1], notBefore: 0,
                    uncertainty: .miss))
            try campaigns.start(number)
            try campaigns.moveAll(number, from: .planned, to: .accepted, note: nil)
            try campaigns.connection.execute(.testSent, [.integer(sent), .integer(number)])
        }
    }
}

extension StoreStatement {
    /// Names the messages and says when they were sent, as a sender does.
    fileprivate static let testSent = StoreStatement(
        "test-sent",
        Array(
            """
            UPDATE deliveries SET last_attempt = $1, first_attempt = $1, attempts = 1,
                message_id = 'm' || campaign || '-' || subscriber || '@lists.example'
            WHERE campaign = $2
            """.utf8))
}
