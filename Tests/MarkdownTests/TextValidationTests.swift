import TestKit
import Testing

@testable import Markdown

@Suite struct TextValidationTests {
    @Test func agreesWithTheStandardLibrary() {
        var random = SeededGenerator(seed: 604)
        let alphabet: [UInt8] = [
            0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xA0, 0x9F, 0xE1, 0xED, 0xEF, 0xF0, 0x90, 0x8F, 0xF1, 0xF3,
            0xF4, 0xF5, 0xFF,
        ]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in
                alphabet.randomElement(using: &random)
            }
            let fault = TextValidation.firstFault(in: bytes)
            #expect((fault == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
            if let fault { #expect(String(validating: bytes[..<fault], as: UTF8.self) != nil, "\(bytes)") }
        }
    }

    @Test(arguments: [("", nil), ("aé€🦀\u{FFFF}", nil), ("a\0b", 1), ("\0", 0)])
    func findsNUL(text: String, fault: Int?) {
        #expect(TextValidation.firstFault(in: Array(text.utf8)) == fault)
    }
}
