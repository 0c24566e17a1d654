import Archive
import Newsletter
import Testing

@testable import Draft

@Suite struct DraftFillingTests {
    private func publication(_ auto: AutoRule?, kind: SectionKind = .links) -> Publication {
        var publication = Weekly.publication
        for index in publication.sections.indices where publication.sections[index].kind == kind {
            publication.sections[index].auto = auto
        }
        return publication
    }

    private func draft(_ sections: String, _ publication: Publication) throws -> WorkingDraft {
        try WorkingDraft(
            Array("Title: Weekly 7\nNumber: 7\nDate: 2026-03-04\n\n\(sections)".utf8), file: "draft/7.md",
            rules: SectionRules(publication.sections))
    }

    private func links(_ titles: String...) -> [Candidate] {
        titles.enumerated().map { index, title in
            var link = Weekly.link(title, "https://\(title.lowercased()).example", in: "News")
            link.facts = [.count(.score, 10 - index)]
            return link
        }
    }

    private func fill(
        _ draft: WorkingDraft, _ publication: Publication, _ material: [Candidate],
        _ memory: DecisionLog = DecisionLog(), sections: [String] = []
    ) throws -> DraftFilling.Outcome {
        try DraftFilling(publication, archive: .empty).filling(
            draft, remembering: memory, with: .init(candidates: material), sections: SectionChoice(sections))
    }

    @Test(
        arguments: [
            (nil, []), (AutoRule(), ["Tea", "Cake", "Milk"]), (AutoRule(best: 2), ["Tea", "Cake"]),
            (AutoRule(least: 10), ["Tea"]), (AutoRule(sources: ["other"]), []),
            (AutoRule(sources: ["test"], best: 1, least: 9), ["Tea"]),
        ] as [(AutoRule?, [String])])
    func admitsWhatTheRuleSays(rule: AutoRule?, titles: [String]) throws {
        let publication = publication(rule)
        let outcome = try fill(try draft("## News\n", publication), publication, links("Tea", "Cake", "Milk"))
        #expect(outcome.placed.map(\.title) == titles)
    }

    @Test func takesNoNextBestWhereAnEditorTookOneOut() throws {
        let publication = publication(AutoRule(best: 2))
        let first = try fill(try draft("## News\n", publication), publication, links("Tea", "Cake", "Milk"))
        let edited = try first.draft.with(
            Array(
                String(decoding: first.draft.bytes, as: UTF8.self)
                    .replacing("* [Cake](https://cake.example)\n", with: "").utf8))
        let again = try fill(edited, publication, links("Tea", "Cake", "Milk"), first.memory)
        #expect(again.draft.bytes == edited.bytes)
        #expect(again.memory.bytes == first.memory.bytes)
    }

    @Test func countsTheBestOfEachHeading() throws {
        let publication = publication(AutoRule(best: 1))
        let candidates = [
            Weekly.link("A", "https://a.example", in: "Here"), Weekly.link("B", "https://b.example", in: "There"),
            Weekly.link("C", "https://c.example", in: "Here"),
        ]
        let draft = try draft("## News\n\n### Here\n\n### There\n", publication)
        #expect(try fill(draft, publication, candidates).placed.map(\.title) == ["A", "B"])
        #expect(try fill(draft, publication, candidates, sections: ["there"]).placed.map(\.title) == ["B"])
        #expect(try fill(draft, publication, candidates, sections: ["News"]).placed.map(\.title) == ["A", "B"])
        #expect(try fill(draft, publication, candidates, sections: ["links"]).placed.count == 2)
        #expect(try fill(draft, publication, candidates, sections: ["events"]).placed.isEmpty)
    }

    @Test func placesWhatWasChosenAsItWasChosen() throws {
        var memory = DecisionLog()
        memory.remember(
            Decision(
                identity: "tea.example", decision: .chosen, by: .editor, title: "My tea", section: "There",
                source: "test"))
        let lost = try fill(try draft("## News\n", Weekly.publication), Weekly.publication, links("Tea"), memory)
        #expect(lost.faults.map(\.summary) == ["the draft has no section 'There'"])
        #expect(lost.memory.bytes == memory.bytes)
        let found = try fill(
            try draft("## News\n\n### There\n", Weekly.publication), Weekly.publication, links("Tea"), memory)
        #expect(found.draft.body.hasSuffix("### There\n\n* [My tea](https://tea.example)\n"))
        #expect(found.memory["tea.example"]?.decision == .placed)
    }

