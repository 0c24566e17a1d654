import TestKit
import Testing

@Suite(.startsProcesses)
struct AddCommandTests {
    private func body(_ old: String, _ new: String) -> String { WeeklyFolder.sections.replacing(old, with: new) }

    @Test func addsALinkAndRemembersIt() async throws {
        let weekly = try WeeklyFolder()
        let run = await weekly.sennight(
            "add", "https://a.example", "--title", "A [b]", "--section", "there", "--tag", "video")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "draft/7.md:11\n")
        #expect(
            try weekly.body == body("### There\n", "### There\n\n* [video] [A \\[b\\]](https://a.example)\n"))
        #expect(
            try weekly.decisions
                == #"{"by":"editor","decision":"placed","identity":"a.example","section":"there","source":"add","title":"A [b]","v":2}"#
                + "\n")
    }

    @Test func followsTheArchiveForTheSection() async throws {
        let weekly = try WeeklyFolder()
        try weekly.scratch.write(
            "content/5.md", "Title: Weekly 5\nDate: 2999-02-24\n\n## News\n\n### There\n\n* [Else](https://e.example)\n"
        )
        let run = await weekly.sennight("add", "https://old.example/2", "--title", "New")
        #expect(run.status == 0)
        #expect(run.errors.hasPrefix("Section: Here, based on "))
        #expect(try weekly.body == body("### Here\n", "### Here\n\n* [New](https://old.example/2)\n"))
    }

    @Test func asksForTheSectionOfAnUnknownSite() async throws {
        let weekly = try WeeklyFolder()
        let run = await weekly.sennight("add", "https://a.example", "--title", "A")
        #expect(run.status == 2)
        #expect(run.errors.contains("2 sections for links. Choose one with --section: Here, There"))
        #expect(try weekly.body == WeeklyFolder.sections)
    }

    @Test func refusesDuplicatesUnlessToldTo() async throws {
        let weekly = try WeeklyFolder()
        let old = ["add", "http://www.old.example/1/", "--title", "Old", "--section", "Here"]
        let run = await CommandRun.inProcess(old, in: weekly.scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("content/6.md:9:1: error: 'http://www.old.example/1/' was in Weekly 6 of"))
        #expect(try weekly.body == WeeklyFolder.sections)
        #expect(try weekly.decisions.isEmpty)
        #expect(await CommandRun.inProcess(old + ["--again"], in: weekly.scratch.path).status == 0)
        #expect(await CommandRun.inProcess(old, in: weekly.scratch.path).errors.contains("is already in the draft"))
    }

    @Test func addsAnEventToARegionThatIsNotThereYet() async throws {
        let weekly = try WeeklyFolder()
        let run = await weekly.sennight(
            "add", "event", "https://e.example", "--title", "Meeting", "--date", "2999-03-11", "--until", "2999-03-12",
            "--region", "Virtual", "--place", "Ulm, DE", "--organizer", "Club", "--organizer-url",
            "https://club.example")
        #expect(run.status == 0, "\(run.errors)")
        let lines =
            "* 2999-03-11 - 2999-03-12 | Virtual (Ulm, DE) | [Club](https://club.example)\n"
            + "    * [**Meeting**](https://e.example)\n"
        #expect(try weekly.body == body("### Europe\n", "### Virtual\n\n\(lines)\n### Europe\n"))
    }

    @Test func addsACallAPickAndAQuote() async throws {
        let weekly = try WeeklyFolder()
        let runs = [
            await weekly.sennight(
                "add", "call", "https://c.example", "--title", "Conf", "--closes", "2999-04-01", "--place", "Ulm, DE",
                "--date", "2999-06"),
            await weekly.sennight("add", "pick", "https://p.example", "--title", "pot", "--thanks", "Cem"),
            await weekly.sennight("add", "quote", "https://q.example", "--text", "Tea is *good*.", "--by", "Dee"),
        ]
        #expect(runs.map(\.status) == [0, 0, 0], "\(runs.map(\.errors))")
        #expect(
            try weekly.body
                == WeeklyFolder.sections
                .replacing(
                    "## Speakers\n",
                    with: "## Speakers\n\n* [**Conf**](https://c.example) | 2999-04-01 | Ulm, DE | 2999-06\n"
                )
                .replacing(
                    "## Pick\n",
                    with:
                        "## Pick\n\nThis week's pick is [pot](https://p.example).\n\nThanks to Cem for the suggestion!\n"
                )
                .replacing("## Quote\n", with: "## Quote\n\n> Tea is \\*good\\*.\n\n– [Dee](https://q.example)\n"))
    }

    @Test func refusesWrongWords() async throws {
        let weekly = try WeeklyFolder()
        #expect(
            await weekly.sennight("add", "javascript:alert(1)", "--title", "A", "--section", "Here").errors
                .contains("'javascript:alert(1)' isn't a web address"))
        #expect(await weekly.sennight("add", "https://a.example", "--title", " ", "--section", "Here").status == 2)
        #expect(
            await weekly.sennight(
                "add", "event", "https://e.example", "--title", "M", "--date", "2999-03-11", "--until", "2999-03-10",
                "--region", "Virtual", "--organizer", "Club"
            ).status == 64)
        #expect(try weekly.body == WeeklyFolder.sections)
    }

    @Test func worksOnThePublicationThatIsNamedAndNoOther() async throws {
        let (mine, other) = (try WeeklyFolder(), try WeeklyFolder())
        let run = await mine.sennight(
            "add", "https://a.example", "--title", "A", "--section", "Here", "--publication", other.scratch.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == other.scratch.path("draft/7.md") + ":9\n")
        #expect(try mine.body == WeeklyFolder.sections)
        #expect(try other.body.contains("[A](https://a.example)"))
    }

    @Test func leavesAWholeFileWhenItIsKilled() throws {
        let weekly = try WeeklyFolder()
        let lines = Self.filledLines(try weekly.body)
        for step in 0..<4 {
            try CommandRun.killed(
                after: step, below: weekly.scratch.path,
                ["add", "https://a.example/\(step)", "--title", "A", "--section", "Here"], in: weekly.scratch.path)
            let body = try weekly.body
            // The next command finishes what a killed one had decided, so earlier entries may come now.
            let added = (0...step).map { Substring("* [A](https://a.example/\($0))") }
            let (new, old) = (
                Self.filledLines(body).filter(added.contains), Self.filledLines(body).filter { !added.contains($0) }
            )
            #expect(old == lines)
            #expect(Set(new).count == new.count)
            #expect(body.hasSuffix("## Quote\n"))
        }
    }

    private static func filledLines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: true)
    }

    @Test func tellsWhatASectionCannotHold() async throws {
        let weekly = try WeeklyFolder(
            draft: WeeklyFolder.draft.replacing("### Here\n", with: "### Here\n\n* [A](https://a.example)\n"))
        let before = try weekly.body
        let link = ["add", "https://b.example", "--title", "B", "--section"]
        let event = [
            "add", "event", "https://e.example", "--title", "E", "--date", "2999-03-12", "--place", "Ulm, DE",
            "--region",
        ]
        for (arguments, fault) in [
            (
                link + ["quote"],
                "'Quote' is a section for quote, so the entry doesn't belong there. Choose one of: Here, There"
            ),
            (link + ["Events"], "'Events' is a section for events, so the entry doesn't belong there."),
            (event + ["here"], "'Here' is a section for links, so the entry doesn't belong there."),
            (event + [""], "the region has no name. Pass it with --region"),
            (
                ["move", "https://a.example", "--section", "Europe"],
                "'Europe' is a section for events, so the entry doesn't belong there."
            ),
        ] {
            let run = await CommandRun.inProcess(arguments, in: weekly.scratch.path)
            #expect(run.status == 2, "\(arguments)")
            #expect(run.errors.hasPrefix("draft/7.md: error: \(fault)"), "\(run.errors)")
        }
        #expect(try weekly.body == before)
    }

    @Test func spellsARegionAsTheSettingsDo() async throws {
        let weekly = try WeeklyFolder()
        let regions = """
            regions:
              - { heading: Africa, continents: [africa] }
              - { heading: Europe, continents: [europe] }

            """
        try weekly.scratch.write("sennight.yaml", WeeklyFolder.settings + regions)
        let run = await weekly.sennight(
            "add", "event", "https://e.example", "--title", "E", "--date", "2999-03-12", "--place", "Nairobi, KE",
            "--region", "africa")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try weekly.body.contains("## Events\n\n### Africa\n\n* 2999-03-12 | Nairobi, KE\n"))
    }

    @Test func addsASecondPickThatCanBeTakenOutAgain() async throws {
        let weekly = try WeeklyFolder()
        let picks = ["a", "b"].map { name in
            ["add", "pick", "https://\(name).example", "--title", name, "--thanks", "Ann"]
        }
        for pick in picks { #expect(await CommandRun.inProcess(pick, in: weekly.scratch.path).status == 0) }
        let both = try weekly.body
        #expect(
            both
                == body(
                    "## Pick\n",
                    """
                    ## Pick

                    This week's pick is [a](https://a.example).

                    Thanks to Ann for the suggestion!

                    This week's pick is [b](https://b.example).

                    Thanks to Ann for the suggestion!

                    """))
        let again = await CommandRun.inProcess(picks[1], in: weekly.scratch.path)
        #expect(again.status == 2 && again.errors.contains("is already in the draft"))
        for name in ["b", "a"] {
            #expect(await weekly.sennight("remove", "https://\(name).example", "--why", "x").status == 0)
        }
        #expect(try weekly.body == WeeklyFolder.sections)
    }

    @Test func refusesAPickThatWouldNotBeFoundAgain() async throws {
        let weekly = try WeeklyFolder(
            draft: WeeklyFolder.draft.replacing(
                "## Pick\n", with: "## Pick\n\nWe chose [a](https://a.example).\n"))
        let before = try weekly.body
        let run = await weekly.sennight("add", "pick", "https://b.example", "--title", "b")
        #expect(run.status == 2)
        #expect(run.errors.contains("the draft already has a pick"))
        #expect(try weekly.body == before)
    }

    @Test func keepsThanksWithWhatTheyAreFor() async throws {
        let weekly = try WeeklyFolder()
        for name in ["a", "b"] {
            let run = await weekly.sennight(
                "add", "quote", "https://\(name).example", "--text", "Tea", "--by", name, "--thanks", "Ann \(name)")
            #expect(run.status == 0, "\(run.errors)")
        }
        func quote(_ name: String) -> String {
            "\n> Tea\n\n– [\(name)](https://\(name).example)\n\nThanks to Ann \(name) for the suggestion!\n"
        }
        #expect(try weekly.body == body("## Quote\n", "## Quote\n\(quote("a"))\(quote("b"))"))
        #expect(await weekly.sennight("remove", "https://a.example", "--why", "x").status == 0)
        #expect(try weekly.body == body("## Quote\n", "## Quote\n\(quote("b"))"))
    }

    @Test func namesTheHeadingThatADraftLacks() async throws {
        let weekly = try WeeklyFolder(draft: WeeklyFolder.draft.replacing("## Pick\n\n", with: ""))
        let run = await weekly.sennight("add", "pick", "https://p.example", "--title", "p")
        #expect(run.status == 2)
        #expect(
            run.errors == "draft/7.md: error: the draft has no section for pick. "
                + "Add a heading for such entries to the draft, such as '## Pick'\n")
    }
}
