import Foundation
import TestKit
import Testing

@Suite(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint)))
struct FinishRealDraftTests {
    /// The draft of issue 530, a day before it went out: two placeholders.
    /// The unknown code of a place and the tracking parameter are warnings there.
    @Test func refusesTheDraftOfIssue530() async throws {
        let scratch = try ScratchFolder()
        try scratch.copy(TestData.packageRoot + "/Examples/this-week-in-rust/sennight.yaml", to: "sennight.yaml")
        let name = "2024-01-17-this-week-in-rust.md"
        for name in TestData.issues.filter({ $0 < "2024-01-17" }).suffix(14) {
            try scratch.copy(TestData.path("archive/content/" + name), to: "content/" + name)
        }
        try scratch.copy(TestData.path("archive/draft/DRAFT_TEMPLATE"), to: "draft/DRAFT_TEMPLATE")
        try scratch.copy(TestData.path("archive/draft/" + name), to: "draft/" + name)
        let run = await CommandRun.inProcess(["finish"], in: scratch.path)
        #expect(run.status == 1)
        let places = run.errors.split(separator: "\n").compactMap { $0.split(separator: ":").dropFirst().first }
        #expect(places == ["373", "389"], "\(run.errors)")
        #expect(run.errors.hasSuffix("nothing was changed.\n"))
        #expect(try scratch.files(below: "draft").contains(name))
    }
}
