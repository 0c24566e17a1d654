internal import Newsletter

/// A backtick opens code that is never closed, or code includes part of a link.
///
/// The backtick is shown literally, and what should be code is shown as text. If the next backtick is in a later link,
/// the link between them is lost. Code that begins within a word (`` add`offset` ``) lacks a space.
struct OddBackticks: Check {
    static let id = "odd-backticks"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var findings: [Finding] = []
        for run in document.looseBackticks {
            let isEmpty = run.count == 2
            findings.append(
                finding(
                    isEmpty ? "there is nothing between these backticks" : "this backtick is never closed", at: run,
                    in: document,
                    explanation: isEmpty
                        ? "Write code between the backticks, or remove them."
                        : "Close the code with a second one, or write \\` for a literal backtick."))
        }
        for code in document.codeSpans {
            let content = document.bytes[code.content]
            // A single space may be what the text is about.
            if content.allSatisfy(ASCII.isSpace), content.count != 1 {
                findings.append(
                    finding(
                        "there is nothing between these backticks", at: code.whole, in: document,
                        explanation: "Write code between the backticks, or remove them."))
            } else if let bracket = document.bytes.first("](", in: code.content) {
                findings.append(
                    finding(
                        "a link's bracket is inside code", at: bracket..<(bracket + 2), in: document,
                        explanation: "A backtick is missing or superfluous, so the link isn't recognised.",
                        notes: [document.note("the code begins here", at: code.whole.lowerBound)]))
            } else if let fault = Self.misplaced(code, document.bytes) {
                findings.append(
                    finding(
                        fault, at: code.whole, in: document,
                        explanation: "One of the backticks seems to be misplaced.", severity: .warning))
            }
        }
        return findings
    }

    /// The offset of the letters directly before an offset.
    private static func wordBefore(_ offset: Int, _ bytes: [UInt8]) -> Int? {
        var start = offset
        while start > 0, ASCII.isLetter(bytes[start - 1]) { start -= 1 }
        return start < offset ? start : nil
    }

    /// What is wrong with a code span whose backtick is misplaced: `` `Seek::stream`_len ``, `` `a ` ``, ``
    /// [`a]`(https://…) ``.
    private static func misplaced(_ code: CodeSpan, _ bytes: [UInt8]) -> String? {
        let (content, rest) = (bytes[code.content], code.whole.upperBound)
        let next = rest < bytes.count ? bytes[rest] : 0x20
        if next == UInt8(ascii: "_"), rest + 1 < bytes.count, ASCII.isWord(bytes[rest + 1]) {
            return "the code continues after its backtick"
        }
        if next == UInt8(ascii: "("), content.last == UInt8(ascii: "]"), bytes.has("http", at: rest + 1) {
            return "the link's bracket is inside code"
        }
        // A plural or an ending may follow code, but no word begins right before it.
        if let start = wordBefore(code.whole.lowerBound, bytes), code.whole.lowerBound - start >= 3 {
            return "the code begins within a word"
        }
        // Code that begins with a backtick is written with a space at both ends (CommonMark 6.1).
        guard content.last == 0x20, content.first != 0x20, ASCII.isWord(next) || next == UInt8(ascii: "{") else {
            return nil
        }
        return "the code ends with a space"
    }
}
