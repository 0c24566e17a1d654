/// Recognises the rows of tables as cmark-gfm 0.29 does (GitHub Flavored Markdown, "Tables").
enum TableRow {
    /// The number of cells in a line, given from its first non-blank byte; 0 if the line isn't a row.
    static func cellCount(_ line: ArraySlice<UInt8>) -> Int {
        var index = afterPipe(line, line.startIndex) ?? line.startIndex
        var count = 0
        while index < line.endIndex {
            let start = index
            while index < line.endIndex,
                line[index] != UInt8(ascii: "|") || index > start && line[index - 1] == UInt8(ascii: "\\")
            {
                index += 1
            }
            count += 1
            guard let next = afterPipe(line, index) else { break }
            index = next
        }
        return count
    }

    /// Whether a line is a delimiter row, `|---|:-:|`, provided that the row before it has the same number of cells.
    static func isDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
        var rest = line
        if rest.first == UInt8(ascii: "|") { rest.removeFirst() }
        while true {
            rest = rest.drop(while: \.isTableBlank)
            if rest.first == UInt8(ascii: ":") { rest.removeFirst() }
            guard rest.first == UInt8(ascii: "-") else { return false }
            rest = rest.drop { $0 == UInt8(ascii: "-") }
            if rest.first == UInt8(ascii: ":") { rest.removeFirst() }
            rest = rest.drop(while: \.isTableBlank)
            guard rest.first == UInt8(ascii: "|") else { return rest.isEmpty }
            rest.removeFirst()
            if rest.allSatisfy(\.isTableBlank) { return true }
        }
    }

    /// The offset after a cell's end and the spaces after it.
    private static func afterPipe(_ line: ArraySlice<UInt8>, _ index: Int) -> Int? {
        guard index < line.endIndex, line[index] == UInt8(ascii: "|") else { return nil }
        return line[(index + 1)...].drop(while: \.isTableBlank).startIndex
    }
}

extension UInt8 {
    fileprivate var isTableBlank: Bool { isBlank || self == 0x0B || self == 0x0C }
}
