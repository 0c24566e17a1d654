import Newsletter
import Testing

@Suite struct DiagnosticTests {
    @Test func saysPlaceFaultAndRemedyOnOneLine() {
        let diagnostic = Diagnostic(
            "no date", remedy: "Write one.", file: "content/a.md", at: .init(line: 3, column: 7))
        #expect("\(diagnostic)" == "content/a.md:3:7: error: no date. Write one.")
    }

    @Test func leavesOutThePlaceItDoesNotKnow() {
        #expect("\(Diagnostic("odd", remedy: "Look.", severity: .warning))" == "warning: odd. Look.")
        #expect("\(Diagnostic("odd", remedy: "Look.", file: "a.md", severity: .hint))" == "a.md: hint: odd. Look.")
    }

    @Test func gathersOneLineEach() {
        let all = Diagnostics([Diagnostic("one", remedy: "A."), Diagnostic("two", remedy: "B.")])
        #expect("\(all)" == "error: one. A.\nerror: two. B.")
    }
}
