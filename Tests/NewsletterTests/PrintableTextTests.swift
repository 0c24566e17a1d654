import Foundation
import Newsletter
import TestKit
import Testing
import Text

@Suite struct PrintableTextTests {
    @Test(arguments: HostileText.payloads)
    func keepsValuesFromBeingMoreThanText(payload: String) throws {
        let fault = Diagnostic(payload, remedy: payload, file: payload, at: SourceLocation(line: 1, column: 2))
        let values: [PrintableText] = [
            "\(payload)", "\(payload[...])", "\([payload])", "\(Optional(payload) as Any)", "\(fault)",
            "\(fault.printed(isColored: false))",
        ]
        for printed in values {
            #expect(HostileText.controls(in: printed.text) == [])
            #expect(!printed.text.contains("\n"))
        }
        let lines: PrintableText = "\(Diagnostics([fault, fault]))"
        #expect(HostileText.controls(in: lines.text) == [])
        #expect(lines.text.split(separator: "\n").count == 2)
        let several: PrintableText = "\(lines: payload)"
        #expect(HostileText.controls(in: several.text) == [])
        let json = PrintableText(.members([(payload, .text(payload))]))
        #expect(HostileText.controls(in: json.text, allowsJoiners: true) == [])
        #expect(try JSONDecoder().decode([String: String].self, from: Data(json.text.utf8)) == [payload: payload])
    }

    @Test(arguments: [
        ("a\u{1B}[2Jb", #"a\u{1B}[2Jb"#), ("a\nb\r\nc\td", #"a\nb\r\nc d"#), ("\u{9B}x\u{85}", #"\u{9B}x\u{85}"#),
        ("\u{202E}cod", #"\u{202E}cod"#), ("a\u{E0041}", #"a\u{E0041}"#), ("Käse – „Öl“ 東京 😀", "Käse – „Öl“ 東京 😀"),
        ("👩‍💻 🏳️‍🌈 می‌خواهم", "👩‍💻 🏳️‍🌈 می‌خواهم"), ("pay\u{200D}pal", #"pay\u{200D}pal"#), ("\u{200D}", #"\u{200D}"#), ("", ""),
    ])
    func showsWhatItEscapes(value: String, printed: String) {
        #expect(("\(value)" as PrintableText).text == printed)
    }

    @Test func keepsLiteralsAndColours() {
        let name = "a\u{1B}b"
        let inner: PrintableText = "\(name)\n"
        #expect(
            ("\r\(inner)\("\(name)", in: .red)\("x", in: nil)" as PrintableText).text
                == "\ra\\u{1B}b\n\u{1B}[31ma\\u{1B}b\u{1B}[0mx")
        #expect((["a", "\(name)"] as [PrintableText]).joined(separator: "\n").text == "a\na\\u{1B}b")
        #expect(("\(lines: "a\r\n\tb\rc")" as PrintableText).text == "a\n b\\rc")
    }
}
