internal import Markdown
internal import Newsletter

/// One rule about what asking a link has shown. A new one is a file in this folder, a line in ``allLinkChecks`` and a test.
///
/// The type's doc comment is its page, as ``Check``'s is.
package protocol LinkCheck: Sendable {
    init()

    /// Names what is wrong, in lower case with hyphens; the type's and the file's name say the same.
    static var id: String { get }
    static var severity: Finding.Severity { get }

    /// What is wrong with a link at one of its places; most answers are fine.
    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding?
}

extension LinkCheck {
    /// A finding of this check at the link's address.
    func finding(
        _ summary: String, at place: LinkPlace, explanation: String, severity: Finding.Severity? = nil,
        notes: [String] = [], fixes: [Fix] = []
    ) -> Finding {
        let range = place.sheet.source.range(place.range)
        return Finding(
            id: Self.id, severity: severity ?? Self.severity, file: place.sheet.file, range: range, summary: summary,
            explanation: explanation,
            notes: notes.map { Finding.Note(file: place.sheet.file, place: range.start, text: $0) }, fixes: fixes)
    }
}

/// Every check of answers, in alphabetical order; a test compares the list with the folder.
package let allLinkChecks: [any LinkCheck.Type] = [
    BadCertificate.self,
    BrokenServer.self,
    CanonicalAddress.self,
    DeadLink.self,
    LargePage.self,
    MovedLink.self,
    OldArticle.self,
    OtherLanguage.self,
    OtherTitle.self,
    PausedServer.self,
    PaymentWall.self,
    PrivateAddress.self,
    RedirectLoop.self,
    RefusingServer.self,
    SignInWall.self,
    SlowServer.self,
    UnknownHost.self,
    UnreachableServer.self,
]
