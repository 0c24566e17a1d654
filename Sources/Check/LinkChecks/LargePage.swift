internal import Context
internal import Newsletter

/// The page is larger than a megabyte, not counting its pictures.
///
/// It was not read further, so nothing else is known of it. Readers with slow connections wait long for it.
struct LargePage: LinkCheck {
    static let id = "large-page"
    static let severity = Finding.Severity.hint

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard case .tooLarge(let limit)? = answer.failure else { return nil }
        return finding(
            "the page is larger than \(limit >> 20) MB", at: place,
            explanation: "It was not read further; open it to see that it is what was meant.",
            notes: answer.redirectNote(from: place))
    }
}
