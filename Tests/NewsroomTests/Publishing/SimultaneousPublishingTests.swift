import Newsletter
import Newsroom
import Publish
import TestKit
import Testing

/// Two people who publish one issue from two clones of one remote.
@Suite(.startsProcesses) struct SimultaneousPublishingTests {
    @Test(.timeLimit(.minutes(20))) func letsOnePublishAndTellsTheOther() async throws {
        let weekly = try await PublishedWeekly.template()
        try await weekly.clone(of: "Bob")
        let meeting = Meeting()
        async let ann = Self.outcome(weekly, "clone", meeting)
        async let bob = Self.outcome(weekly, "Bob", meeting)
        let outcomes = [
            ("clone", "Ann <ann@example.org>", try await ann), ("Bob", "Bob <bob@example.org>", try await bob),
        ]

        let winners = outcomes.filter { $0.2 == nil }
        let (_, winner, _) = try #require(winners.first)
        let (loser, _, refusal) = try #require(outcomes.first { $0.2 != nil })
        #expect(winners.count == 1)
        #expect(
            refusal?.hasPrefix("issue 7 is being published by \(winner) on desk, since 2026-07-01T12:00:00Z") == true)
        let effects = try await weekly.effects()
        #expect(effects == PublicationFaultTests.complete, "\(effects)")
        let clone = weekly.folder.path(loser)
        #expect(try await PublishedWeekly.git("status", "--porcelain", in: clone) == "")
        #expect(try await PublishedWeekly.git("log", "--format=%s", in: clone) == "Start")
        let late = try await Self.outcome(weekly, loser, nil)
        #expect(late?.hasPrefix("issue 7 was published by \(winner) on desk") == true)
        // Their plan isn't left open, so that the next issue is published by default.
        let journals = try await PublishStatus.journals(weekly.publishing(clone: loser))
        #expect(journals.map(\.resolution) == [.complete])
    }

    /// - Returns: why the issue wasn't published; nil if it was.
    private static func outcome(_ weekly: PublishedWeekly, _ clone: String, _ meeting: Meeting?) async throws -> String?
    {
        do {
            let journal = try await weekly.publish(EffectScript(meeting: meeting), clone: clone)
            #expect(journal.open.isEmpty, "\(journal.open)")
            return nil
        } catch let fault as Diagnostic {
            return fault.summary
        }
    }
}
