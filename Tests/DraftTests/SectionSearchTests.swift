import Newsletter
import Testing

@testable import Draft

@Suite struct SectionSearchTests {
    private func section(
        for kind: SectionKind, _ content: Entry.Content = .link, named name: String? = nil, in sections: String
    ) throws -> String {
        let candidate = Candidate(
            source: "", kind: kind, section: name, title: "T", url: nil, content: content)
        return try SectionSearch(draft: try Weekly.draft(sections)).section(for: candidate).title
    }

    private func call(_ kind: CallForParticipation.Kind) -> Entry.Content {
        .callForParticipation(CallForParticipation(kind: kind, closes: nil, place: nil, date: nil))
    }

    @Test func tellsTasksFromCallsForSpeakers() throws {
        let sections = "## Tasks\n\n## Speakers\n"
        #expect(try section(for: .participation, call(.project), in: sections) == "Tasks")
        #expect(try section(for: .participation, call(.event), in: sections) == "Speakers")
    }

    @Test func tellsProposalsByTheirStage() throws {
        let sections = "## Approved\n\n## Final Comments\n\nThese:\n\n### Tools\n"
        let approved = Entry.Content.proposal(Proposal(stage: .approved, disposition: nil))
        let final = Entry.Content.proposal(Proposal(stage: .finalCommentPeriod, disposition: nil))
        #expect(try section(for: .proposals, approved, in: sections) == "Approved")
        // A heading without a rule of its own takes that of the one above.
        #expect(try section(for: .proposals, final, in: sections) == "Tools")
    }

    @Test func passesOverAHeadingThatHasOthersBelow() throws {
        #expect(try section(for: .links, in: "## News\n\n### Here\n") == "Here")
        #expect(try section(for: .links, named: "news", in: "## News\n\n### Here\n") == "News")
    }

    @Test func asksWhichOfSeveral() throws {
        let error = #expect(throws: Diagnostic.self) {
            try section(for: .links, in: "## News\n\n### Here\n\n### There\n")
        }
        #expect(
            error?.description
                == "draft/7.md: error: the draft has 2 sections for links. Choose one with --section: Here, There")
    }

    @Test func prefersTheOneOfItsKindAmongEqualNames() throws {
        let sections = "## News\n\n### Tools\n\n* [A](https://a.example)\n\n## Final Comments\n\n### Tools\n"
        let draft = try Weekly.draft(sections)
        #expect(SectionSearch(draft: draft).named("TOOLS:", for: .proposals)?.range.start.line == 13)
        #expect(SectionSearch(draft: draft).named("Tools", for: .links)?.range.start.line == 7)
    }

    @Test func suggestsTheNearestName() throws {
        let error = #expect(throws: Diagnostic.self) { try section(for: .links, named: "Nws", in: "## News\n") }
        #expect(error?.remedy == "Did you mean 'News'?")
    }
}
