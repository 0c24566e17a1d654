import Address
import Archive
import Foundation
import Markdown
import Newsletter
import TestKit
import Testing

@testable import Check

/// Whether all is found that the publication's former scripts found, or there is a reason why it is no fault.
@Suite(.withBackIssues) struct BaselineTests {
    private static func lines(_ name: String) throws -> [String] {
        try String(contentsOfFile: TestData.path("baseline/" + name), encoding: .utf8).split(separator: "\n").map(
            String.init)
    }

    /// Canonical addresses (of links) that findings of some checks stand at, by file.
    private static func marked(_ checks: Set<String>, in archive: CheckedArchive) -> [String: Set<String>] {
        archive.findings.mapValues { findings in
            Set(
                findings.filter { checks.contains($0.id) }.map { finding in
                    let bytes = archive.texts[finding.file]?.bytes ?? []
                    // The range may be a part of the address.
                    var (start, end) = (finding.range.bytes.lowerBound, finding.range.bytes.lowerBound)
                    while start > 0, !" \n(<".utf8.contains(bytes[start - 1]) { start -= 1 }
                    while end < bytes.count, !" \n)>".utf8.contains(bytes[end]) { end += 1 }
                    return CanonicalURL(String(decoding: bytes[start..<end], as: UTF8.self)).description
                })
        }
    }

