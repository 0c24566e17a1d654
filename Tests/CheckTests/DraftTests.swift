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

    /// Placeholders, and what nobody saw; not what finishing removes.
    private static let wanted = [
        "47 warning misspelt-name",
        "47 hint title-differs-from-url",
        "109 error placeholder-left",
        "264 warning unknown-place-code",
        "283 warning tracking-parameter",
        "373 error placeholder-left",
        "389 error placeholder-left",
    ]
}
