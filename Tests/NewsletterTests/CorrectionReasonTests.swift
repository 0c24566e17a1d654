import Newsletter
import Testing

@Suite struct CorrectionReasonTests {
    @Test(arguments: ["The link was dead.", "« Où ? » – 猫, שלום", "👩‍🚀 moved <b>\"here\"</b> & there"])
    func allowsASentence(text: String) {
        #expect(CorrectionReason.fault(of: text) == nil)
    }

    @Test(
        arguments: [
            ("", "the reason is empty"), (" \t", "the reason is empty"),
            (String(repeating: "ü", count: 501), "the reason has 501 characters, and 500 are allowed"),
            ("a\nb", "the reason has a line break, a control character or an invisible character"),
            ("a\u{1B}[31m", "the reason has a line break, a control character or an invisible character"),
            ("a\u{202E}b", "the reason has a line break, a control character or an invisible character"),
        ])
    func refusesOtherTexts(text: String, summary: String) {
        #expect(CorrectionReason.fault(of: text)?.summary == summary)
    }
}