    @Test func findsTheirDuplicates() async throws {
        let archive = try await ThisWeek.archive
        let marked = Self.marked(["duplicate-link"], in: archive)
        var lost: Set<String> = []
        var count = 0
        for line in try Self.lines("inspect_links.txt") {
            guard let match = line.firstMatch(of: /possible duplicate link (\S+) (?:in file|found twice in) (\S+)/)
            else { continue }
            count += 1
            let canonical = CanonicalURL(String(match.1)).description
            if marked[String(match.2)]?.contains(canonical) != true { lost.insert(String(match.1)) }
        }
        #expect(count == 128)
        #expect(
            lost == Set(Self.noDuplicates.keys),
            "\(lost.subtracting(Self.noDuplicates.keys).sorted().joined(separator: "\n"))")
    }

    /// Addresses, and why they may stand again.
    private static let noDuplicates = [
        "https://os.phil-opp.com": "the home of a series, named beside each of its parts",
        "https://jadpole.github.io/arcaders/arcaders-1-0": "likewise",
        "https://www.twitch.tv/ferrisstreamsstuff/profile": "the channel, named beside each of its episodes",
        "https://github.com/carols10cents": "a person, named beside what she did",
        "https://github.com/llogiq": "likewise",
        "https://novemb.rs": "an invitation in prose",
        "https://readrust.net/rust2018": "a standing invitation in prose",
        "https://readrust.net/rust-2019": "likewise",
        "https://readrust.net/rust-2020": "likewise",
    ]

    @Test func findsTheirSimplifiableAndTrackingLinks() async throws {
        let archive = try await ThisWeek.archive
        let marked = Self.marked(["simplifiable-url", "tracking-parameter", "unusual-scheme"], in: archive)
            .values.reduce(into: Set<String>()) { $0.formUnion($1) }
        var lost: Set<String> = []
        for line in try Self.lines("inspect_links.txt") {
            guard let match = line.firstMatch(of: /(?:can be simplified: |tracking parameters on |link scheme: )(\S+)/)
            else { continue }
            let url = String(match.1).hasSuffix(":") ? String(match.1.dropLast()) : String(match.1)
            if !marked.contains(CanonicalURL(url).description) { lost.insert(url) }
        }
        #expect(
            lost == Set(Self.notSimpler.keys),
            "\(lost.subtracting(Self.notSimpler.keys).sorted().joined(separator: "\n"))")
    }

    /// Addresses, and why they are as simple as they can be.
    private static let notSimpler: [String: String] = {
        let bare = [
            "http://erebor.io", "http://imag-pim.org", "http://libs.rs", "http://novemb.rs", "http://openhatch.org",
            "http://www.planet-rust.com", "https://cheats.rs", "https://cppfaq.rs", "https://deps.rs",
            "https://herald.community.rs", "https://moonzoon.rs", "https://napi.rs",
        ]
        let reasons = Dictionary(
            uniqueKeysWithValues: bare.map { ($0, "a slash behind the host makes it longer, not simpler") })
        return reasons.merging([
            "https://translate.google.com/translate?u=http://reangdblog.blogspot.com/2015/11/software-render-rust.html":
                "a query may hold ':' and '/' (RFC 3986, 3.4)",
            "https://www.c-span.org/video/?c4808083/rust-language-chosen": "the query tells which page it is",
            "https://www.figuiere.net/hub/blog/?2016/10/07/862-rust-and-automake": "likewise",
        ]) { $1 }
    }()

    @Test func findsTheirBareRepositoriesAndCratePages() async throws {
        let archive = try await ThisWeek.archive
        let marked = Self.marked(["house-rule"], in: archive).values.reduce(into: Set<String>()) { $0.formUnion($1) }
        var lost: Set<String> = []
        var count = 0
        for line in try Self.lines("inspect_links.txt") {
            guard let match = line.firstMatch(of: /warning: link (\S+) is/) else { continue }
            count += 1
            if !marked.contains(CanonicalURL(String(match.1)).description) { lost.insert(String(match.1)) }
        }
        #expect(count == 348)
        #expect(
            lost == Set(Self.notAgainstTheRules.keys),
            "\(lost.subtracting(Self.notAgainstTheRules.keys).sorted().joined(separator: "\n"))")
    }

    /// Links that stand beside the entry's own, which leads to a post or a crate's page, and what isn't a repository.
    private static let notAgainstTheRules: [String: String] = {
        let beside = [
            "https://crates.io/crates/ssh-openpgp-auth", "https://github.com/OCamlPro/mikino_bin",
            "https://github.com/Vagdish/planetrs", "https://github.com/bluejekyll/trust-dns",
            "https://github.com/bluss/ordermap",
            "https://github.com/google/zopfli", "https://github.com/jonathandturner/rls",
            "https://github.com/juchiast/boxcrash",
            "https://github.com/lschmierer/ecs_bench", "https://github.com/meilisearch/meilisearch-rust",
            "https://github.com/rust-lang/crates.io-index", "https://github.com/security-union/videocall-rs",
            "https://github.com/servo/webrender", "https://github.com/thiolliere/ruga",
        ]
        let reasons = Dictionary(uniqueKeysWithValues: beside.map { ($0, "it stands beside the entry's own link") })
        return reasons.merging([
            "https://github.com/readme/featured/rust-programming": "an article of GitHub's magazine"
        ]) { $1 }
    }()

    @Test func findsTheirBackticksAndTags() async throws {
        let archive = try await ThisWeek.archive
        var lost: Set<String> = []
        var count = 0
        for line in try Self.lines("inspect_markdown.txt") {
            guard
                let match = line.firstMatch(
                    of: /error: (\S+): (found odd backticks: "(.*)"|unrecognized tag "(.*)" in .*)/)
            else { continue }
            count += 1
            let file = String(match.1)
            let findings = archive.findings[file] ?? []
            if let quoted = match.3 {
                let isFound = findings.contains { finding in
                    finding.id == "odd-backticks" && Self.covers(finding, String(quoted), archive)
                }
                if !isFound, try !Self.isWrappedCode(String(quoted), in: file, archive) {
                    lost.insert("\(file) \(quoted.prefix(60))")
                }
            } else if let name = match.4 {
                let word = name.prefix { $0.isLetter }.lowercased()
                let isFound = findings.contains { finding in
                    finding.id == "unescaped-tag" && Self.text(of: finding, archive).lowercased().contains("<\(word)")
                }
                if !isFound { lost.insert("\(file) <\(name)>") }
            }
        }
        #expect(count == 73)
        #expect(
            lost == Set(Self.noFault.keys), "\(lost.subtracting(Self.noFault.keys).sorted().joined(separator: "\n"))")
    }

    /// Tags that HTML knows, and that show what they should.
    private static let noFault = [
        "content/2015-08-10-this-week-in-rust.md <pre>": "code in a quotation",
        "content/2015-09-28-this-week-in-rust.md <pre>": "likewise",
        "content/2016-12-13-this-week-in-rust.md <img>": "a picture",
        "content/2017-05-02-this-week-in-rust.md <sub>": "a footnote",
        "content/2017-05-02-this-week-in-rust.md <sup>": "a footnote's mark",
        "content/2017-08-22-this-week-in-rust.md <img>": "a picture",
        "content/2018-01-09-this-week-in-rust.md <img>": "likewise",
    ]

    private static func text(of finding: Finding, _ archive: CheckedArchive) -> String {
        String(decoding: archive.texts[finding.file]?.bytes[finding.range.bytes] ?? [], as: UTF8.self)
    }

    /// Whether a quoted line begins or ends code over two lines, which is no fault in Markdown.
    private static func isWrappedCode(_ quoted: String, in file: String, _ archive: CheckedArchive) throws -> Bool {
        guard let text = archive.texts[file] else { return false }
        let document = try Document(text.bytes, file: file, reader: IssueReader(rules: SectionRules([])))
        return document.codeSpans.contains { code in
            let lines = document.line(at: code.whole.lowerBound)...document.line(at: code.whole.upperBound)
            return lines.count > 1
                && lines.contains {
                    document.text(document.lines[$0].bytes).hasPrefix(quoted.trimmingCharacters(in: .newlines))
                }
        }
    }

    /// Whether one of the finding's lines is a line that a script quoted.
    private static func covers(_ finding: Finding, _ quoted: String, _ archive: CheckedArchive) -> Bool {
        guard let text = archive.texts[finding.file] else { return false }
        return (finding.range.start.line...finding.range.end.line).contains { line in
            let end = line < text.lineStarts.count ? text.lineStarts[line] : text.bytes.count
            return String(decoding: text.bytes[text.lineStarts[line - 1]..<end], as: UTF8.self)
                .trimmingCharacters(in: .newlines).hasPrefix(quoted.trimmingCharacters(in: .newlines))
        }
    }
}
