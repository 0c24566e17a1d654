/// What a path on the server for subscriptions is for.
enum SubscriptionRoute: Hashable, Sendable {
    case subscribe
    case confirm(token: String)
    case unsubscribe(token: String)

    /// Nil for every other path.
    ///
    /// - Parameters:
    ///   - path: as it is in the request.
    ///   - base: the path of the server, with leading and trailing slashes.
    init?(_ path: String, base: String) {
        guard path.hasPrefix(base) else { return nil }
        let parts = path.dropFirst(base.count).split(separator: "/", omittingEmptySubsequences: false)
        switch (parts.first, parts.count) {
        case ("subscribe", 1): self = .subscribe
        case ("confirm", 2): self = .confirm(token: String(parts[1]))
        case ("unsubscribe", 2): self = .unsubscribe(token: String(parts[1]))
        default: return nil
        }
    }
}
