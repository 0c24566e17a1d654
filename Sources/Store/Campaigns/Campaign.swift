/// The sending of one issue to one frozen audience. Times are in seconds since 1970.
package struct Campaign: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        /// The audience is frozen; nothing has been sent.
        case approved
        case running
        /// Stopped, by a person or because something is wrong, until a person resumes it.
        case paused
        /// Stopped for good.
        case cancelled
        case finished
    }

    /// What to do about a message that may have been sent, where no log can be read.
    package enum Uncertainty: String, CaseIterable, Sendable {
        /// Leave it, so that nobody receives it twice.
        case miss
        /// Send it again, so that nobody misses it.
        case `repeat`
    }

    package var number: Int
    /// The path of the issue's page.
    package var issue: String
    package var subject: String
    /// A digest of what all recipients receive.
    package var content: [UInt8]
    package var state: State
    /// Why it is paused; nil if it isn't.
    package var pauseReason: String?
    /// Nothing is sent before.
    package var notBefore: Int
    package var uncertainty: Uncertainty
    /// How many deliveries there are.
    package var audience: Int
    package var created: Int
    package var changed: Int

    init(_ row: StoreRow) throws {
        number = try row.integer(0)
        issue = try row.text(1)
        subject = try row.text(2)
        content = try row.bytes(3)
        guard let state = State(rawValue: try row.text(4)), let uncertainty = Uncertainty(rawValue: try row.text(7))
        else { throw StoreError(.damaged(detail: "a campaign has an unknown state")) }
        self.state = state
        pauseReason = try row.optionalText(5)
        notBefore = try row.integer(6)
        self.uncertainty = uncertainty
        audience = try row.integer(8)
        created = try row.integer(9)
        changed = try row.integer(10)
    }
}