    @Test func opensGroupsOfPullRequestsInOneSection() throws {
        let publication = publication(AutoRule(), kind: .pullRequests)
        func pull(_ number: Int, _ component: String?) -> Candidate {
            Candidate(
                source: "pulls", kind: .pullRequests, section: component, title: "do \(number)",
                url: "https://github.com/o/r/pull/\(number)",
                content: .pullRequest(PullRequest(repository: "o/r", number: number)))
        }
        let sections = "## Changes\n\n<!-- here -->\n\n## Final Comments\n\n### Cargo\n"
        let outcome = try fill(
            try draft(sections, publication), publication,
            [pull(1, "Cargo"), pull(2, nil), pull(3, "Compiler"), pull(4, "Cargo"), pull(5, nil)])
        func line(_ number: Int) -> String { "* [do \(number)](https://github.com/o/r/pull/\(number))\n" }
        #expect(
            outcome.draft.body
                == "## Changes\n\n<!-- here -->\n\n\(line(2))\(line(5))\n### Cargo\n\n\(line(1))\(line(4))\n"
                + "### Compiler\n\n\(line(3))\n## Final Comments\n\n### Cargo\n")
    }
}

@Suite struct GroupOpeningTests {
    private func title(named name: String, in sections: String) throws -> String {
        let pull = Candidate(
            source: "pulls", kind: .pullRequests, section: name, title: "do", url: "https://github.com/o/r/pull/1",
            content: .pullRequest(PullRequest(repository: "o/r", number: 1)))
        let draft = try Placement(into: try Weekly.draft(sections), publication: Weekly.publication).placing(pull)
        return try #require(draft.issue.sections.first { !$0.entries.isEmpty }?.title)
    }

    @Test func takesAnEditorsWordForAnotherList() throws {
        #expect(try title(named: "news", in: "## News\n\n## Changes\n") == "News")
    }

    @Test func opensNoGroupThatIsThere() throws {
        #expect(try title(named: "CARGO", in: "## Final Comments\n\n### Cargo\n\n## Changes\n\n### Cargo\n") == "Cargo")
    }

    @Test func opensNothingWhereThereIsNoSectionForIt() throws {
        #expect(throws: Diagnostic.self) { try title(named: "Cargo", in: "## Events\n") }
    }
}

@Suite struct TriagePlacingTests {
    private func report(_ commit: String) -> Candidate {
        Candidate(
            source: "triage", kind: .triage, title: "Full report", url: "https://github.com/o/perf/blob/\(commit)/r.md",
            content: .triage, facts: [.signal(.text, "A week.\n\n# Not a heading\n\n| a | b |\n|---|---|\n| 1 | 2 |")])
    }

    @Test func placesTheExcerptWithALinkToAllOfIt() throws {
        var publication = Weekly.publication
        publication.sections.append(SectionRule(kind: .triage, headings: ["Performance"], auto: AutoRule()))
        publication.draft.report = "[Full report here]({url})."
        let draft = try WorkingDraft(
            Array("Title: W\nNumber: 7\nDate: 2026-03-04\n\n## Performance\n\n<!-- here -->\n\n## News\n".utf8),
            file: "draft/7.md", rules: SectionRules(publication.sections))
        let filling = DraftFilling(publication, archive: .empty)
        let outcome = try filling.filling(
            draft, remembering: DecisionLog(), with: .init(candidates: [report("1")]), sections: SectionChoice())
        #expect(
            outcome.draft.body == """
                ## Performance

                <!-- here -->

                A week.

                \\# Not a heading

                | a | b |
                |---|---|
                | 1 | 2 |

                [Full report here](https://github.com/o/perf/blob/1/r.md).

                ## News

                """)
        // One report is enough, also when it was corrected since.
        let again = try filling.filling(
            outcome.draft, remembering: outcome.memory, with: .init(candidates: [report("1"), report("2")]),
            sections: SectionChoice())
        #expect(again.draft.bytes == outcome.draft.bytes)
        #expect(again.faults.map(\.summary) == ["'Performance' already has a report"])
    }
}
