import Testing

@testable import Text

@Suite struct PiecewiseDecoderTests {
    private static let text = "ann@example.org\nöß例💌\n"

    private static func decoded(_ bytes: [UInt8], pieces size: Int) throws -> String {
        var decoder = try #require(PiecewiseDecoder(beginning: bytes))
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            output += decoder.utf8(of: Array(bytes[start..<min(start + size, bytes.count)]))
        }
        return String(decoding: output + decoder.utf8(of: [], isLast: true), as: UTF8.self)
    }

    private static func utf16(_ text: String, _ order: (UInt16) -> UInt16) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit in
            let unit = order(unit)
            return [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
        }
    }

    @Test(arguments: [4, 5, 6, 7, 9, 1000]) func convertsUTF16(size: Int) throws {
        #expect(try Self.decoded(Self.utf16(Self.text, \.littleEndian), pieces: size) == Self.text)
        #expect(try Self.decoded(Self.utf16(Self.text, \.bigEndian), pieces: size) == Self.text)
    }

    @Test(arguments: [4, 5, 1000]) func keepsUTF8(size: Int) throws {
        #expect(try Self.decoded(Array(Self.text.utf8), pieces: size) == Self.text)
        #expect(try Self.decoded([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8), pieces: size) == Self.text)
    }

    @Test func refusesTheEncodingOfMainframes() {
        #expect(PiecewiseDecoder(beginning: [0x4C, 0x6F, 0xA7, 0x94, 0x93]) == nil)
    }
}
