import Foundation
import Newsletter
import TestKit
import Testing

@testable import Check

/// The draft of issue 530, a day before it went out.
@Suite(.withBackIssues) struct DraftTests {
    @Test func findsWhatWasStillToDo() async throws {
        let name = "2024-01-17-this-week-in-rust.md"
        let bytes = try Array(Data(contentsOf: URL(filePath: TestData.path("archive/draft/" + name))))
        let context = try await ThisWeek.archive.context
        let findings = try Checker(context).findings(in: bytes, file: "draft/" + name)
        let lines = findings.map { "\($0.range.start.line) \($0.severity) \($0.id)" }
        #expect(lines == Self.wanted)
    }

    /// Empty sections, placeholders, a bullet without content in a comment, and what nobody saw; nothing else.
    private static let wanted = [
        "30 warning empty-section",
        "32 warning empty-section",
        "34 warning empty-section",
        "47 warning misspelt-name",
        "59 warning empty-section",
        "92 warning placeholder-left",
        "107 error template-comment",
        "109 error placeholder-left",
        "262 warning event-place-differs",
        "264 warning unknown-place-code",
        "283 warning tracking-parameter",
        "288 warning event-place-differs",
        "373 error placeholder-left",
        "389 error placeholder-left",
    ]
}
