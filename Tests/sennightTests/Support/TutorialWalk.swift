import Foundation
import TestKit
import Testing
import Text

/// A reader of the tutorial, in a folder of the test's own.
///
/// The guide is written for one day, and the reader begins today: all dates are shifted but those of the recorded feeds.
struct TutorialWalk {
    /// The lines that were run so far, with shifted dates.
    private(set) var commands: [String] = []
    private let scratch: ScratchFolder
    private var folder: String
    private var environment: [String: String?]
    /// What the guide calls a server's address, and where it answers in this test.
    private var addresses: [String: String] = [:]
    /// Kept running until the test is over.
    private var servers: [RunningServer] = []
    /// The day that the guide begins on.
    private let firstDay: CalendarDate
    /// From the guide's day to today.
    private var days = 0

    init(in scratch: ScratchFolder, firstDay: CalendarDate) throws {
        self.scratch = scratch
        self.firstDay = firstDay
        folder = scratch.path
        let program = URL(filePath: try CommandRun.program()).deletingLastPathComponent().path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        environment = [
            "PATH": program + ":" + path, "HOME": scratch.path, "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "ann@example.org",
            "GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "ann@example.org",
            // The reader's editor: takes every candidate.
            "VISUAL": "sed -i.before -e 's/^no /add/'", "EDITOR": nil, "SENNIGHT_REPLAY": nil, "NO_COLOR": "1",
        ]
    }

    mutating func take(_ block: TutorialBlock) async throws {
        switch block {
        case .commands(let steps): for step in steps { try await run(step) }
        case .server(let step): try start(step)
        case .edit(let edit, let text): try make(edit, text)
        }
    }

    private mutating func run(_ step: TutorialBlock.Step) async throws {
        let line = step.line.contains("--since") ? step.line : shifted(step.line)
        commands.append(line)
        if let match = line.wholeMatch(of: /cd (\S+)/) {
            folder += "/" + match.1
        } else if let match = line.wholeMatch(of: /export (\w+)=(\S+)/) {
            environment[String(match.1)] = addresses[String(match.2)] ?? String(match.2)
        } else if let match = line.wholeMatch(of: /unset (\w+)/) {
            environment.updateValue(nil, forKey: String(match.1))
        } else {
            let ran = try await output(of: line)
            // The guide's draft has findings on purpose.
            let isExpected = ran.status == 0 || line.hasPrefix("sennight check") && ran.status == 1
            #expect(isExpected, "\(line): \(ran.output)")
            if line.hasPrefix("sennight init") { try setToday() }
            expect(ran.output, toShow: step.output, after: line)
        }
    }

    /// What a terminal shows. A shell runs what isn't a plain call of the program, and what opens the editor.
    private func output(of line: String) async throws -> (status: Int32, output: String) {
        let words = line.matches(of: /'([^']*)'|"([^"]*)"|(\S+)/).map { String($0.1 ?? $0.2 ?? $0.3 ?? "") }
        if words.first == "sennight", words.dropFirst().first != "choose", !line.contains(/[$|;&<>`]/) {
            return await CommandRun.onTerminal(Array(words.dropFirst()), in: folder, environment: environment)
        }
        let run = try CommandRun.of(
            Command("/bin/sh", ["-c", "exec 2>&1; " + line], in: folder, environment: environment))
        return (run.status, run.output)
    }

    /// The first issue has today's date, also where midnight passes while the test runs.
    private mutating func setToday() throws {
        let name = try #require(try scratch.files(below: "tea-letter/content").first { $0.hasSuffix("-1.md") })
        let today = try #require(CalendarDate(iso8601: name.prefix(10)))
        days = today.daysSince1970 - firstDay.daysSince1970
    }

    /// Starts what the reader starts in a second terminal, on a free port.
    private mutating func start(_ step: TutorialBlock.Step) throws {
        commands.append(step.line)
        let words = step.line.replacing("~/sennight", with: TestData.packageRoot).split(separator: " ").map(String.init)
        let isSite = words[1] == "serve"
        let server = try RunningServer(
            Array(words.dropFirst(2)) + (isSite ? ["--publication", folder] : []), command: words[1])
        servers.append(server)
        addresses[step.output.joined()] = server.address
        if isSite { #expect(try server.get("/").contains("Tea Letter 2")) }
    }

    private func make(_ edit: TutorialBlock.Edit, _ text: String) throws {
        switch edit {
        case .append(let file):
            let path = "tea-letter/" + file
            try scratch.write(path, try scratch.text(path) + text)
        case .replace(let line, let file):
            let path = "tea-letter/" + shifted(file)
            let before = try scratch.text(path)
            #expect(before.contains(line + "\n"))
            try scratch.write(path, before.replacing(line + "\n", with: text))
        }
    }

    /// The guide may leave lines out, and the end of one after `…`.
    private func expect(_ output: String, toShow lines: [String], after command: String) {
        var rest = output.split(separator: "\n")[...]
        for line in lines {
            let wanted = shifted(line)
            let start = wanted.hasSuffix("…") ? wanted.dropLast() : nil
            let index = rest.firstIndex { found in start.map { found.hasPrefix($0) } ?? (found == wanted) }
            #expect(index != nil, "'\(command)' doesn't print '\(wanted)':\n\(output)")
            rest = rest[(index.map { $0 + 1 } ?? rest.startIndex)...]
        }
    }

    /// With its dates, `2026-11-27` or `2026/11/27`, as many days later as the test runs after the guide's day.
    func shifted(_ text: String) -> String {
        text.replacing(/(\d{4})([-\/])(\d\d)[-\/](\d\d)/) { match in
            guard let date = CalendarDate(iso8601: "\(match.1)-\(match.3)-\(match.4)"),
                let later = CalendarDate(daysSince1970: date.daysSince1970 + days)
            else { return String(match.0) }
            return String(describing: later).replacing("-", with: String(match.2))
        }
    }
}
