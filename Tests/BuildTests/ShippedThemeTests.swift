import Foundation
import Newsletter
import Testing
import TestKit

@testable import Build

@Suite struct ShippedThemeTests {
    /// The names in a template's tags, without partials and comments.
    private static func names(in text: String) -> [String] {
        text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            let tag = part.drop { $0 == "{" }
            guard let first = tag.first, first != "!", first != ">" else { return nil }
            return String(tag.drop { "#^/&".contains($0) }.prefix { $0 != "}" })
        }
    }

    @Test("Uses only names that are known", arguments: ShippedTheme.templates.keys.sorted())
    func usesOnlyKnownNames(template: String) throws {
        let text = try #require(ShippedTheme.templates[template])
        let names = Self.names(in: text)
        #expect(text.contains("{{") && !names.isEmpty)
        let unknown = names.flatMap { $0.split(separator: ".").map(String.init) }.filter {
            !TemplateNames.all.contains($0)
        }
        #expect(unknown == [])
        #expect(
            TemplateChecker.faults(of: Array(text.utf8), file: template, partials: Set(ShippedTheme.templates.keys))
                .isEmpty)
    }

    @Test("Uses only words that every language has", arguments: Localization.all.map(\.language))
    func usesOnlyWordsOfEveryLanguage(language: String) throws {
        let words = Localization.of(language)
        #expect(words.language == language)
        let used = Set(
            ShippedTheme.templates.values.flatMap(Self.names).filter { $0.hasPrefix("words.") }.map {
                String($0.dropFirst(6))
            })
        #expect(used.count > 20)
        #expect(used.subtracting(words.texts.keys) == [])
        #expect(Set(words.texts.keys) == Set(Localization.english.texts.keys))
        #expect(words.texts.values.allSatisfy { !$0.isEmpty })
        #expect(words.months.count == 12 && words.weekdays.count == 7)
    }

    @Test func listsEveryFileOfItsFolder() throws {
        let folder = TestData.packageRoot + "/Sources/Build/Theme"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(
            files
                == (ShippedTheme.templates.keys.map { $0 + ".mustache" } + [
                    "search-field.js", "search.js", "style.css",
                ]).sorted())
    }

    @Test func keepsItsStyleSheetSmallAndToItself() {
        let css = String(decoding: ShippedTheme.styleSheet, as: UTF8.self)
        #expect(css.utf8.count <= 14 * 1024, "\(css.utf8.count) bytes")
        for outside in ["http:", "https:", "url(//", "@import", "@font-face"] {
            #expect(!css.replacing(" ", with: "").contains(outside), "\(outside)")
        }
    }

    @Test("Loads nothing from elsewhere", arguments: ShippedTheme.templates.keys.sorted())
    func loadsNothingFromElsewhere(template: String) throws {
        let text = try #require(ShippedTheme.templates[template])
        #expect(!text.contains("http://") && !text.contains("https://") && !text.contains("\"//"))
        // Scripts stand in the page or not at all.
        #expect(!text.contains("<script src") && !text.contains("<iframe") && !text.contains("@import"))
    }

    @Test func needsNoScriptForReading() throws {
        let withScript = ShippedTheme.templates.filter { $0.value.contains("<script>") }.keys.sorted()
        // Two that lead on, each with a link for those without scripts; and the reloading of `serve`.
        #expect(withScript == ["foot", "latest", "lead"])
    }
}
