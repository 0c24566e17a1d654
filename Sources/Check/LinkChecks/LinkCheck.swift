internal import Markdown
internal import Newsletter

/// A rule for the result of requesting a link. To add one, add a file in this folder, a line in ``allLinkChecks`` and a
/// test.
///
/// The type's doc comment is its page in `sennight explain`, as for ``Check``.
package protocol LinkCheck: Sendable {
    init()

    /// The name of the problem, in lower case with hyphens; the names of the type and the file are the same.
    static var id: String { get }
    static var severity: Finding.Severity { get }

    /// The problem with a link at one of its locations, or nil, as for most answers.
    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding?
}

extension LinkCheck {
    /// A finding of this check at the link's URL.
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

/// All checks of answers in alphabetical order; a test compares the list with the folder.
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
