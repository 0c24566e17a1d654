import Foundation
import Newsletter
import TestKit
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

    @Test func shipsFourLanguages() {
        #expect(Localization.all.map(\.language) == ["en", "de", "es", "fr"])
        #expect(Localization.english["archive"] == "Archive")
        #expect(Localization.english["no such word"] == "no such word")
    }

    @Test(arguments: [
        ("de", "de"), ("de-CH", "de"), ("DE-at", "de"), ("es-419", "es"), ("fr-Latn-CA", "fr"), ("pt-BR", "en"),
        ("den", "en"), ("x-de", "en"),
    ])
    func findsTheTextsOfATag(tag: String, texts: String) {
        let words = Localization.of(tag)
        #expect(words.language == tag)
        #expect(words.texts == Localization.of(texts).texts)
        #expect((Localization.shipped(for: tag) == nil) == (texts == "en"))
    }

    @Test func keepsThePlaceholdersOfItsTexts() {
        for (name, text) in Localization.english.texts {
            for words in Localization.all {
                #expect(TextForm(words[name]).names == TextForm(text).names, "\(words.language): \(name)")
            }
        }
    }

    @Test func replacesSomeWords() throws {
        let day = try #require(CalendarDate(year: 2026, month: 3, day: 8))
        let words = Localization.english.replacing([
            "archive": "Back issues", "date_form": "{month} {day}, {year}", "weekdays": "Mo, Tu, We, Th, Fr, Sa,Su",
        ])
        #expect(words["archive"] == "Back issues" && words["events"] == "Events")
        #expect(words.longWithWeekday(day) == "Su, March 8, 2026")
    }

    @Test func writesTimesOfDay() {
        #expect(Localization.german.oClock("18:00–20:00") == "18:00–20:00 Uhr")
        #expect(Localization.spanish.oClock("9:30") == "9:30 h")
    }

    @Test(arguments: Localization.all.map(\.language))
    func writesDatesAsTheLocaleDataDoes(language: String) throws {
        let path = TestData.packageRoot + "/Tests/Fixtures/dates.tsv"
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter {
            $0.hasPrefix(language + "\t")
        }
        #expect(lines.count == 100)
        let words = Localization.of(language)
        for line in lines {
            let fields = line.split(separator: "\t").map(String.init)
            let day = try #require(CalendarDate(iso8601: fields[1]))
            #expect([words.long(day), words.longWithWeekday(day)] == Array(fields[2...]))
        }
    }
}
