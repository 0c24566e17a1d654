internal import Newsletter

/// A link's text begins or ends with a space.
///
/// The space is underlined with the link; move it outside.
struct PaddedLinkText: Check {
    static let id = "padded-link-text"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.titledLinks.compactMap { link in
            let trimmed = document.bytes.trimmed(link.text)
            guard !trimmed.isEmpty, trimmed != link.text else { return nil }
            let before = link.text.lowerBound..<trimmed.lowerBound
            let after = trimmed.upperBound..<link.text.upperBound
            // A space that separates two words moves outside; any other is removed.
            var splices: [Fix.Splice] = []
            if !before.isEmpty {
                splices.append(document.splice(before, ""))
                if link.whole.lowerBound > 0, ASCII.isWord(document.bytes[link.whole.lowerBound - 1]) {
                    splices.append(document.splice(link.whole.lowerBound..<link.whole.lowerBound, " "))
                }
            }
            if !after.isEmpty {
                splices.append(document.splice(after, ""))
                if link.whole.upperBound < document.bytes.count, ASCII.isWord(document.bytes[link.whole.upperBound]) {
                    splices.append(document.splice(link.whole.upperBound..<link.whole.upperBound, " "))
                }
            }
            return finding(
                "the link's text \(before.isEmpty ? "ends" : "begins") with a space",
                at: before.isEmpty ? after : before,
                in: document, explanation: "The space is underlined with the link.",
                fixes: [Fix("Move the space out of the link", isSafe: true, splices)])
        }
    }
}
