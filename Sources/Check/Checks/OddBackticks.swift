internal import Newsletter

/// A backtick opens code that is never closed, or a link's bracket is caught in code.
///
/// The backtick is shown as it is, and what should be code is text; where the next backtick is a link further on, the
/// link between them is gone. Code that spans lines is told too: most tools that show Markdown do not take it.
struct OddBackticks: Check {
    static let id = "odd-backticks"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var findings: [Finding] = []
        for run in document.looseBackticks {
            let isEmpty = run.count == 2
            findings.append(
                finding(
                    isEmpty ? "these backticks hold nothing" : "this backtick has no other half", at: run, in: document,
                    explanation: isEmpty
                        ? "Write the code between them, or take them out."
                        : "Close the code with a second one, or write \\` for a backtick as such."))
        }
        for code in document.codeSpans {
            let content = document.bytes[code.content]
            // One blank may be what is spoken of.
            if content.allSatisfy(ASCII.isSpace), content.count != 1 {
                findings.append(
                    finding(
                        "these backticks hold nothing", at: code.whole, in: document,
                        explanation: "Write the code between them, or take them out."))
            } else if let bracket = document.bytes.first("](", in: code.content) {
                findings.append(
                    finding(
                        "a link's bracket is caught in code", at: bracket..<(bracket + 2), in: document,
                        explanation: "There is a backtick too few or too many, so the link isn't a link.",
                        notes: [document.note("the code begins here", at: code.whole.lowerBound)]))
            } else if let fault = Self.misplaced(code, document.bytes) {
                findings.append(
                    finding(
                        fault, at: code.whole, in: document,
                        explanation: "One of the backticks seems to be misplaced.", severity: .warning))
            } else if content.contains(0x0A) {
                findings.append(
                    finding(
                        "this code spans two lines", at: code.whole, in: document,
                        explanation: "Write it on one line; some readers of Markdown take it for two odd backticks.",
                        severity: .warning))
            }
        }
        return findings
    }

    /// `` `Seek::stream`_len ``, `` `a ` ``, `` [`a]`(https://…) ``.
    private static func misplaced(_ code: CodeSpan, _ bytes: [UInt8]) -> String? {
        let (content, behind) = (bytes[code.content], code.whole.upperBound)
        let next = behind < bytes.count ? bytes[behind] : 0x20
        if next == UInt8(ascii: "_"), behind + 1 < bytes.count, ASCII.isWord(bytes[behind + 1]) {
            return "the code continues after its backtick"
        }
        if next == UInt8(ascii: "("), content.last == UInt8(ascii: "]"), bytes.has("http", at: behind + 1) {
            return "the link's bracket is caught in code"
        }
        // A blank at both ends is how code that begins with a backtick is written (CommonMark 6.1).
        guard content.last == 0x20, content.first != 0x20, ASCII.isWord(next) || next == UInt8(ascii: "{") else {
            return nil
        }
        return "the code ends with a blank"
    }
}
