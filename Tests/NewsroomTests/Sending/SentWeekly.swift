import Address
import Context
import Foundation
import Live
import Newsletter
import Newsroom
import Send
import Settings
import Signing
import Store
import StoreSQLite
import TestKit

/// A publication with readers, whose issues are approved and sent through a scripted server.
struct SentWeekly {
    let folder: WeeklyFolder
    let server: ScriptedMailServer

    /// - Parameter hasLog: whether the server's log can be read.
    init(readers: Int = 3, server: ScriptedMailServer = ScriptedMailServer(), hasLog: Bool = false) async throws {
        folder = try WeeklyFolder()
        self.server = server
        let log = hasLog ? ", sending: { log: \(folder.scratch.path("maillog")) }" : ""
        try folder.scratch.write(
            "sennight.yaml",
            WeeklyFolder.settings + "mail: { from: news@example.org, server: \"https://mail.example/\"\(log) }\n")
        try await addReaders(1...readers)
    }

    func addReaders(_ numbers: ClosedRange<Int>, at time: Int = Self.now) async throws {
        try await subscribers().withStore(.writing) { store in
            try await store.changeSubscribers(.live, now: time) { subscribers in
                for number in numbers {
                    _ = try subscribers.add(
                        NewSubscriber(
                            address: try MailAddress("reader\(number)@example.org"), state: .active, consentTime: 1,
                            consentSource: "test"))
                }
            }
        }
    }

    /// Noon on 1 July 2026, in seconds since 1970.
    static let now = 1_782_907_200

    private func subscribers() throws -> SubscriberSession {
        var context = Context.live
        context.clock = Clock(now: { Self.now * 1_000_000_000 }, sleep: { _ in await Task.yield() })
        let draft = try DraftSession(PublicationLocation(root: folder.scratch.path), context: context)
        let access = StoreAccess(
            open: { path, now in try await SQLiteStore.open(path, now: now) },
            temporary: { now in try await SQLiteStore.temporary(now: now) })
        return SubscriberSession(draft, access, .live)
    }

    func sending() throws -> SendingSession { SendingSession(try subscribers(), host: "test", process: 1) }

    func approve() async throws -> Int {
        let sending = try sending()
        return try await CampaignApproval(sending, mail: try await sending.mail(of: "6")).run()
    }

    @discardableResult
    func run(
        _ campaign: Int? = nil, resumes: Bool = true, afterRestore: Bool = false,
        control: SendingControl = SendingControl()
    ) async throws -> CampaignSender.Resolution {
        var choice = CampaignRun.Choice()
        choice.campaign = campaign
        choice.resumes = resumes
        choice.afterRestore = afterRestore
        // Postfix would have begun its log before.
        try folder.scratch.write("maillog", "Jul  1 11:00:00 mx postfix/master[1]: started\n" + server.log)
        return try await CampaignRun(
            try sending(), choice, delivery: server.delivery, connections: 2, logOffset: 0, control: control
        ).run(report: { _ in }, progress: { _, _ in })
    }

    func store<Result: Sendable>(_ work: @Sendable (inout Campaigns) throws -> Result) async throws -> Result {
        try await subscribers().withStore(.writing) { try await $0.changeCampaigns(now: Self.now, work) }
    }

    func backUp() async throws {
        try await subscribers().withStore(.reading) { try await $0.backUp(to: folder.scratch.path("backup.sqlite")) }
    }

    func restore() throws {
        for ending in ["-wal", "-shm"] { remove(".sennight/store.sqlite\(ending)") }
        try folder.scratch.write(".sennight/store.sqlite", try folder.scratch.bytes("backup.sqlite"))
    }

    func remove(_ file: String) {
        // It may not exist.
        try? FileManager.default.removeItem(atPath: folder.scratch.path(file))
    }

    /// How often those who received the issue received it more than once.
    var duplicates: Int { server.received.count - Set(server.received).count }
}
