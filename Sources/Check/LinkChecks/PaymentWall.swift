internal import Newsletter

/// The page isn't free to read.
///
/// The page says so in its data for search engines (`isAccessibleForFree`), with the status `402 Payment Required`, or
/// in its text. Link to a free copy, or mark the entry with `[paywall]`.
struct PaymentWall: LinkCheck {
    static let id = "payment-wall"
    static let severity = Finding.Severity.warning

    func finding(on answer: LinkAnswer, at place: LinkPlace, _ context: CheckContext) -> Finding? {
        guard answer.status == 402 || answer.isGood && answer.page?.wall == .payment,
            !place.tags.contains(where: { $0.lowercased().contains("paywall") })
        else { return nil }
        return finding(
            "the page isn't free to read", at: place,
            explanation: "Link to a free copy, or mark the entry with '[paywall]'.")
    }
}
