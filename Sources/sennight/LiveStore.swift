internal import Newsroom
internal import Signing
internal import Store
internal import StoreSQLite

/// Chooses the kind of store; nothing else in the command line knows it.
enum LiveStore {
    static let access = StoreAccess(
        open: { path, now in try await SQLiteStore.open(path, now: now) },
        temporary: { now in try await SQLiteStore.temporary(now: now) })
}

/// A command that works on subscribers.
protocol SubscriberCommand: SessionCommand {
    func run(_ session: SubscriberSession) async throws -> Outcome
}

extension SubscriberCommand {
    func run(_ session: DraftSession) async throws -> Outcome {
        try await run(SubscriberSession(session, LiveStore.access, .live))
    }
}

/// How results about subscribers are printed.
enum ResultFormat: String, CaseIterable, Sendable {
    case text, json
}
