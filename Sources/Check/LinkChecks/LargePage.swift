internal import Context
internal import Newsletter

/// The page is larger than a megabyte, not counting its images.
///
/// Sennight didn't read the rest, so other checks of the page may be missing. Readers with slow connections have to
/// wait.
struct LargePage: LinkCheck {
    static let id = "large-page"
    static let severity = Finding.Severity.hint

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard case .tooLarge(let limit)? = answer.failure else { return nil }
        return finding(
            "the page is larger than \(limit >> 20) MB", at: place,
            explanation: "The rest wasn't read; open the link to check that it leads to the right page.",
            notes: answer.redirectNote(from: place))
    }
}
