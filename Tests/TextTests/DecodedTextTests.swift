import Testing

@testable import Text

@Suite struct DecodedTextTests {
    private static let tea: [UInt8] = [0xD7, 0xE0, 0xE9]  // "Чай" in windows-1251

    private func text(
        _ before: String, _ bytes: [UInt8], _ after: String = "", format: DecodedText.Format = .xml,
        contentType: String? = nil
    ) -> String {
        let decoded = DecodedText(
            Array(before.utf8) + bytes + Array(after.utf8), format: format, contentType: contentType)
        return String(decoding: decoded.bytes, as: UTF8.self)
    }

    @Test(
        "Reads the header's charset however it is written",
        arguments: [
            "text/xml; charset=windows-1251", "text/xml;charset=\"Windows-1251\"", "text/xml; q=1; CHARSET=cp1251",
            "text/xml; charset = 'windows-1251'",
        ])
    func readsTheHeader(contentType: String) {
        #expect(text("<a>", Self.tea, "</a>", contentType: contentType) == "<a>Чай</a>")
        #expect(text("<a>", Self.tea, format: .html, contentType: contentType) == "<a>Чай")
        #expect(text("SUMMARY:", Self.tea, format: .plain, contentType: contentType) == "SUMMARY:Чай")
    }

    @Test func prefersTheHeaderToTheDeclaration() {
        let declared = text(
            "<?xml version='1.0' encoding='koi8-r'?><a>", Self.tea, contentType: "text/xml; charset=windows-1251")
        #expect(declared.hasSuffix("<a>Чай"))
    }

    @Test(arguments: [
        ("<?xml version=\"1.0\" encoding=\"windows-1251\"?>", DecodedText.Format.xml),
        ("<?xml version='1.0' encoding = 'cp1251' ?>", .xml), ("<meta charset=windows-1251>", .html),
        ("<title>x</title><META Http-Equiv='Content-Type' content='text/html; charset=windows-1251'>", .html),
        ("<?xml version='1.0' encoding='windows-1251'?><html>", .html),
        ("<!-- <meta charset=koi8-r> --><meta charset='Windows-1251'/>", .html),
    ])
    func readsTheDeclaration(declaration: String, format: DecodedText.Format) {
        #expect(text(declaration, Self.tea, format: format) == declaration + "Чай")
    }

    @Test(
        "Reads other encodings by their labels on the web",
        arguments: [
            ("koi8-r", [0xFE, 0xC1, 0xCA], "Чай"), ("shift_jis", [0x82, 0xA8, 0x92, 0x83], "お茶"),
            ("euc-jp", [0xA4, 0xAA, 0xC3, 0xE3], "お茶"), ("gb2312", [0xB2, 0xE8], "茶"), ("big5", [0xAF, 0xF9], "茶"),
            ("euc-kr", [0xC2, 0xF7], "차"), ("iso-8859-2", [0xB3], "ł"), ("iso-8859-15", [0xA4], "€"),
            ("ISO-8859-1", [0x93, 0xE9, 0x94], "“é”"), ("macintosh", [0x8E], "é"),
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x24, 0x2A, 0x1B, 0x28, 0x42], "お"),
        ])
    func readsLabels(label: String, bytes: [UInt8], expected: String) {
        #expect(text("<a>", bytes, "</a>", contentType: "text/xml; charset=\(label)") == "<a>\(expected)</a>")
    }

    @Test(arguments: [
        ([0xFF, 0xFE], 2, false), ([0xFE, 0xFF], 2, true), ([], 2, true), ([], 2, false),
        ([0, 0, 0xFE, 0xFF], 4, true),
        ([0xFF, 0xFE, 0, 0], 4, false), ([], 4, true), ([], 4, false),
    ])
    func readsUnicodeByItsFirstBytes(mark: [UInt8], width: Int, isBigEndian: Bool) {
        let bytes = "<a>Чай".unicodeScalars.flatMap { scalar in
            let little = [UInt8(scalar.value & 0xFF), UInt8(scalar.value >> 8)] + Array(repeating: 0, count: width - 2)
            return isBigEndian ? little.reversed() : little
        }
        let decoded = DecodedText(mark + bytes, format: .xml, contentType: "text/xml; charset=koi8-r")
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == "<a>Чай")
    }

    @Test func dropsTheMarkOfUTF8() {
        #expect(text("\u{FEFF}<a>", [0xD0, 0xA7], contentType: "text/xml; charset=koi8-r") == "<a>Ч")
    }

    @Test(
        "Passes over what the bytes contradict",
        arguments: [
            ("text/xml; charset=us-ascii", "Чай"), ("text/xml; charset=utf-16", "Чай"),
            ("text/xml; charset=nonsense", "Чай"),
            ("text/xml; charset=", "Чай"), ("text/xml; charset=utf-8//IGNORE", "Чай"), ("text/xml", "Чай"),
        ])
    func passesOverContradictions(contentType: String, expected: String) {
        #expect(text("", Array("Чай".utf8), contentType: contentType) == expected)
    }

    @Test func readsUndeclaredBytesAsWindows1252() {
        for contentType in [nil, "text/xml; charset=utf-8", "text/xml; charset=us-ascii"] {
            #expect(text("It", [0x92], "s a caf", contentType: contentType) + "é" == "It’s a café")
            #expect(text("caf", [0xE9], " \u{22}x\u{22}", contentType: contentType) == "café \"x\"")
        }
    }

    @Test func keepsUTF8ThatWasCutWithinALetter() {
        #expect(text("Чай и сахар", [0xD0]) == "Чай и сахар\u{FFFD}")
    }

    @Test(arguments: ["utf-7", "UTF-7", "unicode-1-1-utf-7"])
    func refusesUTF7(label: String) {
        #expect(
            DecodedText(Array("<a/>".utf8), format: .xml, contentType: "text/xml; charset=\(label)").refusedEncoding
                != nil)
        #expect(CharacterEncoding(label: label) == nil)
    }
}
