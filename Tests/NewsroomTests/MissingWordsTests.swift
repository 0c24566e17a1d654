import Newsletter
import Settings
import Testing

@testable import Newsroom

@Suite struct MissingWordsTests {
    private func notice(_ change: (inout Publication) -> Void) -> Diagnostic? {
        var publication = Publication(title: "W", address: "https://example.org/")
        change(&publication)
        return MissingWords(publication, PublicationLocation(root: "/weekly"))?.notice
    }

    @Test(arguments: ["en", "en-GB", "de-CH", "es", "fr-CA"])
    func isSilentForShippedLanguages(language: String) {
        #expect(notice { $0.language = language } == nil)
    }

    @Test func namesWhatAppearsInEnglish() throws {
        let found = try #require(notice { $0.language = "pt-BR" })
        #expect(found.severity == .hint && found.file == "/weekly/sennight.yaml")
        #expect(found.summary.contains("none in 'pt-BR': add_to_calendar and "))
        let others = try #require(
            notice { publication in
                publication.language = "pt-BR"
                publication.words = Localization.english.texts.filter { $0.key != "archive" && $0.key != "years" }
            })
        #expect(others.summary.hasSuffix("'pt-BR': archive and 1 other"))
    }

    @Test func isSilentOnceAllWordsAreWritten() {
        let found = notice { publication in
            publication.language = "pt"
            publication.words = Localization.english.texts.filter { !$0.key.hasPrefix("starter_") }
        }
        #expect(found == nil)
    }
}
