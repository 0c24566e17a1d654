/// Reads rows of comma-separated values (RFC 4180) from bytes that arrive in pieces. Also accepts lines that end with
/// LF or CR alone, other separators, and rows of different lengths.
package struct CSVReader {
    /// What makes a text something else than comma-separated values.
    package enum Fault: Error, Hashable, Sendable {
        /// A row is longer than ``longestRow``; probably a quotation isn't closed.
        case rowTooLong(line: Int)
        case binary(line: Int)
        case quotationNotClosed(line: Int)
    }

    private enum State {
        case fieldStart, plain, quoted
        /// After a quotation mark in a quotation: its end, or the first of two.
        case quotedMark
    }

    /// In bytes.
    package static let longestRow = 1 << 20

    private let separator: UInt8
    private var state = State.fieldStart
    private var row: CSVRow
    private var line = 1
    private var endedWithCR = false

    package init(separator: UInt8) {
        self.separator = separator
        row = CSVRow(line: 1)
    }

    /// Reads one piece, and passes the rows that end in it to a closure. Empty lines are skipped.
    package mutating func read(_ piece: [UInt8], _ body: (CSVRow) throws -> Void) throws {
        for byte in piece {
            // CR, LF and CR LF each end one line.
            if byte == lineFeed, endedWithCR {
                endedWithCR = false
                if state == .quoted { row.append(byte) }
                continue
            }
            endedWithCR = byte == carriageReturn
            switch (state, byte) {
            case (_, 0): throw Fault.binary(line: line)
            case (.quoted, quote): state = .quotedMark
            case (.quoted, _):
                if byte == lineFeed || byte == carriageReturn { line += 1 }
                try append(byte)
            case (.quotedMark, quote):
                state = .quoted
                try append(byte)
            case (.fieldStart, quote): state = .quoted
            case (_, separator):
                row.endField()
                state = .fieldStart
            case (_, lineFeed), (_, carriageReturn): try endRow(body)
            default:
                state = .plain
                try append(byte)
            }
        }
    }

    /// Ends the text, whose last line may have no line break.
    package mutating func finish(_ body: (CSVRow) throws -> Void) throws {
        if state == .quoted { throw Fault.quotationNotClosed(line: row.line) }
        try endRow(body)
    }

    private mutating func append(_ byte: UInt8) throws {
        guard row.byteCount < Self.longestRow else { throw Fault.rowTooLong(line: row.line) }
        row.append(byte)
    }

    private mutating func endRow(_ body: (CSVRow) throws -> Void) throws {
        row.endField()
        state = .fieldStart
        if !row.isEmpty { try body(row) }
        line += 1
        row.clear(line: line)
    }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
