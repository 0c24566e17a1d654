import Foundation
import TestKit
import Testing

/// What programs read: each report as a whole, with a letter beyond ASCII before the range.
@Suite struct CheckFormatTests {
    private func report(_ format: String) async throws -> CommandRun {
        let draft = CheckCommandTests.draft(with: "* Ä: [A ](https://a.example/?utm_source=x)")
        let run = try await WeeklyFolder(draft: draft).sennight(
            "check", "--select", "padded-link-text,tracking-parameter", "--format", format)
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("1 file checked, found 1 error, 1 warning"))
        return run
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func tellsProgramsByTheSchema() async throws {
        let json = try object(try await report("json").output)
        #expect(Set(json.keys) == ["diagnostics"])
        let diagnostics = try #require(json["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.map { $0["id"] as? String } == ["padded-link-text", "tracking-parameter"])
        for diagnostic in diagnostics {
            for key in ["id", "severity", "file", "summary", "explanation"] { #expect(diagnostic[key] is String) }
            for key in ["line", "column", "endLine", "endColumn"] { #expect(diagnostic[key] is Int) }
            #expect(diagnostic["notes"] is [Any])
            #expect(diagnostic["fixes"] is [Any])
            #expect(diagnostic.count == 11)
        }
        #expect(diagnostics[0]["file"] as? String == "draft/7.md")
        // In bytes: the letter before it has two.
        #expect(diagnostics[0]["column"] as? Int == 9 && diagnostics[0]["endColumn"] as? Int == 10)
    }

    @Test func tellsProgramsThatThereIsNothing() async throws {
        let run = try await WeeklyFolder().sennight("check", "--select", "self-link", "--format", "json")
        #expect(run.status == 0)
        #expect(try object(run.output)["diagnostics"] as? [String] == [])
    }

    @Test func annotatesPullRequests() async throws {
        let lines = try await report("github").output.split(separator: "\n")
        #expect(
            lines.map { $0.prefix(65) } == [
                "::warning file=draft/7.md,line=9,endLine=9,col=9,endColumn=9,titl",
                "::error file=draft/7.md,line=9,endLine=9,col=30,endColumn=42,titl",
            ], "\(lines)")
    }

    /// SARIF 2.1.0, sections 3.13 to 3.30: what must be there.
    @Test func tellsCodeScanning() async throws {
        let log = try object(try await report("sarif").output)
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "Sennight" && driver["version"] is String)
        let rules = try #require(driver["rules"] as? [[String: Any]]).map { $0["id"] as? String }
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["level"] as? String } == ["warning", "error"])
        for result in results {
            #expect((result["message"] as? [String: Any])?["text"] is String)
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index] == result["ruleId"] as? String)
            let place = try #require((result["locations"] as? [[String: Any]])?.first?["physicalLocation"])
            let region = try #require((place as? [String: Any])?["region"] as? [String: Int])
            #expect(region["startLine"] == 9 && region["endLine"] == 9)
            for fix in try #require(result["fixes"] as? [[String: Any]]) {
                #expect(fix["artifactChanges"] is [[String: Any]])
            }
        }
    }
}
