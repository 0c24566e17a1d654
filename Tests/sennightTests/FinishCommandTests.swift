import Foundation
import TestKit
import Testing

@Suite struct FinishCommandTests {
    private let finished = """
        Title: Weekly 7
        Number: 7
        Date: 2999-03-10

        ## Events

        ### Europe

        * 2999-03-12 | Ulm, DE | [Club](https://club.example)
            * [**Tea**](https://club.example/tea)

        ## Approved

        * *Nothing was approved.*


        """

    @Test func makesAnIssueAndOpensTheNextDraft() async throws {
        let weekly = try WeeklyFolder()
        let run = await weekly.sennight("finish")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "content/7.md\ndraft/2999-03-17-weekly.md\n")
        #expect(
            run.errors
                == "Removed: News, Here, There, Speakers, Pick, Quote; 0 comments. 'sennight undo' restores the draft.\n"
        )
        #expect(try weekly.scratch.text("content/7.md") == finished)
        #expect(!weekly.scratch.exists("draft/7.md"))
        let next = try weekly.scratch.text("draft/2999-03-17-weekly.md")
        #expect(next.hasPrefix("Title: Weekly 8\nNumber: 8\nDate: 2999-03-17\n\n## News\n\n### Here\n"))
        #expect(!next.contains("Tea"))
    }

    @Test func refusesWhilePlaceholdersStand() async throws {
        let draft = WeeklyFolder.draft + "\n[Talk](THREAD)\n"
        let weekly = try WeeklyFolder(draft: draft)
        let run = await weekly.sennight("finish")
        #expect(run.status == 1)
        #expect(
            run.errors == """
                draft/7.md:26:8: error: the placeholder 'THREAD' was left in [placeholder-left]. Write the address, or \
                https://weekly.example/issues/7/discuss/
                1 error; nothing was changed.

                """)
        #expect(try weekly.scratch.text("draft/7.md") == draft)
        #expect(try weekly.scratch.files(below: "content") == ["6.md"])
    }

    @Test func overwritesNoIssue() async throws {
        let weekly = try WeeklyFolder()
        let mine = "Title: Mine\nDate: 2999-03-01\n"
        try weekly.scratch.write("content/7.md", mine)
        let run = await weekly.sennight("finish", "--no-next")
        #expect(run.status == 2)
        #expect(run.errors.contains("content/7.md: error: this issue already exists."))
        #expect(try weekly.scratch.text("content/7.md") == mine)
        #expect(try weekly.scratch.text("draft/7.md") == WeeklyFolder.draft)
    }

    @Test func goesOnWhereItWasStopped() async throws {
        let weekly = try WeeklyFolder()
        try weekly.scratch.write("content/7.md", finished)
        let run = await weekly.sennight("finish", "--no-next")
        #expect(run.status == 0, "\(run.errors)")
        #expect(!weekly.scratch.exists("draft/7.md"))
        #expect(try weekly.scratch.text("content/7.md") == finished)
    }

    @Test func leavesTheNextDraftThatIsThere() async throws {
        let weekly = try WeeklyFolder()
        try weekly.scratch.write("draft/mine.md", "Title: Weekly 8\nNumber: 8\nDate: 2999-03-09\n\nMine.\n")
        let run = await weekly.sennight("finish", "--draft", "draft/7.md")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("The next draft already exists: draft/mine.md"))
        #expect(try weekly.scratch.files(below: "draft") == ["mine.md"])
    }

    @Test func takesNoFileOfAnotherFolder() async throws {
        let (mine, other) = (try WeeklyFolder(), try WeeklyFolder())
        let run = await mine.sennight("finish", "--no-next", "--publication", other.scratch.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(mine.scratch.exists("draft/7.md"))
        #expect(!other.scratch.exists("draft/7.md"))
        #expect(try other.scratch.text("content/7.md") == finished)
    }

    @Test func takesNoIssueForADraft() async throws {
        let weekly = try WeeklyFolder()
        #expect(await weekly.sennight("finish", "--no-next").status == 0)
        try FileManager.default.createSymbolicLink(
            atPath: weekly.scratch.path("draft/link.md"), withDestinationPath: "../content/7.md")
        for name in ["content/7.md", "./content/7.md", "draft/../content/7.md", "draft/link.md"] {
            let run = await weekly.sennight("finish", "--draft", name, "--no-next")
            #expect(run.status == 2, "\(name)")
            #expect(run.errors == "\(name): error: this file is already an issue. Choose a draft in 'draft'\n")
        }
        #expect(try weekly.scratch.text("content/7.md") == finished)
        try weekly.scratch.write("mine.md", WeeklyFolder.draft)
        let run = await weekly.sennight("finish", "--draft", "mine.md", "--no-next")
        #expect(
            (run.status, run.errors) == (
                2, "mine.md: error: this file isn't in the folder of drafts. Move the file to 'draft' first\n"
            ))
    }

    @Test func publishesNoUntouchedDraft() async throws {
        let weekly = try WeeklyFolder(
            draft: WeeklyFolder.draft.replacing("2999-03-12 |", with: "2999-03-20 |").replacing(
                "## Pick\n", with: "## Pick\n\n<!-- here -->\n\nSend yours!\n"))
        #expect(await weekly.sennight("finish").status == 0)
        let next = try weekly.scratch.text("draft/2999-03-17-weekly.md")
        // The event is carried over, the sentence is written by rule.
        #expect(next.contains("[**Tea**]"))
        let run = await weekly.sennight("finish")
        #expect(run.status == 2)
        #expect(
            run.errors == "draft/2999-03-17-weekly.md: error: nothing has been added to this draft yet. "
                + "Fill the draft, or pass --empty to publish the draft as it is\n")
        #expect(try weekly.scratch.text("draft/2999-03-17-weekly.md") == next)
        #expect(await weekly.sennight("add", "https://a.example", "--title", "A", "--section", "Here").status == 0)
        #expect(await weekly.sennight("finish").status == 0)
        #expect(await weekly.sennight("finish").status == 2)
        #expect(await weekly.sennight("finish", "--empty").status == 0)
    }
}
