internal import Newsletter

/// The server says that it is broken: `500` and above.
///
/// That may pass. Open the link yourself before the issue goes out.
struct BrokenServer: LinkCheck {
    static let id = "broken-server"
    static let severity = Finding.Severity.warning

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.status >= 500, answer.status != 999 else { return nil }
        return finding(
            "the server failed (\(answer.status))", at: place,
            explanation: "That may pass; open the link yourself before the issue goes out.",
            notes: answer.redirectNote(from: place))
    }
}
