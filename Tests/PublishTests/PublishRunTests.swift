import Synchronization
import Testing

@testable import Publish

/// Every fault of every step, with the publisher killed at every moment before, during and after each effect.
@Suite struct PublishRunTests {
    private func steps(_ world: ModelWorld) -> [any PublishStep] {
        [
            ModelStep(world: world, name: "push"), ModelStep(world: world, name: "deploy", needs: ["push"]),
            ModelStep(world: world, name: "command", needs: ["push"], isKnown: false),
            ModelStep(world: world, name: "post", needs: ["deploy"]),
        ]
    }

    private func run(_ world: ModelWorld) async throws -> PublishJournal {
        let steps = steps(world)
        let journal = world.state.withLock { $0.journal } ?? world.plan(steps)
        return try await PublishRun(steps, keeper: world.keeper, clock: world.clock).run(journal, world.request())
    }

    /// Runs until nothing changes any more; where a step is uncertain, a person looks at the target and decides.
    private func resume(_ world: ModelWorld, uncertain: inout Int) async throws -> PublishJournal {
        world.state.withLock { $0.left = nil }
        for _ in 0..<6 {
            var journal = try await run(world)
            if journal.open.isEmpty { return journal }
            for record in journal.steps where record.state == .uncertain {
                uncertain += 1
                var decided = record
                decided.state = world.state.withLock { $0.effects[record.name] } == nil ? .planned : .skipped
                journal[record.name] = decided
            }
            world.state.withLock { state in
                state.time += 120
                state.journal = journal
            }
        }
        return try #require(world.state.withLock { $0.journal })
    }

    @Test(arguments: ["push", "deploy", "command", "post"])
    func endsCompleteWithEachEffectOnce(step: String) async throws {
        for fault in ModelWorld.Fault.allCases {
            var moments = 1
            var kill = 0
            var uncertain = 0
            while kill <= moments {
                let world = ModelWorld()
                world.state.withLock { state in
                    state.faults[step] = [fault]
                    state.left = kill
                }
                // Throws if it is killed; what matters is what the next run finds.
                _ = try? await run(world)
                moments = max(moments, world.state.withLock { $0.moments })
                let journal = try await resume(world, uncertain: &uncertain)
                let effects = world.state.withLock { $0.effects }
                #expect(journal.open.isEmpty, "\(step) \(fault) \(kill): \(journal.open)")
                #expect(journal.resolution == .complete || journal.steps.contains { $0.state == .skipped })
                #expect(
                    effects == ["push": 1, "deploy": 1, "command": 1, "post": 1], "\(step) \(fault), killed at \(kill)")
                kill += 1
            }
            #expect(kill > 5)
            // Only the target that can't be asked leaves a question.
            if step == "command", fault == .dropsAfterAccepting { #expect(uncertain > 0) }
        }
    }

    @Test func neverRepeatsWhatCannotBeAsked() async throws {
        let world = ModelWorld()
        world.state.withLock { $0.faults["command"] = [.dropsAfterAccepting] }
        for _ in 0..<3 {
            let journal = try await run(world)
            #expect(journal["command"]?.state == .uncertain)
            #expect(journal["post"]?.state == .done, "one step stops no other")
        }
        #expect(world.state.withLock { $0.effects["command"] } == 1)
    }

    @Test func waitsAsLongAsTheTargetAsks() async throws {
        let world = ModelWorld()
        world.state.withLock { $0.faults["post"] = [.limitsTheRate] }
        #expect(try await run(world)["post"]?.notBefore == 1_800_000_060)
        #expect(try await run(world)["post"]?.attempts == 1)
        world.state.withLock { $0.time += 60 }
        #expect(try await run(world).open.isEmpty)
    }

    @Test func leavesWhatDependsOnAFailedStep() async throws {
        let world = ModelWorld()
        world.state.withLock { $0.faults["deploy"] = [.refuses] }
        let journal = try await run(world)
        #expect(journal.steps.map(\.state) == [.done, .failed, .done, .planned])
        #expect(journal["deploy"]?.reason == "refused. Correct it")
    }

    @Test func stopsBeforeTheNextStep() async throws {
        let world = ModelWorld()
        let steps = steps(world)
        let done = Mutex(0)
        let run = PublishRun(
            steps, keeper: world.keeper, clock: world.clock, isStopped: { done.withLock { $0 } > 0 },
            report: { record in if record.state == .done { done.withLock { $0 += 1 } } })
        let journal = try await run.run(world.plan(steps), world.request())
        #expect(journal.steps.map(\.state) == [.done, .planned, .planned, .planned])
    }

    @Test func refusesAPlanWhoseStepTheSettingsNoLongerHave() async throws {
        let world = ModelWorld()
        let plan = world.plan(steps(world) + [ModelStep(world: world, name: "old")])
        await #expect(throws: (any Error).self) {
            try await PublishRun(steps(world), keeper: world.keeper, clock: world.clock).run(plan, world.request())
        }
        #expect(world.state.withLock { $0.effects }.isEmpty)
    }
}
