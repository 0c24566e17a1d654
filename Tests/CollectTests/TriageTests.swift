import Context
import Foundation
import Newsletter
import TestKit
import Testing

@testable import Collect
import Text

@Suite struct TriageReportTests {
    @Test(
        arguments: [
            (
                "# 2026-07-07 Triage Log\n\nA calm week.\n\n1 Regression, 1 Improvement, 0 Mixed\n\n#### Regressions\n\n- x\n",
                "A calm week.\n\n1 Regression, 1 Improvement, 0 Mixed"
            ),
            ("2020-12-29 Triage Log\r\n\r\nQuiet.\r\n\r\n#### Mixed\r\n", "Quiet."),
            ("\n\nNo title at all.\n#### Improvements", "No title at all."),
            ("# T\nText\nRegressions\n- None!\n", "Text"),
            ("# T\n\nNo groups.\n", "No groups."),
            ("# T\n\nText with ####, and\n### Summary\nmore\n#### R", "Text with ####, and\n### Summary\nmore"),
        ] as [(String, String)])
    func cutsBeforeTheFirstGroup(text: String, excerpt: String) {
        #expect(TriageReport(text)?.excerpt == excerpt)
    }

    @Test(arguments: ["", "\n\n", "# T\n", "# T\n\n#### Regressions\n- a"])
    func findsNothingWhereNothingIs(text: String) {
        #expect(TriageReport(text) == nil)
    }
}

@Suite struct TriageSourceTests {
    private static let settings = "  - { source: triage, repository: o/r, api: \"https://g\" }\n"

    private func content(_ text: String) -> String {
        let encoded = Data(text.utf8).base64EncodedString(options: .lineLength64Characters)
        return #"{"encoding": "base64", "content": "\#(encoded.replacing("\r\n", with: "\\n"))"}"#
    }

