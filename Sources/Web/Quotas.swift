internal import Address
internal import Context
internal import Synchronization
internal import Text

/// The rate limits that servers have announced.
final class Quotas: Sendable {
    /// A service counts separately for each of its parts and for each client.
    private struct Key: Hashable {
        var origin: String
        var part: String
        var credentials: String?
    }

    private let used = Mutex<[Key: Int]>([:])

    /// When the service accepts requests again, in seconds since 1970; nil if no quota is known to be exhausted.
    func blocked(_ address: WebAddress, _ fields: [HeaderField], now: Int) -> Int? {
        return used.withLock { used in
            guard !used.isEmpty else { return nil }
            let key = Self.key(address, fields)
            guard let until = used[key] else { return nil }
            if until > now { return until }
            used[key] = nil
            return nil
        }
    }

    /// Records a quota that a response reports as exhausted; returns when it ends.
    func note(_ answer: HTTPHeaders, of address: WebAddress, _ fields: [HeaderField], now: Int) -> Int? {
        guard let remaining = answer["x-ratelimit-remaining"].flatMap(Double.init), remaining < 1,
            let reset = answer["x-ratelimit-reset"].flatMap({ Self.reset($0, now: now) }), reset > now
        else { return nil }
        let key = Self.key(address, fields)
        used.withLock { used in
            if used.count >= 1024 { used = used.filter { $0.value > now } }
            if used.count < 1024 { used[key] = reset }
        }
        return reset
    }

    /// GitHub sends seconds since 1970, Mastodon a date, Reddit the remaining seconds. No value is trusted for more
    /// than a day.
    private static func reset(_ text: String, now: Int) -> Int? {
        guard let moment = Timestamp.http(text) ?? Double(text).flatMap({ Int(exactly: $0.rounded(.up)) }) else {
            return nil
        }
        return min(moment < 1_000_000_000 ? now + max(moment, 0) : moment, now + 86_400)
    }

    private static func key(_ address: WebAddress, _ fields: [HeaderField]) -> Key {
        // GitHub counts its search API and its GraphQL API separately.
        let first = address.target.dropFirst().prefix { $0 != "/" && $0 != "?" }
        let part = ["search", "graphql"].contains(first) ? String(first) : ""
        let credentials = fields.first { $0.name.lowercased() == "authorization" }?.value
        return Key(origin: address.origin, part: part, credentials: credentials)
    }
}
