/// What a report says about one recipient (RFC 3464, section 2.3).
package struct DeliveryStatus: Hashable, Sendable {
    package enum Action: String, CaseIterable, Sendable {
        case failed
        case delayed
        case delivered
        case relayed
        case expanded

        /// Servers also write `failure`, `delay` or `Failed (permanent)`.
        init?(field text: String) {
            let word = StructuredText.word(text)
            let starts: [(String, Action)] = [
                ("fail", .failed), ("delay", .delayed), ("deliver", .delivered), ("relay", .relayed),
                ("expand", .expanded),
            ]
            guard let action = starts.first(where: { word.hasPrefix($0.0) })?.1 else { return nil }
            self = action
        }
    }

    /// The address without its type; nil if the report doesn't say it.
    package var finalRecipient: String?
    package var originalRecipient: String?
    /// What the server did; if it doesn't say so, what the code means.
    package var action: Action?
    /// The most specific code of the report.
    package var status: EnhancedStatus?
    /// The text of the other server's reply.
    package var diagnostic: String?

    package var reason: ReturnReason { ReturnReason(status, diagnostic: diagnostic ?? "") }

    /// The recipients in the body of a part `message/delivery-status`.
    ///
    /// - Parameter body: groups of fields, separated by empty lines; the first one is about the message, although some
    ///   servers leave it out or write several empty lines.
    static func recipients(in body: ArraySlice<UInt8>) -> [DeliveryStatus] {
        var found: [DeliveryStatus] = []
        var rest = body
        while !rest.isEmpty, found.count < mostRecipients {
            let (group, end) = MailHeader.read(rest)
            // A line that isn't a field must not stop the reader.
            let isStuck = end == rest.startIndex
            if isStuck {
                var lines = ByteLines(rest)
                rest = rest[(lines.next()?.end ?? rest.endIndex)...]
            } else {
                rest = rest[end...]
            }
            if let status = DeliveryStatus(group) { found.append(status) }
        }
        return found
    }

    /// With a code of the report's text, if the fields only say that something failed: some servers write what they
    /// decided themselves only into the text.
    func completed(from codes: [EnhancedStatus]) -> DeliveryStatus {
        guard action == .failed, status?.isSpecific != true, diagnostic == nil else { return self }
        let reason = ReturnReason.mildest(codes.map { ReturnReason($0) })
        guard let code = codes.first(where: { ReturnReason($0) == reason }) else { return self }
        var completed = self
        completed.status = code
        return completed
    }

    /// A newsletter's message has one recipient, for whom a mailing list may be behind the address.
    private static let mostRecipients = 100
    /// In bytes.
    private static let longestValue = 1_000

    /// The value of a field that names a type first, such as `rfc822; ann@example.org`.
    private static func value(_ text: String) -> String {
        String(decoding: StructuredText.withoutType(text).utf8.prefix(longestValue), as: UTF8.self)
    }

    /// - Returns: nil for a group that isn't about a recipient.
    private init?(_ group: MailHeader) {
        let (action, status) = (group.first("action"), group.first("status"))
        finalRecipient = group.first("final-recipient").map(Self.value)
        originalRecipient = group.first("original-recipient").map(Self.value)
        guard action != nil || status != nil || finalRecipient != nil else { return nil }
        diagnostic = group.first("diagnostic-code").map(Self.value)
        let stated = status.flatMap { EnhancedStatus(statusField: $0) }
        let replied = diagnostic.flatMap { EnhancedStatus(diagnosticField: $0) }
        self.status = Self.choice(stated, replied, diagnostic ?? "")
        self.action =
            action.flatMap { Action(field: $0) }
            ?? self.status.map { $0.kind == 5 ? .failed : $0.kind == 4 ? .delayed : .delivered }
    }

    /// The field `Status`, unless the other server's reply has a code that says more, or that doesn't blame the
    /// recipient: for some servers, every permanent failure is 5.1.1.
    private static func choice(_ stated: EnhancedStatus?, _ replied: EnhancedStatus?, _ text: String)
        -> EnhancedStatus?
    {
        guard let stated else { return replied }
        guard let replied, replied.kind == stated.kind, replied.isSpecific else { return stated }
        if !stated.isSpecific { return replied }
        return ReturnReason(replied, diagnostic: text) == .policy ? replied : stated
    }
}
