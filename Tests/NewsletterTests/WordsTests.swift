import Newsletter
import Testing
import Text

@Suite struct WordsTests {
    @Test(arguments: Words.all.map(\.language))
    func hasEveryWordInEveryLanguage(language: String) {
        let words = Words.of(language)
        #expect(words.language == language)
        #expect(Set(words.texts.keys) == Set(Words.english.texts.keys))
        #expect(words.texts.values.allSatisfy { !$0.isEmpty })
        #expect(Set(words.months).count == 12 && words.months.count == 12)
        #expect(Set(words.weekdays).count == 7 && words.weekdays.count == 7)
    }

    @Test func shipsEnglishAndGerman() {
        #expect(Words.all.map(\.language) == ["en", "de"])
        #expect(Words.of("xx").language == "en")
        #expect(Words.english["archive"] == "Archive")
        #expect(Words.english["no such word"] == "no such word")
    }

    @Test func keepsThePlaceholdersOfItsTexts() {
        for (name, text) in Words.english.texts {
            let placeholders = text.matches(of: /\{\w+\}/).map { String($0.0) }
            for words in Words.all {
                #expect(placeholders.allSatisfy(words[name].contains), "\(words.language): \(name)")
            }
        }
    }

    @Test func writesDaysAsTheLanguageDoes() throws {
        let day = try #require(CalendarDate(year: 2026, month: 3, day: 8))
        #expect(Words.english.long(day) == "8 March 2026")
        #expect(Words.german.long(day) == "8. März 2026")
        #expect(Words.english.longWithWeekday(day) == "Sunday, 8 March 2026")
        #expect(Words.german.longWithWeekday(day) == "Sonntag, 8. März 2026")
    }
}
