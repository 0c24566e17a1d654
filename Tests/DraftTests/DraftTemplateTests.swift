import Newsletter
import Testing

@testable import Draft

@Suite struct DraftTemplateTests {
    private let template = DraftTemplate(
        values: [.issueNumber: "7", .editors: "* $issue_number", .eventsEndDate: "2026-04-01"],
        placeholders: ["HERE": "https://h.example", "LINK_HERE": "https://l.example"])

    @Test(arguments: [
        ("No. $issue_number!", "No. 7!"), ("${issue_number}th", "7th"), ("$twir_issue_number", "7"),
        ("${twir_events_end_date}", "2026-04-01"), ("$issue_numbers $issue $ $5 ${x", "$issue_numbers $issue $ $5 ${x"),
        ("${issue_number", "${issue_number"), ("costs $issue_date", "costs $issue_date"),
        ("[a](LINK_HERE) [b](HERE)", "[a](https://l.example) [b](https://h.example)"),
        // What is filled in is not looked through again.
        ("$editors", "* $issue_number"), ("", ""), ("$", "$"),
    ])
    func fillsIn(text: String, filled: String) {
        #expect(template.filled(text) == filled)
    }
}
