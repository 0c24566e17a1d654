import Foundation
import TestKit
import Testing

/// The step of `action.yml` that checks, run as a runner would run it.
@Suite(.startsProcesses)
struct ActionTests {
    private static let issue =
        "Title: Weekly 7\nNumber: 7\nDate: 2026-03-04\n\n## News\n\n* [One](https://one.example/7)\n"

    /// The commands of a step.
    private func commands(of step: String) throws -> String {
        let text = try String(contentsOfFile: TestData.packageRoot + "/action.yml", encoding: .utf8)
        let behind = try #require(text.range(of: "- name: \(step)\n")?.upperBound)
        let start = try #require(text.range(of: "      run: |\n", range: behind..<text.endIndex)?.upperBound)
        let lines = text[start...].split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { $0.isEmpty || $0.hasPrefix("        ") }
        return lines.map { String($0.dropFirst(8)) }.joined(separator: "\n")
    }

    private func repository() throws -> ScratchRepository {
        let repository = try ScratchRepository()
        try repository.commit(
            [
                "sennight.yaml": "title: Weekly\nurl: https://example.org/\n",
                "content/6.md": Self.issue.replacing("7", with: "6").replacing("03-04", with: "02-25"),
                ".gitignore": ".sennight/\nreport.json\n", "draft/7.md": Self.issue,
            ], message: "base")
        try repository.set("refs/heads/base", to: repository.commit(of: "main"))
        try repository.commit(
            "draft/7.md", Self.issue + "* [Two](https://two.example/?utm_source=x)\n", message: "change")
        return repository
    }

    private func check(
        _ repository: ScratchRepository, _ environment: [String: String]
    ) throws -> (status: Int32, output: String, report: String?) {
        let script = ["--noprofile", "--norc", "-eo", "pipefail", "-c", try commands(of: "Check")]
        let tools = URL(filePath: try CommandRun.program()).deletingLastPathComponent().path
        let defaults = [
            "PUBLICATION": ".", "PATHS": "", "SINCE": "base", "LINKS": "false", "REPORT": "report.json",
            "FAILS": "true",
            "PATH": tools + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"),
        ]
        let run = try CommandRun.of(
            Command(
                "bash", script, in: repository.folder.path, environment: defaults.merging(environment) { $1 }))
        return (run.status, run.output, try? repository.folder.text("report.json"))
    }

    @Test func failsWhereTheChangeBringsAFault() throws {
        let (status, output, report) = try check(try repository(), [:])
        #expect(status == 1)
        #expect(output.hasPrefix("::error ") && output.contains("file=draft/7.md,line=8,"))
        #expect(report?.contains(#""tracking-parameter""#) == true)
    }

    @Test func failsNotWhereItIsToldSo() throws {
        let (status, _, report) = try check(try repository(), ["FAILS": "false"])
        #expect(status == 0 && report?.contains(#""tracking-parameter""#) == true)
    }

    @Test func saysNothingOfWhatStoodBefore() throws {
        let (status, output, report) = try check(try repository(), ["SINCE": "HEAD"])
        #expect(status == 0 && output == "" && report?.contains("utm_source") == false)
    }

    @Test func runsNothingThatIsInItsInputs() throws {
        let repository = try repository()
        let (status, _, _) = try check(
            repository, ["PATHS": "$(touch made)\n`touch made`; touch made", "SINCE": "base; touch made"])
        #expect(status == 2)
        #expect(try !repository.folder.files(below: ".").contains("made"))
    }
}
