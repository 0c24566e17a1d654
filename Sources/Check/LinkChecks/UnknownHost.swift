internal import Context
internal import Newsletter

/// The link's host doesn't exist in the domain name system.
///
/// Either the host's name is misspelt, or the site is gone. Look for a copy in a web archive.
struct UnknownHost: LinkCheck {
    static let id = "unknown-host"
    static let severity = Finding.Severity.error

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.failure == .unknownHost else { return nil }
        return finding(
            "the host doesn't exist", at: place,
            explanation: "Check the spelling of the URL; the site may also be gone.",
            notes: answer.redirectNote(from: place))
    }
}
