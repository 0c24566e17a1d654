import TestKit
import Testing

@Suite struct DraftCommandTests {
    @Test func makesTheNextDraft() async throws {
        let weekly = try WeeklyFolder(draft: nil)
        try weekly.scratch.write(
            "draft/DRAFT_TEMPLATE",
            "Title: Weekly $my_issue_number\nNumber: $my_issue_number\nDate: $my_issue_date\n\n## Approved\n\n[Talk](THREAD)\n"
        )
        let run = await weekly.sennight("draft")
        #expect((run.status, run.output, run.errors) == (0, "draft/2999-03-10-weekly.md\n", ""))
        #expect(
            try weekly.scratch.text("draft/2999-03-10-weekly.md") == """
                Title: Weekly 7
                Number: 7
                Date: 2999-03-10

                ## Approved

                [Talk](https://weekly.example/issues/7/discuss/)

                * *Nothing was approved.*

                """)
    }

    @Test func overwritesNoDraft() async throws {
        let weekly = try WeeklyFolder()
        let run = await weekly.sennight("draft")
        #expect(run.status == 2)
        #expect(
            run.errors
                == "draft/7.md: error: the draft already exists. Use that draft, or move it out of the folder to start again\n"
        )
        #expect(try weekly.scratch.files(below: "draft") == ["7.md"])
        try weekly.scratch.write("draft/2999-03-17-weekly.md", "mine")
        #expect(await weekly.sennight("draft", "--date", "2999-03-17").status == 2)
        #expect(try weekly.scratch.text("draft/2999-03-17-weekly.md") == "mine")
    }

    @Test func warnsOfADayOutsideTheCalendar() async throws {
        let weekly = try WeeklyFolder(draft: nil)
        let run = await weekly.sennight("draft", "--date", "2999-03-12")
        #expect(run.status == 0)
        #expect(
            run.errors.contains(
                "warning: according to the calendar, the issue after 2999-03-03 comes out on 2999-03-10"))
        #expect(run.output == "draft/2999-03-12-weekly.md\n")
        #expect(await weekly.sennight("draft", "--date", "12.3.2999").status == 64)
    }

    @Test func namesATemplateThatIsNotThere() async throws {
        let weekly = try WeeklyFolder(draft: nil)
        try weekly.scratch.write(
            "sennight.yaml", WeeklyFolder.settings.replacing("draft:\n", with: "draft:\n  template: none.md\n"))
        let run = await weekly.sennight("draft")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("none.md: error: can't read the template"))
    }
}
