import Foundation
import Newsletter
import Newsroom
import Publish
import TestKit
import Testing

/// A whole publication with the real steps, in which each effect on the outside world fails, or the run ends there.
@Suite(.startsProcesses) struct PublicationFaultTests {
    static let complete = PublishedWeekly.Effects(
        tags: ["issue-7"],
        commits: [
            "Link the discussion of issue 7", "Open the draft of issue 8", "Publish issue 7: Weekly 7", "Start",
        ],
        posts: [1, 1, 1], pulls: ["comment 41", "close 41"], mails: ["reader1@example.org", "reader2@example.org"],
        programs: 1, isOnline: true, hasDiscussion: true, resolution: .complete)

    @Test func endsCompleteWithEachEffectOnce() async throws {
        let template = try await PublishedWeekly.template()
        let calm = EffectScript()
        let weekly = try template.copy()
        #expect(try await weekly.publish(calm).open.isEmpty)
        let effects = try await weekly.effects()
        #expect(effects == Self.complete, "\(effects)")

        let interruptions = Self.interruptions(of: calm.names)
        #expect(interruptions.count > 20)
        var questions = 0
        try await withThrowingTaskGroup(of: Int.self) { group in
            var rest = interruptions[...]
            // As many at once as a small machine has processors.
            for interruption in rest.prefix(3) {
                group.addTask { try await Self.trial(template, interruption, calm.names[interruption.index]) }
            }
            rest = rest.dropFirst(3)
            while let asked = try await group.next() {
                questions += asked
                guard let next = rest.popFirst() else { continue }
                group.addTask { try await Self.trial(template, next, calm.names[next.index]) }
            }
        }
        // Only the program can't be asked whether it did its work.
        #expect(questions > 0)
    }

    /// A way to interrupt each effect that others can see, and a sample of those that only this clone and the journal have.
    /// With `SENNIGHT_ALL_FAULTS=1`, every way, and a larger sample, which takes minutes.
    private static func interruptions(of names: [String]) -> [EffectScript.Interruption] {
        let isAll = ProcessInfo.processInfo.environment["SENNIGHT_ALL_FAULTS"] == "1"
        var generator = SeededGenerator(seed: 18)
        let all = [(true, true), (false, false), (true, false), (false, true)]
        let inside = [
            "store", "write", "remove", "git push refs/sennight", "publish site",
            "POST https://bsky.example/xrpc/com.atproto.server",
        ]
        return names.enumerated().flatMap { index, name -> [EffectScript.Interruption] in
            let isSampled = Int.random(in: 0..<32, using: &generator) < (isAll ? 8 : 1)
            let isInside = inside.contains { name.hasPrefix($0) } && name != "write points.yaml"
            if isInside, !isSampled { return [] }
            let way = (index + 1) % all.count
            let ways = isAll && !isInside ? all[...] : all[way...way]
            // A file system never says that it failed to do what it has done.
            let isLocal = ["write", "move", "remove"].contains { name.hasPrefix($0) }
            return ways.filter { !isLocal || $0 != (false, true) }.map {
                .init(index: index, isKill: $0.0, isAfter: $0.1)
            }
        }
    }

    /// - Returns: how often a person had to decide.
    private static func trial(_ template: PublishedWeekly, _ interruption: EffectScript.Interruption, _ name: String)
        async throws -> Int
    {
        let weekly = try template.copy()
        let label: Comment = "\(name), \(interruption)"
        let script = EffectScript(interruption)
        var journal: PublishJournal?
        do {
            journal = try await weekly.publish(script)
        } catch {
            // What matters is what the next run finds.
        }
        // A run that had no answer to its last effect doesn't report success.
        if interruption.isKill, let journal { #expect(!journal.open.isEmpty || journal.resolution == nil, label) }
        var questions = 0
        for _ in 0..<8 where journal?.open.isEmpty != true {
            weekly.wait(seconds: 120)
            do {
                journal = try await weekly.publish()
            } catch let fault as Diagnostic where fault.summary.contains("was published by Ann") {
                journal = try await weekly.remoteJournal()
            }
            for step in journal?.open ?? [] where step.state == .uncertain {
                questions += 1
                #expect(step.name == "command", label)
                let kind: StepDecision.Kind =
                    weekly.programs > 0 ? .skip(step: step.name, why: "it ran") : .retry(step: step.name)
                _ = try await StepDecision(weekly.publishing(), issue: 7, kind).run()
            }
        }
        #expect(journal?.open.isEmpty == true, "\(label): \(journal?.open ?? [])")
        let effects = try await weekly.effects()
        var expected = complete
        if name == "mail", !interruption.isAfter { #expect(effects.mails.count == 1, label) }
        // A message is written down as being sent before it is, so a stop in between leaves the same traces.
        if ["mail", "store", "write sequence"].contains(name), effects.mails.count == 1 {
            // Whether the server had accepted it can't be found out, so it isn't sent again.
            expected.mails = effects.mails
            #expect(journal?["send"]?.result?.summary == "1 of 2 accepted, 1 uncertain", label)
        }
        #expect(effects == expected, "\(label): \(effects)")
        return questions
    }
}
