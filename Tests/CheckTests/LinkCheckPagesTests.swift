import Foundation
import TestKit
import Testing

@testable import Check

/// Keeps the pages of `explain` and the online checks' doc comments in sync.
@Suite struct LinkCheckPagesTests {
    @Test func hasEveryDocCommentAsAPage() throws {
        let folder = TestData.packageRoot + "/Sources/Check"
        let wanted = try allLinkChecks.map { type in
            let source = try String(contentsOfFile: "\(folder)/LinkChecks/\(type).swift", encoding: .utf8)
            return (id: type.id, page: CheckPagesTests.docComment(of: "\(type)", in: source))
        }
        #expect(wanted.allSatisfy { !$0.page.isEmpty }, "a check has no doc comment")
        if LinkCheckPages.ids == wanted.map(\.id), wanted.allSatisfy({ LinkCheckPages.page($0.id) == $0.page }) {
            return
        }
        guard ProcessInfo.processInfo.environment["SENNIGHT_UPDATE_GOLDEN"] == "1" else {
            Issue.record("a page isn't its check's doc comment; \(CheckPagesTests.remedy)")
            return
        }
        try CheckPagesTests.source(of: wanted, in: "LinkCheckPages", from: "LinkChecks")
            .write(toFile: folder + "/LinkCheckPages.swift", atomically: true, encoding: .utf8)
        Issue.record("the pages were regenerated; build and run the tests again")
    }
}
