internal import Context
internal import Store

/// How long to wait after faults: of the mail server as a whole, and of single receiving domains.
actor DeliveryBackoff {
    private let time: SteadyTime
    private var faults = 0
    private var refusals = 0
    /// In milliseconds since 1970.
    private var until = 0
    private var domains: [String: (refusals: Int, until: Int)] = [:]
    /// How often a connection was lost with the message to a subscriber.
    private var losses: [Int: Int] = [:]

    /// How many temporary refusals in a row mean that the server itself is overloaded, or a domain.
    private static let (storm, domainStorm) = (20, 3)
    /// How many connections lost in a row with the same message mean that the message may be the cause.
    private static let leastLosses = 3
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

    /// A connection was lost while it was used for the message to a subscriber.
    ///
    /// - Returns: whether the loss counts as an attempt of this message, so that it is sent later, and given up after some
    ///   days: otherwise, a message that makes a server close the connection would keep the campaign from ending.
    func addLoss(subscriber: Int) -> Bool {
        addFault()
        let count = (losses[subscriber] ?? 0) + 1
        losses[subscriber] = count < Self.leastLosses ? count : nil
        return count >= Self.leastLosses
    }

    /// Keeps the pauses that an earlier sender has recorded.
    ///
    /// - Parameter ledgerTime: in seconds since 1970, by the clock of the ledger.
    func restore(_ pauses: [DomainPause], ledgerTime: Int) {
        for pause in pauses {
            domains[pause.domain] = (pause.refusals, now + max(0, pause.end - ledgerTime) * 1000)
        }
    }

    /// The server answered to a message.
    ///
    /// - Parameter isTemporary: whether it refused the message for now.
    /// - Returns: the length in seconds of a pause that begins for the receiving domain, and its refusals; nil if none
    ///   begins.
    func addAnswer(isTemporary: Bool, address: String) -> (refusals: Int, length: Int)? {
        faults = isTemporary ? faults : 0
        refusals = isTemporary ? refusals + 1 : 0
        if refusals >= Self.storm {
            refusals = 0
            addFault()
        }
        let domain = Self.domain(of: address)
        guard isTemporary else {
            domains[domain] = nil
            return nil
        }
        var state = domains[domain] ?? (0, 0)
        state.refusals += 1
        if state.refusals >= Self.domainStorm {
            state.until = now + min(Self.longestDomain, 300_000 << min(state.refusals - Self.domainStorm, 10))
        }
        domains[domain] = state
        return state.until > now ? (state.refusals, (state.until - now + 999) / 1000) : nil
    }

    static func domain(of address: String) -> String {
        address.lastIndex(of: "@").map { address[address.index(after: $0)...].lowercased() } ?? ""
    }

    private var now: Int { time.milliseconds }
}
