/// A position within a line, with tabs counted as in CommonMark (2.2): to the next multiple of four columns.
struct LineCursor {
    private(set) var offset: Int
    private var column = 0
    /// The line's end without its line break.
    let end: Int
    /// The offset of the next byte that is neither a space nor a tab, or ``end`` if there is none.
    private(set) var first: Int
    /// The indentation in columns, from the cursor to ``first``.
    private(set) var indent = 0

    init(_ line: Range<Int>, _ bytes: [UInt8]) {
        offset = line.lowerBound
        end = line.upperBound
        first = offset
        findFirst(bytes)
    }

    var isBlank: Bool { first == end }

    /// Whether the next byte is a space or a tab.
    func isAtBlank(_ bytes: [UInt8]) -> Bool { offset < end && bytes[offset].isBlank }

    private mutating func findFirst(_ bytes: [UInt8]) {
        first = offset
        var column = column
        while first < end {
            if bytes[first] == 0x20 {
                column += 1
            } else if bytes[first] == 0x09 {
                column += 4 - column % 4
            } else {
                break
            }
            first += 1
        }
        indent = column - self.column
    }

    /// Advances by a number of columns, possibly into a tab.
    mutating func advance(columns: Int, _ bytes: [UInt8]) {
        var columns = columns
        while columns > 0, offset < end {
            guard bytes[offset] == 0x09 else {
                (offset, column, columns) = (offset + 1, column + 1, columns - 1)
                continue
            }
            let width = 4 - column % 4
            if width <= columns { offset += 1 }
            column += min(width, columns)
            columns -= width
        }
        findFirst(bytes)
    }

    /// Advances to an offset.
    mutating func advance(to target: Int, _ bytes: [UInt8]) {
        while offset < target {
            column += bytes[offset] == 0x09 ? 4 - column % 4 : 1
            offset += 1
        }
        findFirst(bytes)
    }

    /// Skips a list marker and the spaces after it, and returns how far the item's other lines must be indented.
    mutating func skip(_ marker: ItemMarker, _ bytes: [UInt8]) -> Int {
        let width = indent + marker.width
        advance(to: marker.start + marker.width, bytes)
        // Five columns or more count as one, followed by a code block.
        if first == end || indent > 4 || indent == 0 {
            advance(columns: min(indent, 1), bytes)
            return width + 1
        }
        let blanks = indent
        advance(columns: blanks, bytes)
        return width + blanks
    }
}
