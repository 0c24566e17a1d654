internal import Context

/// How long to wait after faults: of the mail server as a whole, and of single receiving domains.
actor DeliveryBackoff {
    private let time: SteadyTime
    private var faults = 0
    private var refusals = 0
    /// In milliseconds since 1970.
    private var until = 0
    private var domains: [String: (refusals: Int, until: Int)] = [:]

    /// How many temporary refusals in a row mean that the server itself is overloaded, or a domain.
    private static let (storm, domainStorm) = (20, 3)
    /// The longest waits, in milliseconds.
    private static let (longest, longestDomain) = (300_000, 3_600_000)

    init(clock: Clock) {
        time = SteadyTime(clock)
    }

    /// How long to wait before the next connection or message, in milliseconds; 0 for not at all.
    var pause: Int { max(0, until - now) }

    /// The domains that want a pause, with its length in seconds.
    var pausedDomains: [String: Int] {
        domains.compactMapValues { $0.until > now ? ($0.until - now + 999) / 1000 : nil }
    }

    /// A connection couldn't be opened, or was lost. Each further fault doubles the wait; what happens to the other
    /// connections in the meantime has the same cause.
    func addFault() {
        guard pause == 0 else { return }
        until = now + min(Self.longest, 1_000 << min(faults, 10))
        faults += 1
    }

    /// The server answered to a message.
    ///
    /// - Parameter isTemporary: whether it refused the message for now.
    func addAnswer(isTemporary: Bool, address: String) {
        faults = isTemporary ? faults : 0
        refusals = isTemporary ? refusals + 1 : 0
        if refusals >= Self.storm {
            refusals = 0
            addFault()
        }
        let domain = Self.domain(of: address)
        guard isTemporary else {
            domains[domain] = nil
            return
        }
        var state = domains[domain] ?? (0, 0)
        state.refusals += 1
        if state.refusals >= Self.domainStorm {
            state.until = now + min(Self.longestDomain, 300_000 << min(state.refusals - Self.domainStorm, 10))
        }
        domains[domain] = state
    }

    static func domain(of address: String) -> String {
        address.lastIndex(of: "@").map { address[address.index(after: $0)...].lowercased() } ?? ""
    }

    private var now: Int { time.milliseconds }
}
