internal import Text

/// Which sentences can be shown to readers as the reason of a correction.
package enum CorrectionReason {
    /// In characters.
    package static let longest = 500

    /// What is wrong with a sentence, and what to do; nil if it is valid.
    package static func fault(of text: String) -> Diagnostic? {
        if text.allSatisfy(\.isWhitespace) {
            return Diagnostic("the reason is empty", remedy: "Write one sentence for readers")
        }
        if text.count > longest {
            return Diagnostic(
                "the reason has \(text.count) characters, and \(longest) are allowed",
                remedy: "Write one sentence for readers")
        }
        let scalars = Array(text.unicodeScalars)
        let isPrintable = scalars.indices.allSatisfy { index in
            PrintableText.isPrintable(scalars[index]) || PrintableText.isJoiner(at: index, of: scalars)
        }
        guard !isPrintable else { return nil }
        return Diagnostic(
            "the reason has a line break, a control character or an invisible character",
            remedy: "Write one sentence on one line")
    }
}
