import Foundation
import TestKit
import Testing

/// Messages say "1 issue": a number from an interpolation stands before a plural only if it can't be 1.
@Suite struct CountedNounTests {
    /// Lines with such a number that is never 1, by a part of the line: limits, and numbers for which 1 has its own
    /// text.
    private static let neverOne = [
        "== 1", "most", "limit", "Limits.", "longest", "Expansion", "isEmpty ?", "limit / 60", "patience", "/ 60)",
        "lineStarts.count", "'![' \\(images) times", "'<!' or '<?' \\(declarations) times", "of \\(judged) addresses",
        "connectTimeout",
        "\\(open.count) campaigns are open", "\\(deliveries.total) deliveries for", "has \\(count) records, but must",
        "\\(allParts) parts", "\\(found.count) issues are", "\\(message.bytes.count) bytes",
        "of \\(events.count) series",
        "Merge \\(closed.count) pull requests", "Commands.most", "errors; nothing was changed",
        "of \\(seconds) seconds", "redirects to another host", "entries of this issue have this URL", "rows can't be",
        "none of the \\(report.rows) rows",
    ]

    @Test func agreesWithEveryNumber() throws {
        let root = TestData.packageRoot + "/Sources"
        let files = try #require(FileManager.default.enumerator(atPath: root))
        var count = 0
        while let path = files.nextObject() as? String {
            guard path.hasSuffix(".swift") else { continue }
            for (index, line) in try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            {
                guard let noun = Self.plural(in: String(line)) else { continue }
                count += 1
                if !Self.neverOne.contains(where: line.contains) {
                    Issue.record("Sources/\(path):\(index + 1) has a number before '\(noun)': use counted(_:)")
                }
            }
        }
        #expect(count > 10, "numbers were found")
    }

    @Test(
        arguments: [
            (#""\(count) subscribers.""#, "subscribers"), (#""has \(a.b(c)) more faults""#, "faults"),
            (#""\(days.counted("day")) ago""#, nil), (#""\(file) is a file""#, nil),
            (#"/// "\(count) files""#, nil), (#""\(name)'s files""#, nil),
            (#""\(count) pull requests are""#, "pull requests"),
        ] as [(String, String?)])
    func findsPlurals(_ line: String, _ noun: String?) {
        #expect(Self.plural(in: line) == noun)
    }

    /// The plural directly after an interpolated value, other than one by `counted`.
    private static func plural(in line: String) -> String? {
        guard !line.drop(while: \.isWhitespace).hasPrefix("//") else { return nil }
        for match in line.matches(
            of: /\\\(((?:[^()]|\([^()]*\))*)\) (?:more |other |new |open )?(pull requests|[a-z]+s)\b/)
        where nouns.contains(String(match.output.2)) && !match.output.1.contains("counted(") {
            return String(match.output.2)
        }
        return nil
    }

    /// What Sennight counts.
    private static let nouns: Set<String> = [
        "addresses", "attempts", "bounces", "bytes", "campaigns", "candidates", "characters", "commands", "comments",
        "connections", "days", "decisions", "deliveries", "drafts", "entries", "errors", "events", "faults", "fields",
        "files", "findings", "fixes", "folders", "headings", "hints", "hours", "images", "issues", "lines", "links",
        "mails", "messages", "milliseconds", "minutes", "pages", "parts", "people", "problems", "pull requests",
        "recipients", "records", "redirects", "regions", "requests", "rows", "seconds", "sections", "series", "servers",
        "sources", "subscribers", "times", "titles", "warnings", "words",
    ]
}
