import Foundation
import Markdown
import Newsletter
import Settings
import TestKit
import Testing

@testable import Check

/// What the safe fixes make of the sample issues.
@Suite struct SampleFixTests {
    private static func archive() async throws -> CheckedArchive {
        let text = try String(contentsOfFile: SampleIssues.settingsFile, encoding: .utf8)
        let publication = try SettingsReader.publication(from: text, file: SampleIssues.settingsFile) { _ in "" }
        var texts: [String: [UInt8]] = [:]
        for name in SampleIssues.names { texts["content/" + name] = try SampleIssues.bytes(of: name) }
        return try await CheckedArchive(of: publication, issues: texts)
    }

    @Test func fixesEveryIssueOnceAndKeepsItsEntries() async throws {
        let archive = try await Self.archive()
        let publication = archive.context.publication
        let fixer = Fixer(Checker(archive.context), publication: publication)
        let reader = IssueReader(rules: SectionRules(publication.sections))
        var fixed: Set<String> = []
        for (file, text) in archive.texts {
            let outcome = try FixOutcome(text.bytes, file, fixer, reader)
            #expect(outcome.isStable, "fixing \(file) again changes something")
            #expect(
                outcome.lost.isEmpty && outcome.gained.isEmpty,
                "\(file) lost \(outcome.lost) and gained \(outcome.gained)")
            fixed.formUnion(outcome.mended)
        }
        #expect(fixed == ["brackets-in-url", "list-indentation", "list-marker", "tracking-parameter"])
    }

    @Test func findsTheSameInEveryRun() async throws {
        let lines = try await Self.archive().findings.sorted { $0.key < $1.key }.flatMap { _, findings in
            findings.map { "\($0.file):\($0.range.start.line): \($0.severity): \($0.summary) [\($0.id)]\n" }
        }
        #expect(Golden.difference(Array(lines.joined().utf8), from: "issues/findings.txt") == nil)
    }
}
