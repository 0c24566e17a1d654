import Context
import Newsletter
import Testing

@testable import Check
import Text

@Suite struct OldArticleTests {
    private static func answer(_ day: String) -> LinkAnswer {
        .page { $0.published = CalendarDate(iso8601: day) }
    }

    @Test func findsWhatIsOlderThanHalfAYear() throws {
        #expect(try Checking().summaries(OldArticle.self, Self.answer("2024-12-17")) == ["the page is from 2024-12-17"])
    }

    @Test func keepsWhatIsNewer() throws {
        #expect(try Checking().summaries(OldArticle.self, Self.answer("2024-12-18")).isEmpty)
        #expect(try Checking().summaries(OldArticle.self, .page()).isEmpty)
        let patient = Checking { $0.links.oldAfterWeeks = 100 }
        #expect(try patient.summaries(OldArticle.self, Self.answer("2024-12-17")).isEmpty)
    }

    @Test func keepsWhatIsNoReading() throws {
        let text = "# Quote\n> A\n\n[Source](https://example.org/page)\n"
        #expect(try Checking().summaries(OldArticle.self, Self.answer("2020-01-01"), to: text).isEmpty)
    }
}
