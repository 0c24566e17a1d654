internal import Context
internal import Newsletter

/// The server refuses connections, or closes them without an answer.
///
/// This may be temporary. Open the link yourself before the issue is published.
struct UnreachableServer: LinkCheck {
    static let id = "unreachable-server"
    static let severity = Finding.Severity.warning

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard case .unreachable(let why)? = answer.failure else { return nil }
        return finding(
            "the server can't be reached (\(why))", at: place,
            explanation: "This may be temporary; open the link yourself before the issue is published.",
            notes: answer.redirectNote(from: place))
    }
}
