internal import Context
internal import Newsletter
internal import Text

/// Reads the rows of a list piece by piece: finds out its encoding, its separator and its columns.
struct ListReader {
    let file: String
    private var decoder: PiecewiseDecoder?
    private var rows: CSVReader?
    private var columns: ListColumns?

    init(file: String) {
        self.file = file
    }

    /// Passes each row after the names to a closure.
    ///
    /// - Throws: a ``Diagnostic`` if it isn't a list of addresses; ``CSVReader/Fault``; ``FileError``; what the closure
    ///   throws.
    mutating func read(_ files: Files, _ body: (CSVRow, ListColumns) throws -> Void) throws {
        try files.readPieces(file) { piece in try read(piece, isLast: false, body) }
        try read([], isLast: true, body)
        guard var rows else { return }
        try rows.finish { row in try read(row, body) }
    }

    private mutating func read(
        _ piece: [UInt8], isLast: Bool, _ body: (CSVRow, ListColumns) throws -> Void
    ) throws {
        if decoder == nil, !piece.isEmpty {
            decoder = PiecewiseDecoder(beginning: piece)
            if decoder == nil { throw Diagnostic.undecodableList(file) }
        }
        guard let text = decoder?.utf8(of: piece, isLast: isLast), !text.isEmpty else { return }
        // Taken out, so that it isn't copied while the closure runs.
        var reader = rows ?? CSVReader(separator: Self.separator(text))
        rows = nil
        try reader.read(text) { row in try read(row, body) }
        rows = reader
    }

    private mutating func read(_ row: CSVRow, _ body: (CSVRow, ListColumns) throws -> Void) throws {
        if let columns { return try body(row, columns) }
        guard let columns = ListColumns(row) else { throw Diagnostic.noAddresses(file, line: row.line) }
        self.columns = columns
        if !columns.hasHeader { try body(row, columns) }
    }

    /// The most frequent candidate in the first line, because some spreadsheets write semicolons or tabs.
    private static func separator(_ text: [UInt8]) -> UInt8 {
        let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let counts = candidates.map { candidate in line.count { $0 == candidate } }
        let most = counts.max() ?? 0
        return most == 0 ? candidates[0] : candidates[counts.firstIndex(of: most) ?? 0]
    }
}
