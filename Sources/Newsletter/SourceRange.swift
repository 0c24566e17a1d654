/// A place in a file: line and column count from 1, the column in UTF-8 bytes.
package struct SourceLocation: Hashable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// Where something stands in a file: as bytes for splicing, as line and column for people.
package struct SourceRange: Hashable, Sendable {
    /// Byte offsets into the whole file, its header included.
    package var bytes: Range<Int>
    package var start: SourceLocation
    /// The last byte's place, not the one behind it.
    package var end: SourceLocation

    package init(bytes: Range<Int>, start: SourceLocation, end: SourceLocation) {
        self.bytes = bytes
        self.start = start
        self.end = end
    }
}
