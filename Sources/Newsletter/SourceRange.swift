/// A location in a file: line and column count from 1, the column in UTF-8 bytes.
package struct SourceLocation: Hashable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// The range of something in a file: in bytes for splicing, as line and column for people.
package struct SourceRange: Hashable, Sendable {
    /// Byte offsets into the whole file, including its header.
    package var bytes: Range<Int>
    package var start: SourceLocation
    /// The location of the last byte, not of the one after it.
    package var end: SourceLocation

    package init(bytes: Range<Int>, start: SourceLocation, end: SourceLocation) {
        self.bytes = bytes
        self.start = start
        self.end = end
    }
}
