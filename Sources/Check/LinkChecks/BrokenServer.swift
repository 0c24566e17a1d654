internal import Newsletter

/// The server reports an internal error, with a status of `500` or above.
///
/// This may be temporary. Open the link yourself before the issue is published.
struct BrokenServer: LinkCheck {
    static let id = "broken-server"
    static let severity = Finding.Severity.warning

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.status >= 500, answer.status != 999 else { return nil }
        return finding(
            "the server failed (\(answer.status))", at: place,
            explanation: "This may be temporary; open the link yourself before the issue is published.",
            notes: answer.redirectNote(from: place))
    }
}
