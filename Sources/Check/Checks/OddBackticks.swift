internal import Newsletter

/// A backtick opens code that is never closed, or a link's bracket is caught in code.
///
/// The backtick is shown as it is, and what should be code is text; where the next backtick is a link further on, the
/// link between them is gone. Code that spans lines is told too: most tools that show Markdown do not take it.
struct OddBackticks: Check {
    static let id = "odd-backticks"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ surroundings: Surroundings) -> [Finding] {
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
            if content.allSatisfy(ASCII.isSpace) {
                findings.append(
                    finding(
                        "these backticks hold nothing", at: code.whole, in: document,
                        explanation: "Write the code between them, or take them out."))
            } else if let bracket = document.bytes.first("](", in: code.content) {
                findings.append(
                    finding(
                        "a link's bracket is caught in code", at: bracket..<(bracket + 2), in: document,
                        explanation: "A backtick is missing or one too many, so that the link is no link.",
                        notes: [document.note("the code begins here", at: code.whole.lowerBound)]))
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
}
