internal import Context
internal import Newsletter

/// The server takes no connection, or breaks it.
///
/// That may pass. Open the link yourself before the issue goes out.
struct UnreachableServer: LinkCheck {
    static let id = "unreachable-server"
    static let severity = Finding.Severity.warning

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard case .unreachable(let why)? = answer.failure else { return nil }
        return finding(
            "the server can't be reached (\(why))", at: place,
            explanation: "That may pass; open the link yourself before the issue goes out.",
            notes: answer.redirectNote(from: place))
    }
}
