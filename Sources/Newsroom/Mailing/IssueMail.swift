internal import Build
package import Context
internal import Newsletter
internal import Send
package import Settings
package import Text

/// An issue's mail, ready to be made for each recipient.
package struct IssueMail: Sendable {
    package let title: String
    package let subject: String
    /// The HTML and the text, with ``place`` where the token for unsubscribing belongs.
    package let (html, text): ([UInt8], [UInt8])
    /// What stands for the token.
    package let place: String
    /// How many parts of the issue the mail has, and how many the issue has; fewer if the whole is too long for a mail.
    package let (parts, allParts): (Int, Int)
    /// Whether the messages are signed.
    package let isSigned: Bool
    /// The path of the issue's page, its URL, and the issue's file.
    package let (issue, page, file): (String, String, String)
    private let message: IssueMessage
    private let domain: String
    private let sender: String
    private let tokens: MailTokens
    private let clock: Clock

    /// - Parameters:
    ///   - issue: a number, a file, or nil for the newest issue.
    ///   - cryptography: signs with the keys that there are.
    /// - Throws: ``Diagnostics`` with what is wrong in the issues; a ``Diagnostic`` if there is no such issue, or the
    ///   settings have no sender.
    package init(
        of issue: String?, _ location: PublicationLocation, context: Context, cryptography: Cryptography,
        tokens: MailTokens
    ) async throws {
        let site = try await Builder(
            context: context, location: location, publisher: .none(PublishingPlace(folder: "", jobs: 1)),
            jobs: context.environment.processors,
            program: context.environment.fingerprint()
        ).site()
        let mail = site.publication.mail
        guard let from = mail.from else { throw MailSettings.missing(location) }
        let summary = try Self.summary(of: issue, on: site)
        self.issue = summary.path
        page = site.address.url(summary.path)
        file = summary.file
        let content = try site.mail(of: summary)
        let unsubscribe = site.publication.subscriptionServer + "unsubscribe/"
        let place = IssueMessage.place(ofTokenWith: tokens.length)
        func fitting(_ renderer: MailRenderer) -> Int {
            Shortening.parts(of: renderer.partCount) { renderer.html(parts: $0, unsubscribe: unsubscribe + place) }
        }
        var renderer = MailRenderer(content, on: site)
        var parts = fitting(renderer)
        if parts == 0, renderer.partCount > 0 {
            renderer = MailRenderer(content.inSmallParts, on: site)
            parts = fitting(renderer)
        }
        self.parts = parts
        allParts = renderer.partCount
        html = renderer.html(parts: parts, unsubscribe: unsubscribe + place)
        text = renderer.text(parts: parts, unsubscribe: unsubscribe + place)
        title = summary.header.title
        subject = renderer.mailSubject
        domain = from.domain
        sender = from.address
        self.place = place
        self.tokens = tokens
        clock = context.clock
        let keys = try MailKeys.reading(mail, location, context, cryptography)
        isSigned = !keys.all.isEmpty
        let list = MailingList(
            name: site.publication.title, identifier: mail.listID ?? site.address.host,
            archive: site.address.url(.archive), unsubscribe: unsubscribe, domain: mail.bounceDomain ?? from.domain)
        message = IssueMessage(
            IssueMessage.Content(
                from: from, replyTo: mail.replyTo, subject: subject, html: html, text: text, list: list,
                date: context.clock.mailDate),
            tokenLength: tokens.length, signers: keys.signers(mail, cryptography), cryptography: cryptography)
    }

    /// What the editor should know.
    package var notices: [PrintableText] {
        var notices: [PrintableText] = []
        if parts < allParts {
            notices.append(
                "The issue is too long for a mail: it has \(parts) of \(allParts) parts, and the rest is on the web.")
        }
        if !isSigned {
            notices.append("The message isn't signed: there are no keys. Make them with 'sennight dkim new'.")
        }
        return notices
    }

    /// - Parameter addresses: if there are none, the sender receives the message.
    package func messages(to addresses: [String]) throws -> [[UInt8]] {
        try (addresses.isEmpty ? [sender] : addresses).map(message)
    }

    /// The message for one recipient, as it is sent.
    package func message(to address: String) throws -> [UInt8] {
        let recipient = MailRecipient(
            address: address, token: try tokens.unsubscribe(address),
            messageID: "\(try tokens.message(issue, address))@\(domain)")
        return try message.bytes(for: recipient, at: clock.seconds)
    }

    /// The message of a campaign for one subscriber, and its identifier without brackets.
    ///
    /// - Parameters:
    ///   - unsubscribe: the subscriber's token.
    ///   - name: of the message, from ``SubscriberTokens/messageName(_:subscriber:)``.
    func message(to address: String, unsubscribe: String, name: String) throws -> (bytes: [UInt8], identifier: String) {
        let recipient = MailRecipient(address: address, token: unsubscribe, messageID: identifier(named: name))
        return (try message.bytes(for: recipient, at: clock.seconds), recipient.messageID)
    }

    func identifier(named name: String) -> String { "\(name)@\(domain)" }

    /// A digest of what all recipients receive, which changes if the issue or the settings of its mail do.
    func digest(_ cryptography: Cryptography) -> [UInt8] {
        let pieces = [Array(subject.utf8), html, text, Array(sender.utf8), Array(domain.utf8)]
        return cryptography.digest(pieces.flatMap { [Array("\($0.count) ".utf8)[...], $0[...]] })
    }

    private static func summary(of issue: String?, on site: Site) throws -> IssueSummary {
        let summaries = site.issues.summaries
        guard let issue else {
            guard let newest = summaries.last else {
                throw Diagnostic("no issue is finished yet", remedy: "Finish a draft with 'sennight finish'")
            }
            return newest
        }
        let number = Int(issue)
        let found = summaries.filter { summary in
            if let number { return summary.header.number == number }
            return summary.path == issue || summary.file == issue || issue.hasSuffix("/" + summary.file)
                || summary.file.hasSuffix("/" + issue)
        }
        guard let summary = found.last else {
            throw Diagnostic("issue '\(issue)' not found", remedy: "Give its number or the path of its file")
        }
        guard found.count == 1 else {
            throw Diagnostic(
                "\(found.count) issues are '\(issue)': \(found.map(\.file).joined(separator: ", "))",
                remedy: "Give the path of a file")
        }
        return summary
    }
}
