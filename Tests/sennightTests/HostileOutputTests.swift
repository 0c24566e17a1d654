import Foundation
import Newsletter
import TestKit
import Testing
import Text

/// Runs of commands over texts from strangers: titles, addresses, settings, file names, arguments, answers, branches.
@Suite(.startsProcesses) struct HostileOutputTests {
    /// As arguments and file names can hold them.
    private static let payloads = HostileText.payloads.map { $0.replacing("\u{0}", with: "") }
    private static let all = payloads.joined(separator: " ")

    private func weekly() throws -> WeeklyFolder {
        let weekly = try WeeklyFolder()
        // YAML has no pairs of surrogates.
        let short = String(String.UnicodeScalarView(Self.all.unicodeScalars.filter { $0.value < 0x1_0000 }))
        let name = String(decoding: JSONText.text(short).bytes, as: UTF8.self)
        try weekly.scratch.write(
            "sennight.yaml",
            WeeklyFolder.settings.replacing("name: Bob", with: "name: \(name)")
                + "sources:\n  - { source: feeds, name: \(name), section: Here, feeds: [\"https://a.example/\"] }\n")
        let candidates = HostileText.payloads.enumerated().map { index, payload in
            JSONText.members([
                ("identity", .text("a.example/\(index)")), ("kind", .text("links")), ("source", .text(payload)),
                ("section", .text(index < 20 ? "Here" : payload)), ("title", .text("A \(payload)")),
                ("url", .text("https://a.example/\(index)?\(payload)")),
                ("facts", .list([.list([.text("rank\(payload)"), .text(payload)])])),
            ])
        }
        let lines = candidates.map { String(decoding: $0.bytes, as: UTF8.self) + "\n" }
        try weekly.scratch.write("candidates/7/feed.jsonl", lines.joined())
        for (index, payload) in Self.payloads.enumerated() {
            let name = payload.replacing("/", with: "")
            try weekly.scratch.write("content/\(name).md", "Title: \(payload)\n\(payload)\n")
            let title = payload.replacing("\n", with: " ").replacing("\r", with: " ")
            try weekly.scratch.write(
                "names/\(index) \(name).md",
                "Title: T \(title)\nNumber: 7\nDate: 2999-03-10\n\n## S \(title)\n\n* [A \(title) ](https://b.example/\(title)?utm_source=\(title))\n\n"
                    + "## Events\n\n* 2999-03-12 \(title)\n* 2999-03-11 | \(title), DE | [\(title)](https://c.example)\n"
            )
        }
        return weekly
    }

    private func run(_ command: [String], _ weekly: WeeklyFolder) async throws -> CommandRun {
        // The folder goes with its last use.
        defer { withExtendedLifetime(weekly) {} }
        return await CommandRun.inProcess(
            command, in: weekly.scratch.path, environment: ["GITHUB_ACTIONS": "true"])
    }

    private func expectHarmless(_ run: CommandRun, _ command: [String], allowsCommands: Bool = false) {
        #expect([0, 1, 2, 64, 129].contains(run.status), "\(command)")
        for text in [run.output, run.errors] {
            // Joiners stay in JSON.
            #expect(HostileText.controls(in: text, allowsJoiners: true) == [], "\(command)")
        }
        #expect(HostileText.commands(in: run.errors) == [], "\(command)")
        #expect(allowsCommands || HostileText.commands(in: run.output) == [], "\(command)")
    }

    @Test(arguments: [
        ["candidates"], ["candidates", "--format", "json"], ["choose", "--from", "-"], ["status"],
        ["status", "--format", "json"], ["draft", "fill"], ["sources"], ["sources", "--color", "always"],
        ["finish", "--empty"], ["build"], ["check"], ["check", "--color", "always"], ["check", "content"],
        ["check", "--format", "json"], ["check", "--format", "sarif"], ["explain", all], [all], ["--\(all)"],
        ["status", "--\(all)"], ["status", "--format", all], ["add", "https://a.example/\(all)", "--title", all],
        ["add", all, "--title", all], ["add", "https://a.example/x", "--title", all, "--section", all],
        ["remove", all, "--why", all], ["move", all, "--section", all],
        ["redirect", "jobs", "https://a.example/\(all)"], ["status", "--publication", all],
        ["status", "--settings", all],
        ["status", "--draft", all], ["choose", "--from", all], ["choose", all], ["collect", all],
        ["inspect", all], ["check", all], ["check", "--select", all], ["build", "--output", "site\(all)"],
        ["merge", all, all, all], ["merge", "--driver", all, all, all, all], ["init", all, "--title", all],
        ["replay", all],
        ["comment", all, "--repository", "o/r", "--head", all, "--commit", all], ["intake", "--draft", all],
    ])
    func printsNothingThatATerminalActsOn(command: [String]) async throws {
        let weekly = try weekly()
        let run = try await run(command, weekly)
        expectHarmless(run, command)
        // It did print the payloads.
        #expect((run.output + run.errors).contains(#/u\{1B\}|u001b/#), "\(command)")
    }

