package import Markdown
internal import Newsletter

/// Compares the findings of two versions of a text.
///
/// Findings are the same if the same check reported them for the same line, even if the line has moved: moving an entry
/// doesn't create new findings. Whitespace at the ends of a line makes no difference.
package struct FindingDiff: Sendable {
    /// The findings that the other version has too.
    package private(set) var shared: [Finding] = []
    /// The findings that only this version has.
    package private(set) var new: [Finding] = []

    /// - Parameter others: the findings in `other`; each of them matches one finding only.
    package init(
        _ findings: [Finding], in text: SourceText, with others: [Finding], in other: SourceText
    ) {
        var lines = Lines()
        let (here, there) = (lines.numbers(of: findings, in: text), lines.numbers(of: others, in: other))
        var left: [Key: Int] = [:]
        for (finding, line) in zip(others, there) { left[Key(id: finding.id, line: line), default: 0] += 1 }
        for (finding, line) in zip(findings, here) {
            let key = Key(id: finding.id, line: line)
            if let count = left[key], count > 0 {
                left[key] = count - 1
                shared.append(finding)
            } else {
                new.append(finding)
            }
        }
    }

    private struct Key: Hashable {
        var id: String
        var line: Int
    }

    /// Gives lines with the same text the same number. A long line may have thousands of findings, so it is read only
    /// once.
    private struct Lines {
        private var known: [ArraySlice<UInt8>: Int] = [:]

        /// For each finding, the number of its line.
        mutating func numbers(of findings: [Finding], in text: SourceText) -> [Int] {
            var numbers: [Int: Int] = [:]
            return findings.map { finding in
                let line = finding.range.start.line
                if let number = numbers[line] { return number }
                let words = text.trimmedLine(line)
                let number = known[words] ?? known.count
                (known[words], numbers[line]) = (number, number)
                return number
            }
        }
    }
}

extension SourceText {
    /// A line's bytes without the whitespace at its ends; lines count from 1.
    package func trimmedLine(_ number: Int) -> ArraySlice<UInt8> {
        bytes[bytes.trimmed(start(ofLine: number)..<start(ofLine: number + 1))]
    }
}
