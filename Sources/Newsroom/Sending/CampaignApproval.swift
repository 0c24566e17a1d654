internal import Context
internal import Newsletter
internal import Send
internal import Store
internal import Text

/// Freezes the audience of an issue. From then on, the issue can be sent once.
package struct CampaignApproval: Sendable {
    private let sending: SendingSession
    private let mail: IssueMail
    private let notBefore: Int

    /// - Parameter notBefore: in seconds since 1970.
    package init(_ sending: SendingSession, mail: IssueMail, notBefore: Int = 0) {
        self.sending = sending
        self.mail = mail
        self.notBefore = notBefore
    }

    /// - Returns: the campaign's number.
    /// - Throws: a ``Diagnostic`` if the issue has a campaign, messages of a cancelled one may still arrive, nobody would receive it, or the store is a restored backup; ``StoreError``.
    package func run() async throws -> Int {
        let subscribers = sending.subscribers
        let repeats = sending.session.publication.mail.sending.repeatsUncertain
        let new = NewCampaign(
            issue: mail.issue, subject: mail.subject, content: mail.digest(subscribers.cryptography),
            notBefore: notBefore, uncertainty: repeats ? .repeat : .miss)
        return try await subscribers.withStore(.writing) { store in
            try await sending.requireCurrent(store)
            do {
                let number = try await store.changeCampaigns(now: subscribers.now) { try $0.approve(new) }
                // The keys of the tokens exist before the first message.
                try await store.changeSubscribers(subscribers.cryptography, now: subscribers.now) { _ in }
                return number
            } catch is EmptyAudience {
                throw Diagnostic(
                    "nobody would receive this issue",
                    remedy: "Add subscribers with 'sennight subscribers', and see 'sennight subscribers stats'")
            } catch let fault as ApprovedTwice {
                throw Diagnostic(
                    "this issue has campaign \(fault.campaign) already, which is \(fault.state.rawValue)",
                    remedy: fault.state == .finished
                        ? "An issue is sent once" : "Continue it with 'sennight send resume \(fault.campaign)'")
            } catch let fault as MessagesUndecided {
                throw Diagnostic(
                    "\(fault.count.counted("message")) of campaign \(fault.campaign), which was cancelled, may"
                        + " have been sent",
                    remedy: "Run 'sennight send resume \(fault.campaign)', which sends nothing, but finds out what was"
                        + " sent, or lists it as uncertain; then approve the issue again")
            }
        }
    }
}