    @Test(arguments: ["text", "json", "github", "sarif"])
    func checksFilesWithAnyNameAndContent(format: String) async throws {
        let weekly = try weekly()
        let names = try weekly.scratch.files(below: "names").map { "names/" + $0 }
        #expect(names.count == HostileText.payloads.count)
        let run = try await run(["check", "--color", "always", "--format", format] + names, weekly)
        expectHarmless(run, ["check", format], allowsCommands: format == "github")
        #expect(run.output.utf8.count > 10_000)
        guard format == "github" else { return }
        #expect(
            run.output.split(separator: "\n").allSatisfy { line in
                ["::error file=", "::warning file=", "::notice file="].contains { line.hasPrefix($0) }
            })
    }

    @Test(arguments: ["text", "json"])
    func inspectsFilesWithAnyNameAndContent(format: String) async throws {
        let weekly = try weekly()
        let names = try weekly.scratch.files(below: "names").map { "names/" + $0 }
        let run = try await run(["inspect", "--format", format] + names, weekly)
        expectHarmless(run, ["inspect", format])
        #expect(run.output.utf8.count > 10_000)
    }

    @Test func collectsWhateverServersAnswer() async throws {
        let titles = HostileText.payloads.map { (title: "A \($0)", url: "https://a.example/\($0)") }
        let items = titles.map { item in
            JSONText.members([
                ("id", .text(item.url)), ("url", .text(item.url)), ("title", .text(item.title)),
                ("date_published", .text("2999-03-05T10:00:00Z")),
            ])
        }
        let feed = JSONText.members([
            ("version", .text("https://jsonfeed.org/version/1.1")), ("title", .text("F")), ("items", .list(items)),
        ])
        let refusal = JSONText.members([("message", .text(HostileText.payloads.joined(separator: " ")))])
        let collecting = try CollectingWeekly(
            """
              - { source: feeds, name: blogs, section: Here, feeds: ["SERVER/feed.json", "SERVER/bad.json"] }
              - { source: github-participation, name: tasks, labels: [easy], projects: [ { repository: o/r } ], api: "SERVER" }

            """,
            pages: [
                "/feed.json": String(decoding: feed.bytes, as: UTF8.self),
                "/bad.json": String(decoding: refusal.bytes, as: UTF8.self),
                "/repos/o/r/issues?*": String(decoding: refusal.bytes, as: UTF8.self),
            ])
        for command in ["collect", "candidates", "sources"] {
            let run = await collecting.sennight(command)
            expectHarmless(run, [command])
            #expect(!(run.output + run.errors).isEmpty)
        }
        #expect(await collecting.sennight("candidates").output.contains(#"A \u{1B}[2J"#))
    }

    @Test func takesInBranchesWithAnyNameAndTitle() async throws {
        let weekly = try IntakeRepository()
        for (index, payload) in ["a\u{202E}b", "a\u{9B}2Jb", "##vso-x", "a\u{200B}"].enumerated() {
            let title = payload + " \u{1B}[2J ::error::a"
            try weekly.repository.branch(
                "pr/\(index)\(payload)", IntakeRepository.path,
                IntakeRepository.adding("* [A\(index) \(payload)](https://a.example/\(index))"), message: title)
        }
        for arguments in [["run", "--dry-run"], ["run", "--format", "json"], ["commit"]] {
            let run = await CommandRun.inProcess(
                ["intake"] + arguments + ["--branches", "pr/*"], in: weekly.repository.folder.path,
                environment: ["GITHUB_ACTIONS": "true"])
            expectHarmless(run, arguments)
            #expect(!(run.output + run.errors).isEmpty)
        }
        #expect(try weekly.draft.contains("[One]"))
    }
}
