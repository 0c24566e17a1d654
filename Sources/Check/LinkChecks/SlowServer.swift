internal import Context
internal import Newsletter
internal import Text

/// The server takes longer than ten seconds to answer.
///
/// Readers won't wait either. Open the link yourself before the issue is published.
struct SlowServer: LinkCheck {
    static let id = "slow-server"
    static let severity = Finding.Severity.warning

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard case .timedOut(let seconds)? = answer.failure else { return nil }
        return finding(
            "the server didn't answer within \(seconds.counted("second"))", at: place,
            explanation: "This may be temporary; open the link yourself before the issue is published.",
            notes: answer.redirectNote(from: place))
    }
}
