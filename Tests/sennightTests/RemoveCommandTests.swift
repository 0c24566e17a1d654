import TestKit
import Testing

@Suite struct RemoveCommandTests {
    @Test func remembersWhy() async throws {
        let weekly = try WeeklyFolder()
        let run = await weekly.sennight("remove", "https://club.example/tea", "--why", "it was called off")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try !weekly.body.contains("club.example"))
        #expect(
            try weekly.decisions
                == #"{"by":"editor","decision":"removed","identity":"club.example/tea 2999-03-12 europe","section":"Europe","title":"Tea","v":2,"why":"it was called off"}"#
                + "\n")
        let event = [
            "add", "event", "https://club.example/tea", "--title", "Tea", "--date", "2999-03-12", "--region", "Europe",
            "--place", "Ulm, DE", "--organizer", "Club",
        ]
        let again = await CommandRun.inProcess(event, in: weekly.scratch.path)
        #expect(again.status == 2)
        #expect(
            again.errors.contains(
                "'Tea' was removed from this draft: it was called off. Pass --again to add the entry anyway"))
        #expect(await CommandRun.inProcess(event + ["--again"], in: weekly.scratch.path).status == 0)
        #expect(try weekly.decisions.contains(#""decision":"placed""#))
    }

    @Test func writesTheSentenceOfASectionThatGotEmpty() async throws {
        let weekly = try WeeklyFolder(
            draft: WeeklyFolder.draft.replacing("## Approved\n", with: "## Approved\n\n* [A](https://a.example)\n"))
        #expect(await weekly.sennight("remove", "https://a.example", "--why", "wrong").status == 0)
        #expect(
            try weekly.body
                == WeeklyFolder.sections.replacing("## Approved\n", with: "## Approved\n\n* *Nothing was approved.*\n"))
    }

    @Test func wantsAReason() async throws {
        #expect(try await WeeklyFolder().sennight("remove", "https://club.example/tea").status == 64)
    }

    @Test func saysWhatIsNotThere() async throws {
        let weekly = try WeeklyFolder()
        let run = await weekly.sennight("remove", "https://club.example/cake", "--why", "x")
        #expect(run.status == 2)
        #expect(run.errors.contains("no entry of the draft has the URL 'https://club.example/cake'"))
        #expect(try weekly.decisions.isEmpty)
    }

    @Test func keepsAReasonOnOneLine() async throws {
        let weekly = try WeeklyFolder()
        #expect(await weekly.sennight("remove", "https://club.example/tea", "--why", "called\noff").status == 0)
        #expect(try weekly.decisions.contains(#""why":"called off""#))
    }
}
