import Context
import Markdown
import Newsletter
import TestKit
import Testing

@testable import Check

extension Checking {
    /// What a check finds where the marked link of an issue has had an answer.
    func findings(
        _ check: any LinkCheck.Type, _ answer: LinkAnswer, to text: String
    ) throws -> [(finding: Finding, document: Document)] {
        let bytes = Array((text.hasPrefix("Title:") ? text : Self.header + text).utf8)
        let document = try Document(
            bytes, file: "issue.md", reader: IssueReader(rules: SectionRules(publication.sections)))
        let context = CheckContext(publication: publication)
        var links = LinkCollection(context)
        links.add(DocumentLinks(document))
        return links.links.flatMap(\.places).compactMap { place in
            check.init().finding(on: answer, at: place, context).map { ($0, document) }
        }
    }

    /// The summaries of what a check finds.
    func summaries(_ check: any LinkCheck.Type, _ answer: LinkAnswer, to text: String = Self.plain) throws -> [String] {
        let found = try findings(check, answer, to: text)
        #expect(found.allSatisfy { $0.finding.id == check.id })
        // All stand at the link's address.
        #expect(
            found.allSatisfy { found in
                String(decoding: found.document.bytes[found.finding.range.bytes], as: UTF8.self).contains("://")
            })
        return found.map(\.finding.summary)
    }

    /// The issue's text with the first fix.
    func mended(_ check: any LinkCheck.Type, _ answer: LinkAnswer, to text: String) throws -> String {
        let found = try #require(try findings(check, answer, to: text).first)
        var writer = IssueWriter(found.document.bytes)
        for splice in try #require(found.finding.fixes.first).splices {
            writer.replace(splice.range, with: splice.replacement)
        }
        return String(String(decoding: try writer.bytes(), as: UTF8.self).dropFirst(Self.header.count))
    }

    static let plain = "# Links\n* [Some title](https://example.org/page)\n"
}

extension LinkAnswer {
    /// The page of ``Checking/plain``.
    static func page(
        _ url: String = "https://example.org/page", hops: [HTTPResponse.Hop] = [],
        _ change: (inout PageFacts) -> Void = { _ in }
    ) -> LinkAnswer {
        var facts = PageFacts()
        change(&facts)
        return LinkAnswer(.status(200), url: url, hops: hops, page: facts)
    }

    static func status(_ status: Int, _ url: String = "https://example.org/page") -> LinkAnswer {
        LinkAnswer(.status(status), url: url)
    }

    static func failure(_ reason: HTTPError.Reason, _ url: String = "https://example.org/page") -> LinkAnswer {
        LinkAnswer(.failure(reason), url: url)
    }

    /// Sent on by the statuses that are given, to the address.
    static func redirected(_ statuses: Int..., to url: String) -> LinkAnswer {
        LinkAnswer(.status(200), url: url, hops: statuses.map { .init(status: $0, url: url) })
    }
}
