internal import Context
internal import Newsletter

/// The server received too many requests and asks for a pause (`429`, `Retry-After`).
///
/// The link couldn't be checked. Try again later, or with fewer connections (`--connections-per-host`).
struct PausedServer: LinkCheck {
    static let id = "paused-server"
    static let severity = Finding.Severity.hint

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        var isLimited = answer.status == 429
        if case .rateLimited? = answer.failure { isLimited = true }
        guard isLimited else { return nil }
        let pause =
            answer.pause.map { pause in
                guard let seconds = Int(pause) else { return " until \(pause)" }
                return seconds == 1 ? " of a second" : " of \(seconds) seconds"
            } ?? ""
        return finding(
            "the server asks for a pause\(pause)", at: place,
            explanation: "Check the link again later, or with fewer connections per host.",
            notes: answer.redirectNote(from: place))
    }
}
