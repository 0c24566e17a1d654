import Newsletter
import Testing
import Text

@testable import Archive
@testable import Check
@testable import Draft

/// Candidates, `add`, checks and merges agree on what is the same, for each pair of ``IdentityTable``.
@Suite struct IdentityTests {
    typealias Relation = EntryIdentity.Resemblance

    @Test func hasManyPairs() {
        let all = IdentityTable.links.count + IdentityTable.events.count
        #expect(all >= 120, "\(all)")
    }

    @Test("Agree on links", arguments: IdentityTable.links)
    func agreeOnLinks(pair: IdentityTable.Links) throws {
        let (one, other) = (link(pair.one), link(pair.other))
        #expect(EntryIdentity(link: pair.one).resemblance(to: EntryIdentity(link: pair.other)) == pair.relation)
        try agree(one, other, pair.relation, merged: pair.relation)
        guard pair.one.contains("/pull/") else { return }
        // News about a pull request, and the pull request among those that were merged.
        var pull = one
        pull.kind = .pullRequests
        pull.content = .pullRequest(PullRequest(repository: "o/r", number: 1))
        try agree(pull, other, pair.relation, merged: nil)
    }

    @Test("Agree on events", arguments: IdentityTable.events)
    func agreeOnEvents(pair: IdentityTable.Events) throws {
        let (one, other) = (try #require(pair.one.candidate), try #require(pair.other.candidate))
        try agree(one, other, pair.relation, merged: pair.relation)
    }

    @Test("Agree on quotes", arguments: IdentityTable.quotes)
    func agreeOnQuotes(pair: IdentityTable.Quotes) throws {
        let (one, other) = (pair.one.candidate, pair.other.candidate)
        #expect(inPool(one, other) == (pair.relation == .same ? 1 : 2), "candidates")
        #expect(try whenAdded(one, other) == pair.relation, "add")
        #expect(try whenAdded(other, one) == pair.relation, "add, the other way round")
        // A page that is quoted may also be among the links.
        #expect(try whenAdded(one, link(pair.one.url)) == .different)
        #expect(inPool(one, link(pair.one.url)) == 2)
    }

    /// - Parameter merged: nil for what merges don't decide, because it is in two sections.
    private func agree(_ one: Candidate, _ other: Candidate, _ relation: Relation, merged: Relation?) throws {
        #expect(inPool(one, other) == (relation == .same ? 1 : 2), "candidates")
        #expect(inPool(other, one) == (relation == .same ? 1 : 2), "candidates, the other way round")
        #expect(try whenAdded(one, other) == relation, "add")
        #expect(try whenAdded(other, one) == relation, "add, the other way round")
        #expect(try whenChecked(one, other) == relation, "check")
        if let merged {
            #expect(try whenMerged(one, other) == (merged == .same ? 1 : 2), "merge")
        }
    }

    // MARK: Candidates

    private func inPool(_ candidates: Candidate...) -> Int {
        let files = candidates.map { candidate in
            var file = CandidateFile()
            file.add([candidate])
            return file
        }
        return CandidatePool(files).candidates.count
    }

    // MARK: add

    /// What `add` says about the second one if the first one is in the draft.
    private func whenAdded(_ one: Candidate, _ other: Candidate) throws -> Relation {
        let draft = try Self.draft(lines: try line(of: one))
        let duplicates = Duplicates(of: draft, archive: .empty, last: 6)
        if duplicates.fault(of: other) != nil { return .same }
        return duplicates.hint(on: other) != nil ? .samePage : .different
    }

    // MARK: check

    private func whenChecked(_ one: Candidate, _ other: Candidate) throws -> Relation {
        let draft = try Self.draft(lines: try line(of: one), try line(of: other))
        let checker = Checker(
            CheckContext(publication: Self.publication, archive: .empty), selected: ["duplicate-link", "event-twice"])
        let findings = try checker.findings(in: draft.bytes, file: "draft/7.md")
        #expect(findings.count <= 1)
        return findings.first.map { $0.severity == .hint ? .samePage : .same } ?? .different
    }

    // MARK: merge

    /// How many entries there are if each side adds one.
    private func whenMerged(_ one: Candidate, _ other: Candidate) throws -> Int {
        let outcome = IssueMerge.merge(
            base: try Self.draft().bytes, main: try Self.draft(lines: try line(of: one)).bytes,
            branch: try Self.draft(lines: try line(of: other)).bytes)
        // Two spellings of one place or organiser are a conflict within one entry.
        if !outcome.conflicts.isEmpty { return 1 }
        return String(decoding: outcome.bytes, as: UTF8.self).split(separator: "\n").count { $0.hasPrefix("* ") }
    }

    // MARK: Issues

    private static let publication: Publication = {
        var publication = Publication(title: "Weekly", address: "https://weekly.example/")
        publication.sections = [
            SectionRule(kind: .links, headings: ["News"]), SectionRule(kind: .pullRequests, headings: ["Changes"]),
            SectionRule(kind: .events, headings: ["Events"]), SectionRule(kind: .quote, headings: ["Quote"]),
        ]
        return publication
    }()

    private func link(_ url: String) -> Candidate {
        Candidate(source: "test", kind: .links, title: "Tea", url: url)
    }

    private func line(of candidate: Candidate) throws -> (kind: SectionKind, text: String) {
        let placement = Placement(into: try Self.draft(), publication: Self.publication)
        return (candidate.kind, placement.lines(of: candidate))
    }

    private static func draft(lines: (kind: SectionKind, text: String)...) throws -> WorkingDraft {
        func all(_ kind: SectionKind) -> String { lines.filter { $0.kind == kind }.map(\.text).joined() }
        let text = """
            Title: Weekly 7
            Number: 7
            Date: 2026-03-04

            ## News

            \(all(.links))
            ## Changes

            \(all(.pullRequests))
            ## Quote

            \(all(.quote))
            ## Events

            ### Europe

            \(all(.events))
            """
        return try WorkingDraft(
            Array(text.utf8), file: "draft/7.md", rules: SectionRules(publication.sections))
    }
}
