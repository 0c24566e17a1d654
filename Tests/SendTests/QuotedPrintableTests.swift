import Send
import TestKit
import Testing

@Suite struct QuotedPrintableTests {
    @Test(arguments: [
        ("plain\n", "plain\r\n"),
        ("a=b\r\n", "a=3Db\r\n"),
        ("ends in a space \nends in a tab\t", "ends in a space=20\r\nends in a tab=09"),
        ("größer", "gr=C3=B6=C3=9Fer"),
        (".\n.dot", "=2E\r\n=2Edot"),
        ("From here\nFrom\n", "=46rom here\r\nFrom\r\n"),
        ("a\u{0}b\rc", "a=00b=0Dc"),
        ("", ""),
    ])
    func encodes(text: String, expected: String) {
        #expect(String(decoding: QuotedPrintable.encoded(Array(text.utf8)), as: UTF8.self) == expected)
    }

    @Test func breaksLongLines() {
        for length in 70...160 {
            let encoded = QuotedPrintable.encoded(Array(String(repeating: "x", count: length).utf8))
            #expect(lines(encoded).allSatisfy { $0.count <= 76 })
            #expect(decoded(encoded) == Array(String(repeating: "x", count: length).utf8))
        }
    }

    @Test func neverSplitsAnAtom() {
        let atom = Array("TOKEN-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".utf8)
        for length in 0...80 {
            let text = Array(String(repeating: "é", count: length).utf8) + atom + Array("tail".utf8)
            let encoded = QuotedPrintable.encoded(text, keeping: atom)
            #expect(lines(encoded).filter { contains($0, atom) }.count == 1)
            #expect(lines(encoded).allSatisfy { $0.count <= 76 })
            #expect(decoded(encoded) == text)
        }
    }

    @Test func keepsAnyBytes() {
        var generator = SeededGenerator(seed: 14)
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
                [0x20, 0x2E, 0x3D, 0x46, UInt8.random(in: 0...255, using: &generator)].randomElement(using: &generator)
                    ?? 0
            }
            // A line feed alone is a line break, like one after a carriage return.
            let bytes = text.map { $0 == 0x0A || $0 == 0x0D ? 0x2E : $0 }
            let encoded = QuotedPrintable.encoded(bytes)
            #expect(lines(encoded).allSatisfy { $0.count <= 76 && $0.allSatisfy { 0x20...0x7E ~= $0 || $0 == 0x09 } })
            #expect(lines(encoded).allSatisfy { $0.last != 0x20 && $0.last != 0x09 })
            #expect(decoded(encoded) == bytes)
        }
    }

    private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            Array($0.last == 0x0D ? $0.dropLast() : $0)
        }
    }

    private func contains(_ line: [UInt8], _ part: [UInt8]) -> Bool {
        line.indices.contains { line[$0...].starts(with: part) }
    }

    /// A decoder as simple as can be.
    private func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "=") else {
                output.append(bytes[index])
                index += 1
                continue
            }
            let code = bytes[(index + 1)..<(index + 3)]
            if let byte = UInt8(String(decoding: code, as: UTF8.self), radix: 16) { output.append(byte) }
            index += 3
        }
        return output
    }
}
