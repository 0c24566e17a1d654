package import Newsletter
internal import Text

/// An issue's bytes with its line starts, for converting the parser's lines to locations in the file.
package struct SourceText: Sendable {
    package let bytes: [UInt8]
    /// The offset of each line's first byte; a line ends with LF, CR or both, as in CommonMark.
    package let lineStarts: [Int]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lineStarts = bytes.withUnsafeBufferPointer { buffer in
            // Hardly any text has carriage returns.
            guard buffer.firstIndex(of: 0x0D, from: 0) == nil else { return Self.startsAfterAnyBreak(buffer) }
            var starts = [0]
            starts.reserveCapacity(buffer.count / 60 + 1)
            var start = 0
            while let end = buffer.firstIndex(of: 0x0A, from: start) {
                start = end + 1
                starts.append(start)
            }
            return starts
        }
    }

    private static func startsAfterAnyBreak(_ buffer: UnsafeBufferPointer<UInt8>) -> [Int] {
        var starts = [0]
        for (index, byte) in buffer.enumerated() where byte == 0x0A || byte == 0x0D {
            let isFollowed = index + 1 < buffer.count && buffer[index + 1] == 0x0A
            if byte == 0x0A || !isFollowed { starts.append(index + 1) }
        }
        return starts
    }

    /// The location of a byte.
    package func location(of offset: Int) -> SourceLocation {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return SourceLocation(line: low + 1, column: offset - lineStarts[low] + 1)
    }

    /// The source range of `bytes`: the line and column of the first and the last byte.
    package func range(_ bytes: Range<Int>) -> SourceRange {
        SourceRange(
            bytes: bytes, start: location(of: bytes.lowerBound),
            end: location(of: max(bytes.lowerBound, bytes.upperBound - 1)))
    }

    /// The offset of a line's first byte, lines counted from 1; the end of the text for lines past the last one.
    package func start(ofLine line: Int) -> Int {
        line <= lineStarts.count ? lineStarts[line - 1] : bytes.count
    }

    /// A range without whitespace at its end.
    func trimmingEnd(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
        return range.lowerBound..<end
    }
}
