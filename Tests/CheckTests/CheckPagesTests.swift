import Foundation
import TestKit
import Testing

@testable import Check

/// Keeps the pages of `explain` and the checks' doc comments one text.
@Suite struct CheckPagesTests {
    @Test func hasEveryDocCommentAsAPage() throws {
        var wanted: [(id: String, page: String)] = []
        for type in allChecks {
            let file = TestData.packageRoot + "/Sources/Check/Checks/\(type).swift"
            wanted.append(
                (type.id, Self.docComment(of: "\(type)", in: try String(contentsOfFile: file, encoding: .utf8))))
        }
        for (id, page) in wanted {
            #expect(!page.isEmpty, "\(id) has no doc comment")
            if CheckPages.page(id) == page { continue }
            guard ProcessInfo.processInfo.environment["SENNIGHT_UPDATE_GOLDEN"] == "1" else {
                Issue.record("the page of '\(id)' is not its doc comment; \(Self.remedy)")
                return
            }
            try Self.source(of: wanted).write(
                toFile: TestData.packageRoot + "/Sources/Check/CheckPages.swift", atomically: true, encoding: .utf8)
            Issue.record("the pages were written anew; build and run the tests again")
            return
        }
        #expect(CheckPages.ids == wanted.map(\.id), "a page is left of a check that is gone; \(Self.remedy)")
    }

    static let remedy = "SENNIGHT_UPDATE_GOLDEN=1 swift test --filter CheckPages writes the pages anew"

    /// Paragraphs are joined to one line each; list items and code keep theirs.
    static func docComment(of type: String, in source: String) -> String {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        guard let end = lines.firstIndex(where: { $0.hasPrefix("struct \(type):") }) else { return "" }
        var comment: [Substring] = []
        for line in lines[..<end].reversed() {
            guard line.hasPrefix("///") else { break }
            comment.insert(line.dropFirst(3).drop { $0 == " " }, at: 0)
        }
        return comment.split(separator: "").map { paragraph in
            paragraph.reduce(into: "") { text, line in
                text += (text.isEmpty ? "" : line.hasPrefix("- ") ? "\n" : " ") + line
            }
        }.joined(separator: "\n\n")
    }

    static func source(
        of pages: [(id: String, page: String)], in name: String = "CheckPages", from folder: String = "Checks"
    )
        -> String
    {
        var text = """
            /// The pages of `sennight explain`: the checks' own doc comments.
            ///
            /// Written by a test from the files in `\(folder)/`; `SENNIGHT_UPDATE_GOLDEN=1 swift test --filter CheckPages` writes it
            /// anew. It is as long as there are checks.
            package enum \(name) {
                /// Nil for a name that no check has.
                package static func page(_ id: String) -> String? {
                    pages.first { $0.id == id }?.text
                }

                /// The names of all checks.
                package static var ids: [String] { pages.map(\\.id) }

                private static let pages: [(id: String, text: String)] = [

            """
        for (id, page) in pages {
            text += "        (\n            \"\(id)\",\n            #\"\"\"\n"
            for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
                text += line.isEmpty ? "\n" : "            \(line)\n"
            }
            text += "            \"\"\"#\n        ),\n"
        }
        return text + "    ]\n}\n"
    }
}
