internal import Context
package import Send
internal import Store
package import Text

/// Acts on sign-ups and sends the confirmations that are due, beside the server and never inside a request.
package struct ConfirmationDelivery: Sendable {
    private let subscriptions: Subscriptions
    private let mail: ConfirmationMail
    private let transport: MessageTransport
    /// Prints messages, which contain no address.
    private let say: @Sendable (PrintableText) -> Void

    package init(
        _ subscriptions: Subscriptions, mail: ConfirmationMail, transport: MessageTransport,
        say: @escaping @Sendable (PrintableText) -> Void
    ) {
        self.subscriptions = subscriptions
        self.mail = mail
        self.transport = transport
        self.say = say
    }

    /// How often sign-ups are acted on. A fixed rhythm says nothing about a single one.
    private static let rhythm = Duration.milliseconds(250)
    /// How many sign-ups one transaction acts on.
    private static let portion = 500
    /// How often a message is tried, and the pauses after each attempt, in seconds.
    private static let attempts = 5
    private static func pause(after attempt: Int) -> Int { 300 << (2 * (attempt - 1)) }

    /// How many days a sign-up is kept that nobody confirms, and how often such ones are looked for, in seconds.
    package static let daysToConfirm = 30
    private static let cleaningPause = 3_600

    /// Works until the task is cancelled.
    package func run() async {
        var isFaulty = false
        var nextCleaning = 0
        while !Task.isCancelled {
            do {
                let now = subscriptions.clock.seconds
                if now >= nextCleaning {
                    try await deleteUnconfirmed()
                    nextCleaning = now + Self.cleaningPause
                }
                _ = try await acceptSignUps()
                while try await sendNext(), !Task.isCancelled {}
                isFaulty = false
            } catch {
                // Once, not four times a second.
                if !isFaulty { say("\(error)") }
                isFaulty = true
            }
            await subscriptions.clock.sleep(Self.rhythm)
        }
    }

    /// Deletes who hasn't confirmed in time: longer than any confirmation is valid.
    ///
    /// - Throws: ``StoreError``.
    package func deleteUnconfirmed() async throws {
        let days = max(Self.daysToConfirm, subscriptions.confirmationDays + 1)
        _ = try await change { try $0.deleteUnconfirmed(after: days) }
    }

    /// Signs up who has arrived since the last time.
    ///
    /// - Returns: how many sign-ups there were.
    /// - Throws: ``StoreError``.
    package func acceptSignUps() async throws -> Int {
        guard try await subscriptions.store.read({ try SignUpQueue.hasSignUp($0) }) else { return 0 }
        return try await change { try $0.acceptSignUps(limit: Self.portion, source: "website") }
    }

    /// Sends one confirmation. It is marked first, so that no other program sends it, too. If this one ends meanwhile, the
    /// next sends it when the claim is over.
    ///
    /// - Returns: false if none is due.
    /// - Throws: ``StoreError``.
    package func sendNext() async throws -> Bool {
        let now = subscriptions.clock.seconds
        guard try await subscriptions.store.read({ try SignUpQueue.hasDueConfirmation($0, now: now) }),
            let confirmation = try await change({ try $0.claimConfirmation() })
        else { return false }
        let fault = await delivered(confirmation)
        let retry = fault?.kind == .temporary && confirmation.attempts < Self.attempts
        try await change { subscribers in
            if retry {
                let due = subscribers.now + Self.pause(after: confirmation.attempts)
                try subscribers.retryConfirmation(of: confirmation.subscriber, at: due)
            } else {
                try subscribers.endConfirmation(of: confirmation.subscriber)
            }
        }
        if let fault {
            let next: PrintableText = retry ? "it will be sent again" : "it won't be sent again"
            say("a confirmation wasn't sent (\(fault.reason)); " + next)
        }
        return true
    }

    /// - Returns: what went wrong; nil if the message was handed over.
    private func delivered(_ confirmation: ClaimedConfirmation) async -> DeliveryFault? {
        let message: OutgoingMessage
        do throws(CommandError) {
            message = try mail.message(for: confirmation)
        } catch {
            return DeliveryFault(.temporary, "\(error)")
        }
        do throws(DeliveryFault) {
            try await transport.send(message)
            return nil
        } catch {
            return error
        }
    }

    private func change<Result: Sendable>(_ work: @Sendable (inout Subscribers) throws -> Result) async throws -> Result
    {
        try await subscriptions.store.changeSubscribers(
            subscriptions.cryptography, now: subscriptions.clock.seconds, work)
    }
}
