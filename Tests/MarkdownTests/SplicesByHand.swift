import Markdown
import Newsletter
import TestKit

/// Makes each kind of edit with the writer and once more by hand, on the bytes themselves, and compares.
enum SplicesByHand {
    private static let added = "* [New](https://example.org/)"

    /// Nil where both give the same bytes for a random entry; else the edit for which they do not.
    static func difference(_ bytes: [UInt8], entries: [Entry], using random: inout SeededGenerator) -> String? {
        guard let entry = entries.randomElement(using: &random), let other = entries.randomElement(using: &random)
        else { return nil }
        let starts = lineStarts(in: bytes)
        let first = starts[entry.range.start.line - 1]
        // A last line without its end gets one when something follows it; the writer's own tests look at that.
        guard entry.range.end.line < starts.count else { return nil }
        let last = starts[entry.range.end.line]
        let target = starts[other.range.start.line - 1]
        let lines = bytes[first..<last]
        let new =
            Array(added.utf8)
            + (starts.count > 1 && starts[1] > 1 && bytes[starts[1] - 2] == 0x0D ? [0x0D, 0x0A] : [0x0A])

        func fault(_ what: String, _ wanted: [ArraySlice<UInt8>], _ edit: (inout IssueWriter) -> Void) -> String? {
            var writer = IssueWriter(bytes)
            edit(&writer)
            return (try? writer.bytes()) == wanted.reduce(into: []) { $0 += $1 }
                ? nil : "\(what) of '\(entry.title)' at \(entry.range.start)"
        }
        let range = entry.range.bytes
        var faults = [
            fault("insert before", [bytes[..<first], new[...], bytes[first...]]) {
                $0.insert(added, before: entry.range)
            },
            fault("insert after", [bytes[..<last], new[...], bytes[last...]]) { $0.insert(added, after: entry.range) },
            fault("remove", [bytes[..<first], bytes[last...]]) { $0.remove(entry.range) },
            fault("replace", [bytes[..<range.lowerBound], new[...], bytes[range.upperBound...]]) {
                $0.replace(entry.range, with: String(decoding: new, as: UTF8.self))
            },
        ]
        if target <= first {
            let wanted = [bytes[..<target], lines, bytes[target..<first], bytes[last...]]
            faults.append(fault("move up", wanted) { $0.move(entry.range, before: other.range) })
        }
        if target >= last {
            let wanted = [bytes[..<first], bytes[last..<target], lines, bytes[target...]]
            faults.append(fault("move down", wanted) { $0.move(entry.range, before: other.range) })
        }
        return faults.lazy.compactMap(\.self).first
    }

    /// As CommonMark has it: a line ends with LF, CR or both.
    private static func lineStarts(in bytes: [UInt8]) -> [Int] {
        var starts = [0]
        for index in bytes.indices
        where bytes[index] == 0x0A || bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) {
            starts.append(index + 1)
        }
        return starts
    }
}
