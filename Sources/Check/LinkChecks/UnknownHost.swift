internal import Context
internal import Newsletter

/// No name server knows the link's host.
///
/// Either its name is misspelt, or the site has gone. Look for a copy in a web archive.
struct UnknownHost: LinkCheck {
    static let id = "unknown-host"
    static let severity = Finding.Severity.error

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.failure == .unknownHost else { return nil }
        return finding(
            "the host doesn't exist", at: place,
            explanation: "Check the spelling of the address; the site may also be gone.",
            notes: answer.redirectNote(from: place))
    }
}
