import Newsletter
import Testing

@testable import Markdown

@Suite struct HeaderKeysTests {
    private func faults(of text: String) -> [String] {
        do {
            _ = try HeaderReader.header(of: SourceText(Array(text.utf8)), file: "a.md")
            return []
        } catch {
            return error.all.map(\.description)
        }
    }

    @Test func findsMisspeltKeys() {
        #expect(
            faults(of: "Tilte: A\nDate: 2026-01-07\n\nText\n")
                == ["a.md:1:1: error: 'tilte' isn't a header field. Did you mean 'title'?"])
        #expect(
            faults(of: "Title: A\nDate: 2026-01-07\nNubmer: 5\nCategry: B\n\nText\n")
                == [
                    "a.md:3:1: error: 'nubmer' isn't a header field. Did you mean 'number'?",
                    "a.md:4:1: error: 'categry' isn't a header field. Did you mean 'category'?",
                ])
        #expect(
            faults(of: "---\ntitle: A\ndtae: 2026-01-07\n---\n\nText\n")
                == ["a.md:3:1: error: 'dtae' isn't a header field. Did you mean 'date'?"])
    }

    @Test func keepsOtherKeysAndKeysBesideTheirField() {
        #expect(
            faults(
                of:
                    "Title: A\nTitles: B\nDate: 2026-01-07\nLayout: post\nSponsor: C\nData: d\nTag: e\nImages: f\n\nText\n"
            )
                == [])
    }

    @Test func refusesNumbersInWords() {
        #expect(
            faults(of: "Title: A\nNumber: uno\nDate: 2026-01-07\n\nText\n")
                == ["a.md:2:1: error: 'uno' isn't a number. Write the issue's number in digits"])
        #expect(faults(of: "Title: A\nNumber:\nDate: 2026-01-07\n\nText\n") == [])
    }
}