    @Test func linksToTheReportAtItsCommit() async throws {
        let web = ScriptedWeb([
            "https://g/repos/o/r/contents/triage/2026":
                #"[{"name": "2026-06-30.md", "path": "triage/2026/2026-06-30.md"}, {"name": "2026-07-01.md", "path": "triage/2026/2026-07-01.md"}, {"name": "2026-07-08.md", "path": "x"}, {"name": "README.md", "path": "x"}]"#,
            "https://g/repos/o/r/commits?path=triage%2F2026%2F2026-07-01.md&per_page=1": #"[{"sha": "abc"}]"#,
            "https://g/repos/o/r/contents/triage/2026/2026-07-01.md?ref=abc": content(
                "# 2026-07-01 Triage Log\n\nMostly good news: every benchmark that was looked at ran faster ✅.\n\n#### Regressions\n"
            ),
        ])
        let result = try await collect(Self.settings, from: web) {
            $0.secret = { $0 == "GITHUB_TOKEN" ? "s3cret" : nil }
        }
        #expect(result.faults == [])
        #expect(result.candidates.map(\.url) == ["https://github.com/o/r/blob/abc/triage/2026/2026-07-01.md"])
        #expect(
            result.candidates.first?.factsByName["text"]
                == "Mostly good news: every benchmark that was looked at ran faster ✅.")
        #expect(web.requests.allSatisfy { $0.headers["Authorization"] == "Bearer s3cret" })
    }

    @Test(
        "Requests every year of a window",
        arguments: [
            ("2023-12-25", "2027-01-01", 2023...2026), ("2025-06-01", "2026-01-01", 2025...2025),
            ("2024-12-31", "2027-01-02", 2024...2027),
        ])
    func requestsEveryYear(since: String, until: String, years: ClosedRange<Int>) async throws {
        var responses: [String: HTTPResponse] = [:]
        for year in years {
            responses["https://g/repos/o/r/contents/triage/\(year)"] = HTTPResponse(
                #"[{"name": "\#(year)-12-31.md", "path": "p\#(year)"}]"#)
            responses["https://g/repos/o/r/commits?path=p\(year)&per_page=1"] = HTTPResponse(
                #"[{"sha": "s\#(year)"}]"#)
            responses["https://g/repos/o/r/contents/p\(year)?ref=s\(year)"] = HTTPResponse(
                content("# T\n\nGood news.\n\n#### R\n"))
        }
        let window = TimeWindow(
            since: try #require(Timestamp.rfc3339(since)), until: try #require(Timestamp.rfc3339(until)))
        let result = try await collect(Self.settings, in: window, from: ScriptedWeb(responses))
        #expect(result.faults == [])
        let last = Timestamp.rfc3339("\(years.upperBound)-12-31").map(window.contains) == true
        #expect(result.candidates.count == years.count - (last ? 0 : 1))
    }

    @Test func namesWhatIsMissing() async throws {
        let result = try await collect(
            Self.settings,
            from: ScriptedWeb([
                "https://g/repos/o/r/contents/triage/2026": #"[{"name": "2026-07-02.md", "path": "p"}, {"path": "q"}]"#,
                "https://g/repos/o/r/commits?path=p&per_page=1": "[]",
            ]))
        #expect(
            result.faults.map(\.description) == [
                "triage: https://g/repos/o/r/contents/triage/2026: '[1].name' is missing. Open the address to see the answer; the service may have changed its format",
                "triage: https://g/repos/o/r/commits?path=p&per_page=1: '[0].sha' is missing",
            ])
    }
}

/// The samples of real reports, and what the back issues printed of them.
@Suite(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint))) struct TriageArchiveTests {
    private static let samples: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: TestData.path("triage"))) ?? []
        return names.filter { $0.hasSuffix(".md") }.sorted()
    }()

    private func excerpt(of sample: String) throws -> String {
        let text = try String(contentsOfFile: TestData.path("triage/" + sample), encoding: .utf8)
        return try #require(TriageReport(text)?.excerpt)
    }

    @Test(arguments: samples)
    func cutsEverySample(sample: String) throws {
        let text = try String(contentsOfFile: TestData.path("triage/" + sample), encoding: .utf8)
        let excerpt = try excerpt(of: sample)
        #expect(!excerpt.contains("####") && !excerpt.contains("Triage Log"))
        #expect(text.contains(excerpt))
        #expect(excerpt.lowercased().contains("triage done by"))
        #expect(excerpt.contains("egression"))
    }

    /// What editors changed or left out, by the report: R the range of revisions (its hashes cut short, mostly), T the
    /// table, C the counts, W words; A would be words of their own. All others stand in an issue as they are.
    private static let edited = [
        "2020-07-14.md": "W",
        "2020-09-28.md": "CRW",
        "2021-01-12.md": "CRW",
        "2021-06-08.md": "R",
        "2021-06-30.md": "RW",
        "2021-07-20.md": "W",
        "2021-08-03.md": "R",
        "2021-11-02.md": "RW",
        "2022-01-12.md": "R",
        "2022-01-18.md": "RW",
        "2022-02-02.md": "R",
        "2022-02-08.md": "R",
        "2022-02-24.md": "R",
        "2022-03-09.md": "R",
        "2022-03-30.md": "R",
        "2022-04-05.md": "R",
        "2022-05-31.md": "T",
        "2022-06-21.md": "RT",
        "2022-08-16.md": "R",
        "2022-09-20.md": "CRT",
        "2022-10-04.md": "CT",
        "2022-10-18.md": "RT",
        "2022-12-13.md": "W",
        "2022-12-20.md": "R",
        "2023-06-06.md": "RT",
        "2023-10-26.md": "CRTW",
        "2024-06-23.md": "CT",
        "2025-03-24.md": "T",
        "2025-05-12.md": "C",
        "2025-06-02.md": "CT",
        "2025-08-04.md": "C",
        "2025-12-02.md": "T",
        "2026-03-16.md": "T",
    ]

    @Test func yieldsWhatIssuesPrint() throws {
        let issues = try TestData.issues.map { name in
            (
                name,
                String(decoding: try TestData.bytes(ofIssue: name), as: UTF8.self).split(
                    separator: "\n", omittingEmptySubsequences: false
                ).map(String.init)
            )
        }
        var (equal, found) = (0, [String: String]())
        for sample in Self.samples {
            let excerpt = try excerpt(of: sample)
            for (_, lines) in issues {
                guard let section = section(of: lines, linking: "/" + sample) else { continue }
                let kinds = differences(excerpt, section, sample)
                if kinds.isEmpty { equal += 1 } else { found[sample] = kinds }
                break
            }
        }
        #expect(equal >= 20)
        let (known, now) = (lines(Self.edited), lines(found))
        #expect(now == known, "\(equal) equal; \(now)")
    }

    private func lines(_ table: [String: String]) -> [String] { table.map { "\($0): \($1)" }.sorted() }

    /// The lines under the heading over a link.
    private func section(of lines: [String], linking address: String) -> [String]? {
        guard let link = lines.firstIndex(where: { $0.contains(address) && $0.contains("rustc-perf") }),
            let heading = lines[..<link].lastIndex(where: { $0.hasPrefix("#") })
        else { return nil }
        return Array(lines[(heading + 1)...].prefix { !$0.hasPrefix("#") })
    }

    private func differences(_ excerpt: String, _ section: [String], _ sample: String) -> String {
        let told = section.filter {
            !$0.trimmedBlanks.isEmpty && !$0.contains("/" + sample) && !$0.lowercased().contains("full report")
        }
        let printed = told.joined(separator: " ").collapsingBlanks
        let original = excerpt.replacing("\n", with: " ").collapsingBlanks
        var kinds: Set<String> = []
        for line in excerpt.split(separator: "\n").map(String.init) where !printed.contains(line.collapsingBlanks) {
            if line.hasPrefix("|") || line.contains("**Summary**") {
                kinds.insert("T")
            } else if line.hasPrefix("Revision range") {
                kinds.insert("R")
            } else if line.contains("Improvement") || line.contains("rollups") || line.contains("artifact comparison") {
                kinds.insert("C")
            } else {
                kinds.insert("W")
            }
        }
        if kinds.isEmpty, told.contains(where: { !original.contains($0.collapsingBlanks) }) { kinds.insert("A") }
        return kinds.sorted().joined()
    }
}
