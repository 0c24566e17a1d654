internal import Synchronization

/// Limits how many sign-ups come from one network: 20 within any hour.
///
/// It is lost when the server ends; that an address receives one confirmation a day is kept in the store.
final class SignUpLimiter: Sendable {
    private static let limit = 20
    /// In seconds.
    private static let window = 3600
    private let capacity: Int
    /// The times of the sign-ups that were allowed in the last hour, in seconds since 1970.
    private let times = Mutex<[ClientNetwork?: [Int]]>([:])

    /// - Parameter capacity: how many networks are remembered; beyond that, those that have been quiet for longest are
    ///   forgotten. 50,000 networks with 20 sign-ups each need about 15 MB.
    init(capacity: Int = 50_000) {
        self.capacity = capacity
    }

    /// Whether another sign-up is allowed, which then counts.
    ///
    /// - Parameter now: in seconds since 1970.
    func allows(_ network: ClientNetwork?, at now: Int) -> Bool {
        times.withLock { times in
            var recent = times[network, default: []]
            recent.removeAll { $0 <= now - Self.window }
            guard recent.count < Self.limit else {
                times[network] = recent
                return false
            }
            recent.append(now)
            times[network] = recent
            if times.count > capacity { Self.shrink(&times, to: capacity - capacity / 10, now: now) }
            return true
        }
    }

    /// How many networks are remembered.
    var count: Int { times.withLock(\.count) }

    private static func shrink(_ times: inout [ClientNetwork?: [Int]], to count: Int, now: Int) {
        times = times.filter { ($0.value.last ?? 0) > now - window }
        guard times.count > count else { return }
        let newest = times.sorted { ($0.value.last ?? 0) > ($1.value.last ?? 0) }.prefix(count)
        times = Dictionary(newest.map { ($0.key, $0.value) }) { first, _ in first }
    }
}
