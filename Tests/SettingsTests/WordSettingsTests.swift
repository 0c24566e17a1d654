import Newsletter
import Testing

@testable import Settings

@Suite struct WordSettingsTests {
    private let start = "title: W\nurl: https://example.org/\n"

    @Test func readsWordsAndAnyLanguage() throws {
        let publication = try SettingsReader.publication(
            from: start + "language: pt-BR\nwords: { archive: Arquivo, o_clock: \"às {time}\" }\n", file: "s.yaml"
        ) { _ in "" }
        #expect(publication.language == "pt-BR")
        #expect(publication.localization["archive"] == "Arquivo")
        #expect(publication.localization["events"] == "Events")
        #expect(publication.localization.language == "pt-BR")
    }

    /// YAML 1.1 reads this code of Norwegian as a flag.
    @Test func readsNorwegian() throws {
        let publication = try SettingsReader.publication(from: start + "language: no\n", file: "s.yaml") { _ in "" }
        #expect(publication.language == "no")
    }

    @Test(arguments: [
        ("language: de_DE", "s.yaml:3:11: error: 'language' isn't a language tag: 'de_DE'. Write a tag such as en,"),
        (
            "words:\n  archiv: A",
            "s.yaml:4:3: error: 'words' has an unknown word: 'archiv'. Did you mean 'archive'?"
        ),
        ("words: { draft_virtual: A }", "'words' has an unknown word: 'draft_virtual'."),
        ("words: { months: \"a, b\" }", "'words' must have 12 names in 'months'. Write 12 names with commas"),
        ("words: { weekdays: \"a, b\" }", "'words' must have 7 names in 'weekdays'."),
        (
            "words: { confirmation_subject: Confirm }",
            "'words' has no '{title}' in 'confirmation_subject'. Write '{title}' where it is filled in: Please confirm"
        ),
        ("words: { archive: \"A {title}\" }", "'words' has an unknown '{title}' in 'archive'. Remove '{title}'"),
    ])
    func reportsWhatItCannotUse(settings: String, fault: String) {
        let error = #expect(throws: Diagnostics.self) {
            try SettingsReader.publication(from: start + settings + "\n", file: "s.yaml") { _ in "" }
        }
        #expect(error?.all.count == 1 && error?.all[0].description.contains(fault) == true, "\(error?.all ?? [])")
    }
}
