import Foundation
import TestKit
import Testing
import Text

/// Follows `Guides/tutorial.md`: runs its commands in order, makes its edits, and compares what it shows.
@Suite(.startsProcesses) struct TutorialTests {
    @Test func worksAsWritten() async throws {
        let scratch = try ScratchFolder()
        let guide = try String(contentsOfFile: TestData.packageRoot + "/Guides/tutorial.md", encoding: .utf8)
        let firstDay = try #require(guide.firstMatch(of: /content\/(\d{4}-\d\d-\d\d)-1\.md/))
        var walk = try TutorialWalk(in: scratch, firstDay: try #require(CalendarDate(iso8601: firstDay.1)))
        for block in TutorialBlock.all(in: guide) { try await walk.take(block) }
        let commands = Set(walk.commands.compactMap { $0.hasPrefix("sennight ") ? $0.split(separator: " ")[1] : nil })
        #expect(
            commands.isSuperset(of: [
                "init", "replay", "collect", "draft", "choose", "add", "check", "finish", "serve", "build",
            ]))

        let published = try scratch.files(below: "public/blog").filter { $0.hasSuffix("/tea-letter-2/index.html") }
        let page = try scratch.text("public/blog/" + #require(published.first))
        let titles = ["Backpressure, drawn by hand", "What a thousand idle connections cost", "Green tea tasting"]
        for title in titles + [#"<a href="https://example.org/water">"#] {
            #expect(page.contains(title))
        }
    }

    @Test func readsBlocks() {
        let blocks = TutorialBlock.all(
            in: """
                Text.
                <!-- test: append to a.txt -->
                ```yaml
                a: 1
                ```

                ```console
                $ one \\
                    two
                output
                $ three
                ```

                ```
                not a command
                ```
                """)
        #expect(
            blocks == [
                .edit(.append(to: "a.txt"), text: "a: 1\n"),
                .commands([
                    .init(line: "one     two", output: ["output"]), .init(line: "three", output: []),
                ]),
            ])
    }
}
