import Context
import Newsletter
import Newsroom
import TestKit
import Testing
import Text

/// Checking, in memory.
@Suite struct CheckingTests {
    private func outcome(_ weekly: MemoryWeekly, _ change: (inout CheckRun.Choice) -> Void = { _ in }) async throws
        -> CheckOutcome
    {
        var choice = CheckRun.Choice()
        change(&choice)
        return try await CheckRun(weekly.session(), choice).outcome(of: [])
    }

    @Test func findsAndFixes() async throws {
        var weekly = MemoryWeekly(draft: MemoryWeekly.draft(with: "* [A ](https://a.example/)"))
        // Undoing looks whether the files were committed already.
        weekly.git = Git { _ throws(GitError) in GitOutput(status: 128) }
        let found = try await outcome(weekly) { $0.selected = ["padded-link-text"] }
        #expect((found.files, found.fixable) == (1, 1))
        #expect(found.report(.text(isColored: false)).text.contains("[padded-link-text]"))
        #expect(found.report(.json).text.contains("padded-link-text"))
        let fixed = try await outcome(weekly) { choice in
            choice.selected = ["padded-link-text"]
            choice.fixes = true
        }
        #expect(!fixed.hasFindings)
        #expect(fixed.fixes.count == 2)
        #expect(weekly.text("draft/7.md")?.contains("[A](https://a.example/)") == true)
        _ = try await UndoneCommands(weekly.session()).undo(1)
        #expect(weekly.text("draft/7.md")?.contains("[A ](https://a.example/)") == true)
    }

    @Test func requestsLinks() async throws {
        var weekly = MemoryWeekly(draft: MemoryWeekly.draft(with: "* [A](https://a.example/gone)"))
        weekly.http = HTTP { request throws(HTTPError) in
            HTTPResponse(status: request.url.hasSuffix("gone") ? 404 : 200, url: request.url)
        }
        let found = try await outcome(weekly) { $0.links = true }
        #expect(found.links?.requested == 3)
        #expect(found.hasFindings)
        #expect(found.report(.text(isColored: false)).text.contains("https://a.example/gone"))
    }

    @Test(arguments: [CheckOutcome.Format.text(isColored: false), .json, .github, .sarif(version: "1")])
    func reportsFileByFileAsAtOnce(_ format: CheckOutcome.Format) async throws {
        let weekly = MemoryWeekly()
        let files = (1...40).map { number in
            let text = number % 3 == 0 ? "* [A ](https://a.example/\(number))" : "* [A](https://a.example/\(number))"
            weekly.write("new/\(number + 100).md", MemoryWeekly.draft(with: text))
            return "/weekly/new/\(number + 100).md"
        }
        weekly.write("new/README.md", "Nothing that an issue has.\n")
        var choice = CheckRun.Choice()
        choice.selected = ["padded-link-text"]
        let run = try CheckRun(weekly.session(), choice)
        for paths in [files, ["/weekly/new"], Array(files.prefix(2))] {
            let whole = try await run.outcome(of: paths)
            var text = ""
            let outcome = try await run.outcome(of: paths, reportedAs: format) { text += $0.text }
            #expect(text == whole.report(format).text)
            #expect((outcome.files, outcome.counts) == (whole.files, whole.counts))
            #expect(outcome.files == (paths.count == 2 ? 2 : 40))
            #expect(outcome.hasFindings == (paths.count != 2))
        }
    }

    @Test func reportsWhatIsNotAnIssue() async throws {
        let weekly = MemoryWeekly()
        weekly.write("other.md", "no header\n")
        let run = try CheckRun(weekly.session(), CheckRun.Choice())
        let outcome = try await run.outcome(of: ["/weekly/other.md", "/weekly/none.md"])
        #expect(outcome.files == 0)
        #expect(outcome.faults.map(\.file) == ["/weekly/none.md", "/weekly/other.md", "/weekly/other.md"])
    }

    @Test func knowsTheChecks() throws {
        #expect(CheckCatalog.names.contains("padded-link-text"))
        #expect(CheckCatalog.fault(of: "padded-link-txt")?.remedy == "Did you mean 'padded-link-text'?")
        #expect(throws: Diagnostic.self) { try CheckCatalog.page(of: "padded-link-txt") }
        #expect(try !CheckCatalog.page(of: "padded-link-text").isEmpty)
    }
}
