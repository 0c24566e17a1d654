import Archive
import Newsletter
import Testing

@testable import Draft

@Suite struct TotalSentencesTests {
    private let publication: Publication = {
        var publication = Weekly.publication
        for index in publication.sections.indices where publication.sections[index].kind == .pullRequests {
            publication.sections[index].total =
                "{count} pull requests were [merged in the last week][merged]\n\n[merged]: {url}"
            publication.sections[index].auto = AutoRule()
        }
        return publication
    }()

    private func draft(_ sections: String) throws -> WorkingDraft {
        try WorkingDraft(
            Array("Title: Weekly 7\nNumber: 7\nDate: 2026-03-04\n\n\(sections)".utf8), file: "draft/7.md",
            rules: SectionRules(publication.sections))
    }

    private func write(_ count: Int, in draft: WorkingDraft, _ memory: DecisionLog = DecisionLog()) throws
        -> (draft: WorkingDraft, memory: DecisionLog)
    {
        try TotalSentences(publication).written(
            [Total(source: "pulls", count: count, url: "https://f.example/search?n=\(count)")], in: draft,
            remembering: memory)
    }

    private func sentence(_ count: Int) -> String {
        "\(count) pull requests were [merged in the last week][merged]\n\n[merged]: https://f.example/search?n=\(count)\n"
    }

    private let item = "* [do](https://github.com/o/r/pull/1)\n"

    @Test(arguments: [
        ("## Changes\n", "## Changes\n\nSENTENCE"),
        ("## Changes\n\n<!-- here -->\n\n## News\n", "## Changes\n\n<!-- here -->\n\nSENTENCE\n## News\n"),
        ("## Changes\nITEM", "## Changes\n\nSENTENCE\nITEM"),
        ("## Changes\n\n### Cargo\n\nITEM", "## Changes\n\nSENTENCE\n### Cargo\n\nITEM"),
    ])
    func standsAboveTheList(before: String, after: String) throws {
        func text(_ form: String) -> String {
            form.replacing("SENTENCE", with: sentence(297)).replacing("ITEM", with: item)
        }
        #expect(try write(297, in: try draft(text(before))).draft.body == text(after))
    }

    @Test func followsTheCountUntilAnEditorChangesIt() throws {
        let first = try write(200, in: try draft("## Changes\n"))
        let second = try write(297, in: first.draft, first.memory)
        #expect(second.draft.body == "## Changes\n\n" + sentence(297))
        #expect(try write(297, in: second.draft, second.memory).draft.bytes == second.draft.bytes)
        let own = try draft(second.draft.body.replacing("297 pull", with: "About 300 pull"))
        #expect(try write(301, in: own, second.memory).draft.bytes == own.bytes)
        let without = try draft("## Changes\n")
        #expect(try write(301, in: without, second.memory).draft.bytes == without.bytes)
    }

    @Test func leavesASentenceThatAnEditorWrote() throws {
        let own = try draft("## Changes\n\nSome pull requests were [merged in the last week][merged]\n")
        let (after, memory) = try write(297, in: own)
        #expect(after.bytes == own.bytes)
        #expect(try write(298, in: own, memory).draft.bytes == own.bytes)
    }

    @Test func listsPullRequestsBelowIt() throws {
        let (draft, memory) = try write(297, in: try draft("## Changes\n\n<!-- here -->\n\n## News\n"))
        let pull = Candidate(
            source: "pulls", kind: .pullRequests, title: "do", url: "https://github.com/o/r/pull/1",
            content: .pullRequest(PullRequest(repository: "o/r", number: 1)))
        let outcome = try DraftFilling(publication, archive: .empty).filling(
            draft, remembering: memory, with: .init(candidates: [pull]), sections: SectionChoice())
        #expect(outcome.draft.body == "## Changes\n\n<!-- here -->\n\n\(sentence(297))\n\(item)\n## News\n")
    }
}

@Suite struct EndedEntriesTests {
    @Test func namesWhatHasEnded() throws {
        let draft = try Weekly.draft(
            "## Tasks\n\n* [Boil](https://github.com/o/r/issues/1)\n* [Pour](https://github.com/o/r/issues/2)\n")
        let resolution = Resolution(
            source: "tasks", url: "https://github.com/o/r/issues/2/", title: "Pour", outcome: .closed, time: nil)
        #expect(
            EndedEntries([resolution]).diagnostics(in: draft).map(\.description) == [
                "draft/7.md:8:1: warning: 'Pour' was closed. To remove the entry, run 'sennight remove https://github.com/o/r/issues/2 --why closed'"
            ])
    }
}
