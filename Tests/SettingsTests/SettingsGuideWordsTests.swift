import Newsletter
import TestKit
import Testing

/// `Guides/words.md`, which this test writes with the other generated files.
@Suite struct SettingsGuideWordsTests {
    @Test func listsEveryWord() {
        var text = """
            # Words

            The labels, sentences, names and forms of dates that Sennight writes, in English. `words:` in `sennight.yaml`
            replaces them, or completes a language that Sennight doesn't write. What is in braces is filled in, and must
            occur in the replacement. Words that begin with `draft_` are written into drafts.

            ```yaml
            language: pt-BR
            words:
              archive: Arquivo
              date_form: "{day} de {month} de {year}"
            ```

            | word | English |
            | --- | --- |

            """
        for (name, english) in Localization.english.texts.sorted(by: { $0.key < $1.key })
        where !name.hasPrefix("starter_") && name != "draft_virtual" && name != "draft_hybrid" {
            text += "| `\(name)` | \(english) |\n"
        }
        #expect(Golden.difference(Array(text.utf8), from: "../../Guides/words.md") == nil)
    }
}
