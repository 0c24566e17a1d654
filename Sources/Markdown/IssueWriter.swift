package import Newsletter

/// Edits an issue at given ranges; all other bytes stay unchanged.
///
/// The ranges refer to the original text; all edits are applied together, and their order doesn't matter.
package struct IssueWriter: Sendable {
    private let source: SourceText
    private var splices: [Splice] = []

    private struct Splice {
        var range: Range<Int>
        var replacement: [UInt8]
        var order: Int
    }

    /// The error if two edits change the same bytes.
    package enum EditError: Error, CustomStringConvertible {
        case overlapping(SourceLocation)

        package var description: String {
            switch self {
            case .overlapping(let place): "two edits change the same text at \(place.line):\(place.column)"
            }
        }
    }

    package init(_ bytes: [UInt8]) {
        source = SourceText(bytes)
    }

    /// Inserts lines before the line on which `range` begins.
    package mutating func insert(_ lines: String, before range: SourceRange) {
        let start = lineStart(of: range)
        splice(start..<start, withLines: lines)
    }

    /// Inserts lines before a line, counted from 1; at the end if the text has fewer lines.
    package mutating func insert(_ lines: String, aboveLine line: Int) {
        let start = source.start(ofLine: line)
        splice(start..<start, withLines: lines)
    }

    /// Inserts lines after the line on which `range` ends.
    package mutating func insert(_ lines: String, after range: SourceRange) {
        let end = lineEnd(of: range)
        splice(end..<end, withLines: lines)
    }

    /// Replaces a range's bytes with `text`.
    package mutating func replace(_ range: SourceRange, with text: String) {
        splices.append(Splice(range: range.bytes, replacement: Array(text.utf8), order: splices.count))
    }

    /// Removes the whole lines of a range.
    package mutating func remove(_ range: SourceRange) {
        splices.append(Splice(range: lineStart(of: range)..<lineEnd(of: range), replacement: [], order: splices.count))
    }

    /// Moves the lines of a range before the lines of another.
    package mutating func move(_ range: SourceRange, before target: SourceRange) {
        var lines = Array(source.bytes[lineStart(of: range)..<lineEnd(of: range)])
        let start = lineStart(of: target)
        // The last line of a file may lack a line break.
        if lines.last != UInt8(ascii: "\n"), lines.last != UInt8(ascii: "\r") { lines += lineBreak }
        splices.append(Splice(range: start..<start, replacement: lines, order: splices.count))
        remove(range)
    }

    /// The text with all edits applied; without edits, exactly the bytes that were read.
    ///
    /// - Throws: ``EditError`` if edits overlap.
    package func bytes() throws(EditError) -> [UInt8] {
        guard !splices.isEmpty else { return source.bytes }
        let ordered = splices.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.order) < ($1.range.lowerBound, $1.range.upperBound, $1.order)
        }
        var result: [UInt8] = []
        result.reserveCapacity(source.bytes.count)
        var position = 0
        for splice in ordered {
            guard splice.range.lowerBound >= position else {
                throw .overlapping(source.location(of: splice.range.lowerBound))
            }
            result += source.bytes[position..<splice.range.lowerBound]
            // The last line of a file may lack a line break.
            if splice.range.isEmpty, !splice.replacement.isEmpty, splice.range.lowerBound == source.bytes.count,
                let last = result.last, last != UInt8(ascii: "\n"), splice.replacement.last == UInt8(ascii: "\n")
            {
                result += lineBreak
            }
            result += splice.replacement
            position = splice.range.upperBound
        }
        return result + source.bytes[position...]
    }

    private mutating func splice(_ range: Range<Int>, withLines lines: String) {
        splices.append(Splice(range: range, replacement: terminated(Array(lines.utf8)), order: splices.count))
    }

    private func terminated(_ lines: [UInt8]) -> [UInt8] {
        let lineBreak = lineBreak
        guard lineBreak.count > 1 || lines.last != UInt8(ascii: "\n") else { return lines }
        // Inserted lines use the same line break as the text.
        var output: [UInt8] = []
        for line in lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast(
            lines.last == UInt8(ascii: "\n") ? 1 : 0)
        {
            output += line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            output += lineBreak
        }
        return output
    }

    /// The line break used in the text.
    private var lineBreak: [UInt8] {
        guard source.lineStarts.count > 1, source.lineStarts[1] >= 2, source.bytes[source.lineStarts[1] - 2] == 0x0D
        else {
            return [0x0A]
        }
        return [0x0D, 0x0A]
    }

    private func lineStart(of range: SourceRange) -> Int { source.start(ofLine: range.start.line) }

    private func lineEnd(of range: SourceRange) -> Int { source.start(ofLine: range.end.line + 1) }
}
