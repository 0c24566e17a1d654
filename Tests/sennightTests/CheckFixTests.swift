import TestKit
import Testing

@Suite struct CheckFixTests {
    private let draft = CheckCommandTests.draft(
        with: "* [A ](https://a.example/?utm_source=x)\n* [B](a) <!-- sennight-ignore: malformed-url -->")

    @Test func mendsWhatIsSafeAndKeepsAWayBack() async throws {
        let weekly = try WeeklyFolder(draft: draft)
        let run = await weekly.sennight(
            "check", "--fix", "--select", "padded-link-text,tracking-parameter,malformed-url")
        #expect(run.status == 0, "\(run.output)")
        #expect(
            run.errors == """
                draft/7.md:9: fixed: the link's text ends with a space [padded-link-text]
                draft/7.md:9: fixed: the link has the tracking parameter 'utm_source' [tracking-parameter]
                draft/7.md: 2 findings fixed. 'sennight undo' reverts the file.
                1 file checked, found nothing.

                """)
        let mended = draft.replacing("[A ](https://a.example/?utm_source=x)", with: "[A](https://a.example/)")
        #expect(try weekly.scratch.text("draft/7.md") == mended)
        #expect(await weekly.sennight("undo").status == 0)
        #expect(try weekly.scratch.text("draft/7.md") == draft)
    }

    @Test func changesNothingWhenRunAgain() async throws {
        let weekly = try WeeklyFolder(draft: draft)
        _ = await weekly.sennight("check", "--fix")
        let once = try weekly.scratch.text("draft/7.md")
        #expect(once != draft)
        let again = await weekly.sennight("check", "--fix")
        #expect(try weekly.scratch.text("draft/7.md") == once)
        #expect(!again.errors.contains("mended"))
        // The way back leads to before the run that changed something.
        #expect(await weekly.sennight("undo").status == 0)
        #expect(try weekly.scratch.text("draft/7.md") == draft)
    }

    @Test func leavesAloneWhatIsNoIssue() async throws {
        let weekly = try WeeklyFolder(draft: draft)
        try weekly.scratch.write("note.md", "[A ](https://a.example/?utm_source=x)\n")
        let run = await weekly.sennight("check", "--fix", "note.md")
        #expect(run.status == 2)
        #expect(try weekly.scratch.text("note.md") == "[A ](https://a.example/?utm_source=x)\n")
    }

    @Test func mendsNoPartOfAFile() async throws {
        #expect(try await WeeklyFolder().sennight("check", "--fix", "--since", "HEAD").status == 64)
    }
}
