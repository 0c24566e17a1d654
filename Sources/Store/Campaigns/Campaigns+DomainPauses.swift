/// A receiving domain that has refused several messages in a row for now. Times are in seconds since 1970.
package struct DomainPause: Hashable, Sendable {
    package var domain: String
    /// How many messages in a row it has refused.
    package var refusals: Int
    /// When the next message may be sent.
    package var end: Int

    package init(domain: String, refusals: Int, end: Int) {
        self.domain = domain
        self.refusals = refusals
        self.end = end
    }
}

extension Campaigns {
    /// The domains that want a pause now, for a sender that starts. Those whose pause is over are forgotten.
    package func domainPauses() throws -> [DomainPause] {
        try connection.execute(.deleteDomainPauses, [.integer(now)])
        return try connection.rows(.domainPauses, [.integer(now)]).map { row in
            DomainPause(domain: try row.text(0), refusals: try row.integer(1), end: try row.integer(2))
        }
    }

    package func pause(_ domain: DomainPause) throws {
        try connection.execute(
            .setDomainPause, [.text(domain.domain), .integer(domain.refusals), .integer(domain.end)])
    }
}
