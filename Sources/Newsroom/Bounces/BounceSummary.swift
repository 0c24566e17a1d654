package import Context
package import Text

/// What a run over returned mail came to.
package struct BounceSummary: Sendable {
    package var counts: [BounceOutcome: Int] = [:]
    /// The campaigns that were paused, and why.
    package var paused: [(campaign: Int, reason: String)] = []
    /// Where the bounces and complaints are that have no valid token.
    package var unattributed: [String] = []
    /// Where the messages are that have nothing to do with returned mail.
    package var other: [String] = []
    package var unreadable: [FileError] = []
    /// False for a dry run.
    package var isWritten: Bool

    init(isWritten: Bool) {
        self.isWritten = isWritten
    }

    package var messages: Int { counts.values.reduce(0, +) }

    /// Whether a person should look at something.
    package var needsAttention: Bool { !paused.isEmpty || !unattributed.isEmpty }

    mutating func add(_ outcome: BounceOutcome, _ name: String) {
        counts[outcome, default: 0] += 1
        switch outcome {
        case .unattributed: unattributed.append(name)
        case .other, .unclear: other.append(name)
        default: break
        }
    }

    package var json: JSONText {
        .members([
            ("written", .flag(isWritten)), ("messages", .number(messages)),
            ("outcomes", .members(BounceOutcome.allCases.map { ($0.rawValue, .number(counts[$0] ?? 0)) })),
            (
                "paused",
                .list(paused.map { .members([("campaign", .number($0.campaign)), ("reason", .text($0.reason))]) })
            ),
            ("unattributed", .list(unattributed.map { .text($0) })), ("other", .list(other.map { .text($0) })),
            ("unreadable", .list(unreadable.map { .text($0.path) })),
        ])
    }

    package var text: PrintableText {
        var text: PrintableText = "\(messages.counted("message")) read"
        if !isWritten { text += "; nothing was written" }
        for outcome in BounceOutcome.allCases {
            if let count = counts[outcome] { text += "\n  \(count) \(outcome.label)" }
        }
        for (campaign, reason) in paused {
            text += "\nCampaign \(campaign) \(isWritten ? "is" : "would be") paused: \(reason)."
        }
        text += Self.listing("Without a valid token:", unattributed)
        text += Self.listing("To be read by a person:", other)
        return text
    }

    /// How many names are printed.
    private static let most = 20

    private static func listing(_ heading: PrintableText, _ names: [String]) -> PrintableText {
        guard !names.isEmpty else { return "" }
        var text: PrintableText = "\n"
        text += heading
        for name in names.prefix(most) { text += "\n  \(name)" }
        if names.count > most { text += "\n  and \((names.count - most).counted("other"))" }
        return text
    }
}
