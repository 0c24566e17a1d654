import Testing

@testable import Text

@Suite struct CSVReaderTests {
    /// The rows of a text that arrives in pieces of some size.
    private static func rows(_ text: String, pieces size: Int, separator: Character = ",") throws -> [[String]] {
        var rows: [[String]] = []
        var reader = CSVReader(separator: separator.asciiValue ?? 0)
        let add = { (row: CSVRow) in rows.append((0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }) }
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try reader.read(Array(bytes[start..<min(start + size, bytes.count)]), add)
        }
        try reader.finish(add)
        return rows
    }

    @Test(
        arguments: [
            ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]), ("\n\r\n a ,\n\n", [[" a ", ""]]),
            ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]), ("\"a\r\nb\",c\n", [["a\r\nb", "c"]]),
            ("\"a\nb\"\n\"\"\n", [["a\nb"], [""]]), ("a\"b\",c\n", [["a\"b\"", "c"]]), ("\"a\"b,c\n", [["ab", "c"]]),
            (",,\n", [["", "", ""]]), ("é,例\n", [["é", "例"]]), ("", []), ("\n", []),
        ] as [(String, [[String]])])
    func readsRows(text: String, rows: [[String]]) throws {
        for size in [1, 2, 3, 1000] {
            let expected = rows.filter { $0 != [""] }
            #expect(try Self.rows(text, pieces: size).filter { $0 != [""] } == expected, "pieces of \(size)")
        }
    }

    @Test func countsLines() throws {
        var lines: [Int] = []
        var reader = CSVReader(separator: UInt8(ascii: ","))
        try reader.read(Array("a\r\n\r\n\"b\nc\"\nd".utf8)) { lines.append($0.line) }
        try reader.finish { lines.append($0.line) }
        #expect(lines == [1, 3, 5])
    }

    @Test(
        arguments: [
            ("a\n\"b\nc", .quotationNotClosed(line: 2)), ("a\nb\0c\n", .binary(line: 2)),
            ("a\n\"" + String(repeating: "x,\n", count: 400_000), .rowTooLong(line: 2)),
        ] as [(String, CSVReader.Fault)])
    func refusesWhatIsNotATable(text: String, fault: CSVReader.Fault) {
        #expect(throws: fault) { try Self.rows(text, pieces: 4096) }
    }

    @Test func readsFieldsThatAreNotUTF8AsWindows1252() throws {
        var texts: [String] = []
        var reader = CSVReader(separator: UInt8(ascii: ";"))
        try reader.read([0x6A, 0xF6, 0x72, 0x67, 0x3B, 0xC3, 0xB6, 0x0A]) {
            texts = [$0.text(0), $0.text(1), $0.text(2)]
        }
        #expect(texts == ["jörg", "ö", ""])
    }

    /// A spreadsheet must not calculate what a stranger typed, and an import must get it back.
    @Test(arguments: [
        ("ann", "ann"), ("=1+1", "'=1+1"), ("+x@example.org", "'+x@example.org"), ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"), ("'=x", "''=x"), ("'ann", "'ann"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
        ("=\"a\"", "\"'=\"\"a\"\"\""),
    ])
    func writesCellsThatSpreadsheetsDoNotCalculate(text: String, cell: String) throws {
        #expect(CSVWriter.line([text]) == Array((cell + "\r\n").utf8))
        #expect(try CSVWriter.unescaped(Self.rows(cell, pieces: 1)[0][0]) == text)
    }
}
