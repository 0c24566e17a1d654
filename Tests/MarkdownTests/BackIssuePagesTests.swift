import Markdown
import TestKit
import Testing

/// The pages we make against today's, which readers' links lead into.
@Suite(.withBackIssues) struct BackIssuePagesTests {
    @Test(arguments: TestData.issues)
    func keepsHeadingsLinksAndLetters(of name: String) throws {
        let page = PageScanner(try BackIssues.read(name, parts: .body).body)
        let day = BackIssues.day(of: name)
        let headings = try #require(try Baseline.addresses.get()[name]).headings
        expectHeadings(of: page, headings.map { .init(level: $0.level, id: $0.id) }, on: day)

        let baseline = try #require(try Baseline.pages.get()[name])
        if let reason = PageExceptions.links[day] {
            #expect(page.links != baseline.links, "the exception is none any more: \(reason)")
        } else {
            #expect(page.links == baseline.links)
        }
        let digest = SHA256.hexadecimal(of: page.letters)
        if let reason = PageExceptions.letters[day] {
            #expect(digest != baseline.sha256, "the exception is none any more: \(reason)")
        } else {
            #expect(digest == baseline.sha256)
        }
    }

    private func expectHeadings(of page: PageScanner, _ wanted: [PageScanner.Heading], on day: String) {
        let difference = page.headings.difference(from: wanted)
        switch day {
        case "2024-03-13":
            // A line that begins '#122010' was a heading to the old renderer; its id lives on as an empty anchor.
            #expect(difference.insertions.isEmpty && difference.removals.count == 1, "\(difference)")
            if case .remove(_, let former, _) = difference.first { #expect(page.anchors == [former.id]) }
        case "2025-06-18":
            // A heading that is indented by one blank is none to the old renderer, and is one to CommonMark.
            #expect(difference.insertions.count == 1 && difference.removals.isEmpty, "\(difference)")
            if case .insert(_, let more, _) = difference.first { #expect(more.id == "rust-analyzer") }
        default:
            #expect(page.headings == wanted)
        }
    }

    @Test func comparesEveryIssue() throws {
        #expect(TestData.issues.count > 600)
        #expect(Set(try Baseline.addresses.get().keys).isSuperset(of: TestData.issues))
        #expect(Set(try Baseline.pages.get().keys).isSuperset(of: TestData.issues))
    }
}
