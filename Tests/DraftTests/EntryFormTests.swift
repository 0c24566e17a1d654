import Newsletter
import Testing

@testable import Draft
import Text

@Suite struct EntryFormTests {
    private let form = EntryForm(words: Localization.of("en"))
    private let day = CalendarDate(iso8601: "2026-03-10")

    @Test func writesALink() {
        #expect(
            form.lines(of: Weekly.link("Tea", "https://tea.example", tags: ["video", "[ES]"]))
                == "* [video] [(ES)] [Tea](https://tea.example)\n")
        #expect(form.lines(of: Candidate(source: "", kind: .links, title: "1. Tea", url: nil)) == "* 1\\. Tea\n")
    }

    @Test func writesAnEvent() throws {
        let organizers = [Event.Organizer(name: "Tea | Club", url: nil), .init(name: "Cake", url: "https://c.example")]
        let event = try Weekly.event(
            "Tea", "https://tea.example", on: "2026-03-10", until: "2026-03-11", at: "Ulm | DE", mode: .virtual,
            by: organizers)
        #expect(
            form.lines(of: event) == """
                * 2026-03-10 - 2026-03-11 | Virtual (Ulm / DE) | Tea / Club + [Cake](https://c.example)
                    * [**Tea**](https://tea.example)

                """)
    }

    @Test(
        arguments: [
            (Event.Mode.inPerson, "Ulm, DE", "Ulm, DE"), (.virtual, "Ulm, DE", "Virtual (Ulm, DE)"),
            (.hybrid, "Ulm, DE", "Hybrid (Ulm, DE)"), (.virtual, nil, "Virtual"), (.hybrid, nil, "Hybrid"),
            (.inPerson, nil, ""),
        ] as [(Event.Mode, String?, String)])
    func namesTheModeWithThePlace(mode: Event.Mode, place: String?, words: String) throws {
        let event = try Weekly.event("Tea", "https://tea.example", on: "2026-03-10", at: place, mode: mode)
        #expect(form.lines(of: event).hasPrefix("* 2026-03-10 | \(words)\n"))
    }

    @Test func writesACallForSpeakers() {
        let call = CallForParticipation(kind: .event, closes: day, place: "Ulm, DE", date: "2026-06 | 07")
        let candidate = Candidate(
            source: "", kind: .participation, title: "Tea*Conf", url: "https://tea.example",
            content: .callForParticipation(call))
        #expect(
            form.lines(of: candidate)
                == "* [**Tea\\*Conf**](https://tea.example) | 2026-03-10 | Ulm, DE | 2026-06 / 07\n")
    }

    @Test func writesATask() {
        let call = CallForParticipation(kind: .project, closes: nil, place: nil, date: nil)
        let candidate = Candidate(
            source: "", kind: .participation, title: "kettle - Boil", url: "https://tea.example/1",
            content: .callForParticipation(call))
        #expect(form.lines(of: candidate) == "* [kettle - Boil](https://tea.example/1)\n")
    }

    @Test func writesACallForTesting() {
        let call = CallForTesting(steps: "https://tea.example/steps")
        let candidate = Candidate(
            source: "", kind: .testing, title: "Boil", url: "https://tea.example/1", content: .callForTesting(call))
        #expect(
            form.lines(of: candidate) == """
                * [Boil](https://tea.example/1)
                    * [Testing steps](https://tea.example/steps)

                """)
    }

    @Test func writesAProposal() {
        let proposal = Proposal(stage: .finalCommentPeriod, disposition: "merge")
        let candidate = Candidate(
            source: "", kind: .proposals, title: "Boil", url: "https://tea.example/1", tags: ["updated"],
            content: .proposal(proposal))
        #expect(form.lines(of: candidate) == "* [disposition: merge] [updated] [Boil](https://tea.example/1)\n")
    }

    @Test func writesAPick() {
        let candidate = Candidate(
            source: "", kind: .pick, title: "{description}", url: "https://tea.example", content: .pick,
            facts: [.signal(.description, "a pot for_you."), .signal(.thanks, "A*n")])
        #expect(
            form.lines(of: candidate) == """
                This week's pick is [{description}](https://tea.example), a pot for_you.

                Thanks to A\\*n for the suggestion!

                """)
    }

    @Test func writesAPickInThePublicationsOwnWords() {
        var form = form
        form.pick = "Our crate: {link}!"
        let candidate = Candidate(source: "", kind: .pick, title: "tea", url: "https://tea.example", content: .pick)
        #expect(form.lines(of: candidate) == "Our crate: [tea](https://tea.example)!\n")
    }

    @Test(arguments: [(false, "the suggestion"), (true, "the self-suggestion")])
    func thanksWhoNominatedIt(isOwn: Bool, what: String) {
        var facts: [Candidate.Fact] = [
            .signal(.nominatedBy, "an*n"), .signal(.post, "https://forum.example/1"), .signal(.nominatedBy, "bo"),
        ]
        if isOwn { facts.append(.signal(.selfNomination, "yes")) }
        let candidate = Candidate(
            source: "", kind: .pick, title: "tea", url: "https://tea.example", content: .pick, facts: facts)
        #expect(
            form.lines(of: candidate)
                == "This week's pick is [tea](https://tea.example).\n\nThanks to [an\\*n](https://forum.example/1) for \(what)!\n"
        )
    }

    @Test func writesAQuote() {
        let quote = Quote(text: "# Tea\n\n<b> is [good](https://x.example)", attribution: "An_n_")
        let candidate = Candidate(
            source: "", kind: .quote, title: "Ann", url: "https://tea.example", content: .quote(quote))
        #expect(
            form.lines(of: candidate) == """
                > \\# Tea
                >
                > \\<b> is \\[good\\](https://x.example)

                – [An_n\\_](https://tea.example)

                """)
    }

    @Test func makesNoLinkOfAnotherScheme() {
        #expect(form.lines(of: Weekly.link("Tea", "javascript:alert(1)")) == "* Tea\n")
    }

    @Test func takesTheBulletOfTheDraft() throws {
        var form = form
        form.bullet = "-"
        let event = try Weekly.event("Tea", "https://tea.example", on: "2026-03-10", at: "Ulm, DE")
        #expect(form.lines(of: event) == "- 2026-03-10 | Ulm, DE\n    - [**Tea**](https://tea.example)\n")
    }
}
