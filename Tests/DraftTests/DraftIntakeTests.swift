import Foundation
import TestKit
import Testing

@testable import Draft

/// Taking real pull requests into the drafts that editors had at that moment.
struct DraftIntakeTests {
    @Test(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint)), arguments: try RealMerge.all())
    func keepsWhatEditorsHaveAndTakesNothingTwice(_ merge: RealMerge) throws {
        let intake = DraftIntake(
            .init(base: merge.base, branch: merge.branch), into: merge.main, name: merge.name)
        guard intake.conflicts.isEmpty else { return }
        let (before, after) = (DraftPieces(merge.main).all, DraftPieces(intake.draft).all)

        // Every entry of the draft that the pull request did not touch stands where it stood among the others.
        let touched = Set(intake.changes.map(\.identity)).union(
            intake.changes.compactMap { $0.before.map { DraftPieces(Array($0.utf8)).all[0].identity } })
        let untouched = before.filter { !touched.contains($0.identity) && $0.piece.key.isEntry }.map(\.identity)
        let isKept = after.map(\.identity).filter(Set(untouched).contains) == untouched
        #expect(isKept)

        // Nothing is missing right after, and a second time changes nothing.
        let presence = EntryPresence(draft: intake.draft, committed: merge.main, changes: intake.changes)
        #expect(presence.missing(of: intake.changes).map(\.identity) == [])
        let again = DraftIntake(
            .init(base: merge.base, branch: merge.branch), into: intake.draft, name: merge.name)
        #expect(again.draft == intake.draft && again.conflicts.isEmpty)
    }
}

/// What a pull request must not do to a draft on the way.
struct IntakeLimitsTests {
    private static let draft = "Title: Weekly 7\nNumber: 7\nDate: 2026-03-04\n\n## News\n\n* [A](https://a.example)\n"

    private func take(_ branch: String, into draft: String = draft) -> (intake: DraftIntake, text: String) {
        let intake = DraftIntake(
            .init(base: Array(Self.draft.utf8), branch: Array(branch.utf8)), into: Array(draft.utf8), name: "pr/b")
        return (intake, String(decoding: intake.draft, as: UTF8.self))
    }

    @Test(
        "Leaves out a change of which issue it is",
        arguments: ["Title: Weekly 7\n", "Number: 7\n", "Date: 2026-03-04\n"])
    func keepsWhichIssueItIs(line: String) {
        for other in [line.replacing("7", with: "8").replacing("03", with: "04"), ""] {
            let branch = Self.draft.replacing(line, with: other) + "* [B](https://b.example)\n"
            let (intake, text) = take(branch)
            #expect(text == Self.draft + "* [B](https://b.example)\n")
            #expect(
                intake.notes == [
                    "the pull request changes the draft's \(line.prefix { $0 != ":" }); that change was left out"
                ])
            // So that it stays open, and is listed.
            let presence = EntryPresence(
                draft: intake.draft, committed: Array(Self.draft.utf8), changes: intake.changes)
            #expect(presence.missing(of: intake.changes).count == 1)
        }
    }

    @Test func keepsTheDraftsLineEnds() {
        let branch = (Self.draft + "* [B](https://b.example)\n").replacing("\n", with: "\r\n")
        let (intake, text) = take(branch)
        #expect(text == Self.draft + "* [B](https://b.example)\n")
        #expect(intake.changes.count == 1)
        #expect(take(branch, into: Self.draft.replacing("\n", with: "\r\n")).text == branch)
    }
}

/// A pull request with the versions of its draft.
struct RealMerge: Sendable, CustomTestStringConvertible {
    var name: String
    var base: [UInt8]
    var main: [UInt8]
    var branch: [UInt8]

    var testDescription: String { name }

    static func all() throws -> [RealMerge] {
        guard TestData.isPresent else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: TestData.path("merges")).sorted().map { name in
            func version(_ version: String) throws -> [UInt8] {
                try Array(Data(contentsOf: URL(filePath: TestData.path("merges/\(name)/\(version).md"))))
            }
            return RealMerge(
                name: name, base: try version("base"), main: try version("main"), branch: try version("branch"))
        }
    }
}
