import Foundation
import TestKit
import Testing

/// `publish` with real git and a real remote repository.
@Suite struct PublishCommandTests {
    private static let steps = ["finish", "commit", "tag", "push", "build", "next"]

    /// Leaves out what needs the web.
    private static let local = ["--skip", "verify"]

    @Test func showsThePlanAndChangesNothing() async throws {
        let weekly = try await PublishingWeekly()
        let before = try weekly.weekly.scratch.files().filter { !$0.hasPrefix(".") }
        let run = await weekly.publish()
        #expect(run.status == 0)
        for step in Self.steps { #expect(run.output.contains("\n  \(step) "), "\(run.output)") }
        #expect(run.errors.hasSuffix("Nothing was done. To publish, add --yes.\n"))
        #expect(try weekly.weekly.scratch.files().filter { !$0.hasPrefix(".") } == before)
        #expect(try await weekly.remoteGit("for-each-ref", "refs/sennight") == "")
    }

    @Test func publishesOnce() async throws {
        let weekly = try await PublishingWeekly()
        let run = await weekly.publish("--yes", "--skip", "verify")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(try await weekly.remoteRefs() == ["refs/heads/main", "refs/tags/issue-7"])
        #expect(try await weekly.commits() == ["Open the draft of issue 8", "Publish issue 7: Weekly 7", "Start"])
        #expect(try await weekly.git("status", "--porcelain") == "")
        #expect(weekly.weekly.scratch.exists("content/7.md") && !weekly.weekly.scratch.exists("draft/7.md"))
        let again = await weekly.publish("7", "--yes")
        #expect(again.status == 2)
        #expect(again.errors.contains("error: issue 7 was published by Ann <ann@tea.example> on "))
        let status = await weekly.publish("status")
        #expect(status.status == 0 && status.output.hasPrefix("Issue 7: published (Ann <ann@tea.example> on "))
    }

    @Test(
        "Says what stands in the way before the first effect",
        arguments: [
            Obstacle("a file isn't committed", ["commit: theme/x.css would be published, but isn't committed."]) {
                try $0.weekly.scratch.write("theme/x.css", "a {}\n")
            },
            Obstacle("another branch", ["commit: the branch 'other' is checked out, but 'main' is published."]) {
                try await $0.git("switch", "--quiet", "--create", "other")
            },
            Obstacle("no branch", ["commit: no branch is checked out."]) {
                try await $0.git("switch", "--quiet", "--detach")
            },
            Obstacle("the remote is gone", ["git ls-remote failed: fatal: '"]) {
                try FileManager.default.removeItem(atPath: $0.remote.path)
            },
            Obstacle(
                "the draft has an error",
                ["error: finish: checks found 1 error in the draft, first the link has no address"]
            ) {
                let text = try $0.weekly.scratch.text("draft/7.md")
                try $0.weekly.scratch.write("draft/7.md", text.replacing("https://new.example/1", with: ""))
            },
            Obstacle("no such issue", ["error: issue 99 not found."], "99") { _ in },
            Obstacle("an old issue", ["error: issue 5 is older than issue 6"], "5") {
                try $0.weekly.scratch.write(
                    "content/5.md", "Title: Weekly 5\nNumber: 5\nDate: 2999-02-24\n\n## News\n")
            },
            Obstacle("a date in the future", ["finish: draft/7.md has the date 2999-03-10, and the settings hold back"])
            {
                try await $0.changeSettings("held-back:\n  future: true\n")
            },
            Obstacle("an issue held back by name", ["finish: the settings hold back content/7.md."]) {
                try await $0.changeSettings("held-back:\n  issues: [content/7.md]\n")
            },
            Obstacle("an issue held back by its header", ["finish: draft/7.md would be held back from the site: "]) {
                let text = try $0.weekly.scratch.text("draft/7.md")
                try $0.weekly.scratch.write("draft/7.md", "draft: true\n" + text)
            },
            Obstacle("a step that doesn't exist", ["error: the plan has no step 'tweet'."], "--skip", "tweet") { _ in },
            Obstacle("a step that is needed", ["error: the step 'build' can't be left out."], "--skip", "build") { _ in
            },
        ])
    func refuses(obstacle: Obstacle) async throws {
        let weekly = try await PublishingWeekly("publish:\n  branch: main\n  wait: 0\n")
        try await obstacle.prepare(weekly)
        let run = await CommandRun.inProcess(
            ["publish", "--yes", "--skip", "verify"] + obstacle.arguments, in: weekly.weekly.scratch.path,
            environment: ["NO_COLOR": "1"])
        #expect(run.status != 0)
        for text in obstacle.messages { #expect(run.errors.contains(text), "\(run.output)\(run.errors)") }
        #expect(weekly.weekly.scratch.exists("draft/7.md"))
        if FileManager.default.fileExists(atPath: weekly.remote.path) {
            #expect(try await weekly.remoteGit("for-each-ref", "refs/sennight") == "")
            #expect(try await weekly.commits() == ["Start"])
        }
    }

    struct Obstacle: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let messages: [String]
        let arguments: [String]
        let prepare: @Sendable (PublishingWeekly) async throws -> Void

        init(
            _ name: String, _ messages: [String], _ arguments: String...,
            prepare: @escaping @Sendable (PublishingWeekly) async throws -> Void
        ) {
            testDescription = name
            self.messages = messages
            self.arguments = arguments
            self.prepare = prepare
        }
    }

    @Test func mergesWhatOthersHavePushedByEntries() async throws {
        let weekly = try await PublishingWeekly()
        let other = try await weekly.clone()
        let text = try other.text("draft/7.md").replacing(
            "### There\n", with: "### There\n\n* [Theirs](https://their.example/1)\n")
        try other.write("draft/7.md", text)
        try other.write("content/images/note.txt", "x")
        try await PublishingWeekly.git("add", "--all", in: other.path)
        try await PublishingWeekly.git("commit", "--quiet", "--message=Theirs", in: other.path)
        try await PublishingWeekly.git("push", "--quiet", in: other.path)
        let run = await weekly.publish("--yes", "--skip", "verify")
        // The draft that they changed was moved: only a person can say what their change means now.
        #expect(run.status == 1 && run.errors.contains("Not complete: push"), "\(run.output)\(run.errors)")
        #expect(run.output.contains("conflicts with this clone; merge it by hand"))
        #expect(try await weekly.git("status", "--porcelain") == "", "the merge was taken back")
    }

    @Test func pushesOnTopOfWhatOthersHavePushed() async throws {
        let weekly = try await PublishingWeekly()
        let other = try await weekly.clone()
        try other.write("content/images/note.txt", "x")
        try await PublishingWeekly.git("add", "--all", in: other.path)
        try await PublishingWeekly.git("commit", "--quiet", "--message=Theirs", in: other.path)
        try await PublishingWeekly.git("push", "--quiet", in: other.path)
        let run = await weekly.publish("--yes", "--skip", "verify")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(try await weekly.commits().contains("Theirs"))
    }

    @Test func continuesAfterAStopBetweenAddingAndCommitting() async throws {
        let weekly = try await PublishingWeekly()
        let text = try weekly.weekly.scratch.text("draft/7.md")
        try weekly.weekly.scratch.write("content/7.md", text)
        try FileManager.default.removeItem(atPath: weekly.weekly.scratch.path("draft/7.md"))
        try await weekly.git("add", "--all")
        let run = await weekly.publish("7", "--yes", "--skip", "verify")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(try await weekly.git("status", "--porcelain") == "")
        #expect(try await weekly.commits().contains("Publish issue 7: Weekly 7"))
    }

    @Test func tellsASecondPublisherWhoHoldsTheIssue() async throws {
        let weekly = try await PublishingWeekly(
            "publish:\n  tag: \"issue-{number}\"\n  wait: 0\n  deploy: [ { target: command, run: [\"false\"] } ]\n")
        let other = try await weekly.clone()
        let first = await weekly.publish("--yes", "--skip", "verify")
        #expect(first.status == 1, "\(first.output)\(first.errors)")
        try await PublishingWeekly.git("pull", "--quiet", in: other.path)
        let second = await weekly.publish("7", "--yes", in: other)
        #expect(second.status == 2)
        #expect(
            second.errors.contains("error: issue 7 is being published by Ann <ann@tea.example> on "), "\(second.errors)"
        )
        #expect(second.errors.contains("--take-over --yes'"))
        let third = await weekly.publish("skip", "command", "--why", "not now", "--issue", "7", in: other)
        #expect(third.status == 2, "another's plan isn't changed")
        let decided = await weekly.publish(
            "skip", "command", "--why", "it did nothing", "--issue", "7", "--take-over", in: other)
        // It was the last open step.
        #expect(
            decided.output.hasPrefix("Issue 7: published (Bob <bob@tea.example> on "),
            "\(decided.output)\(decided.errors)")
        let late = await weekly.publish("7", "--yes")
        #expect(late.status == 2)
        #expect(late.errors.contains("issue 7 was published by Bob <bob@tea.example> on "), "\(late.errors)")
    }
}
