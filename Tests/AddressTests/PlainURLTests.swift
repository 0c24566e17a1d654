import Foundation
import TestKit
import Testing

@testable import Address

@Suite struct PlainURLTests {
    @Test(arguments: [
        "https://example.org", "http://www.example.org//a//b/", "https://m.example.org/a#part",
        "https://example.org/a#",
        "https://www.www.com/", "https://github.com/o/r/pull/12/", "https://github.com/o/r/pull/12/files",
        "https://github.com/o/r.git", "https://github.com/o/r.git/", "https://www.meetup.com/de-DE/a/",
        "https://www.meetup.com/rust/",
        "https://twitter.com/a", "https://lu.ma/a", "https://youtu.be/a", "https://de.m.wikipedia.org/wiki/A",
        "https://EXAMPLE.org/a", "https://example.org:443/a", "https://example.org/a?b=c", "https://example.org/%7Ea",
        "https://example.org/a b", "https://example.org/#!/a", "https://example.org./a", "https://", "http:///a",
        "mailto:a@b.org",
        " https://example.org/a ", "https://mobile.example.org/", "https://m.org/a",
    ]) func agreesWithTakingApart(_ url: String) {
        #expect(CanonicalURL(url) == CanonicalURL(takingApart: url))
    }

    @Test(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint)))
    func agreesOnEveryAddressOfTheArchive() throws {
        var (all, plain) = (0, 0)
        for name in TestData.issues {
            let text = String(decoding: try TestData.bytes(ofIssue: name), as: UTF8.self)
            for part in text.split(separator: "http").dropFirst() {
                let url = "http" + part.prefix { !$0.isWhitespace && $0 != ")" && $0 != ">" }
                all += 1
                guard let canonical = PlainURL.canonical(url) else { continue }
                plain += 1
                let wanted = CanonicalURL(takingApart: url).description
                if canonical != wanted { Issue.record("\(url): \(canonical), not \(wanted)") }
            }
        }
        #expect(plain * 10 > all * 7, "\(plain) of \(all)")
    }
}
