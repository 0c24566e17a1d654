import Newsletter
import Testing
import Text

@Suite struct LocalizationTests {
    @Test(arguments: Localization.all.map(\.language))
    func hasEveryWordInEveryLanguage(language: String) {
        let words = Localization.of(language)
        #expect(words.language == language)
        #expect(Set(words.texts.keys) == Set(Localization.english.texts.keys))
        #expect(words.texts.values.allSatisfy { !$0.isEmpty })
        #expect(Set(words.months).count == 12 && words.months.count == 12)
        #expect(Set(words.weekdays).count == 7 && words.weekdays.count == 7)
    }

    @Test func shipsEnglishAndGerman() {
        #expect(Localization.all.map(\.language) == ["en", "de"])
        #expect(Localization.of("xx").language == "en")
        #expect(Localization.english["archive"] == "Archive")
        #expect(Localization.english["no such word"] == "no such word")
    }

    @Test func keepsThePlaceholdersOfItsTexts() {
        for (name, text) in Localization.english.texts {
            let placeholders = text.matches(of: /\{\w+\}/).map { String($0.0) }
            for words in Localization.all {
                #expect(placeholders.allSatisfy(words[name].contains), "\(words.language): \(name)")
            }
        }
    }

    @Test func writesDaysAsTheLanguageDoes() throws {
        let day = try #require(CalendarDate(year: 2026, month: 3, day: 8))
        #expect(Localization.english.long(day) == "8 March 2026")
        #expect(Localization.german.long(day) == "8. März 2026")
        #expect(Localization.english.longWithWeekday(day) == "Sunday, 8 March 2026")
        #expect(Localization.german.longWithWeekday(day) == "Sonntag, 8. März 2026")
    }
}
