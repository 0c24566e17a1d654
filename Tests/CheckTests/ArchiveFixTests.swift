import Context
import Markdown
import Newsletter
import TestKit
import Testing

@testable import Check
import Text

/// What the safe fixes make of every back issue.
@Suite(.withBackIssues) struct ArchiveFixTests {
    @Test func mendsEveryIssueOnceAndKeepsItsEntries() async throws {
        let archive = try await ThisWeek.archive
        let publication = archive.context.publication
        // Only checks that offer safe fixes; of others there is nothing to apply.
        let fixing = Set(
            archive.findings.values.joined().filter { $0.fixes.contains(where: \.isSafe) }.map(\.id))
        let fixer = Fixer(Checker(archive.context, selected: fixing), publication: publication)
        let reader = IssueReader(rules: SectionRules(publication.sections))
        let files = archive.texts.keys.filter { file in
            archive.findings[file]?.contains { fixing.contains($0.id) } == true
        }
        let outcomes = await Window.map(files, jobs: 2) { file in
            Result { try FixOutcome(archive.texts[file]?.bytes ?? [], file, fixer, reader) }
        }
        var mended: Set<String> = []
        var changes: [String: [Int]] = [:]
        for (file, outcome) in zip(files, outcomes) {
            let outcome = try outcome.get()
            #expect(outcome.isStable, "fixing \(file) again changes something")
            mended.formUnion(outcome.mended)
            guard !outcome.lost.isEmpty || !outcome.gained.isEmpty else { continue }
            changes[file] = [outcome.lost.count, outcome.gained.count]
            #expect(
                !Self.reviving.isDisjoint(with: outcome.mended),
                "\(file) lost \(outcome.lost) and gained \(outcome.gained)")
        }
        #expect(mended == fixing)
        #expect(changes == Self.wantedChanges)
    }

    /// Checks whose fixes make an entry of what was none to a reader of Markdown, or give its section the usual name.
    private static let reviving: Set<String> = [
        "broken-list", "bullet-without-space", "indented-heading", "list-indentation", "misspelt-section",
        "missing-blank-line", "split-link",
    ]

    /// How many entries an issue loses and gains where a link, a bullet, a heading or what is nested comes to life, or a
    /// heading loses a colon (`Oceania:`, in three issues).
    private static let wantedChanges = [
        "content/2023-10-11-this-week-in-rust.md": [1, 1], "content/2025-09-10-this-week-in-rust.md": [1, 1],
        "content/2025-09-17-this-week-in-rust.md": [1, 1], "content/2025-09-24-this-week-in-rust.md": [1, 1],
    ]
}
