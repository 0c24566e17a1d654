internal import Context
internal import Newsletter

/// The link leads to a machine that the public can't reach, or to an address that no web client should request.
///
/// Sennight didn't request the link. Such links come from somebody's own network, or are meant to attack people who
/// check links.
struct PrivateAddress: LinkCheck {
    static let id = "private-address"
    static let severity = Finding.Severity.error

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard case .refused(let why)? = answer.failure else { return nil }
        return finding(
            "the link wasn't requested: \(why)", at: place,
            explanation: "Readers can't follow the link; use the public address.",
            notes: answer.redirectNote(from: place))
    }
}
