package import Markdown
internal import Newsletter

/// Tells which findings two versions of a text share.
///
/// Findings are the same if the same check made them on the same line, wherever that line stands now: an entry that was
/// moved brings nothing new. Blanks at a line's ends make no difference.
package struct FindingComparison: Sendable {
    /// Those that the other version has too.
    package private(set) var shared: [Finding] = []
    /// Those that only this version has.
    package private(set) var new: [Finding] = []

    /// - Parameter others: what was found in `other`; each of them stands for one finding only.
    package init(
        _ findings: [Finding], in text: SourceText, with others: [Finding], in other: SourceText
    ) {
        var left: [Key: Int] = [:]
        for finding in others { left[Key(finding, other), default: 0] += 1 }
        for finding in findings {
            let key = Key(finding, text)
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
        var line: ArraySlice<UInt8>

        init(_ finding: Finding, _ text: SourceText) {
            (id, line) = (finding.id, text.trimmedLine(finding.range.start.line))
        }
    }
}

extension SourceText {
    /// A line's bytes without the blanks at its ends, lines counted from 1.
    package func trimmedLine(_ number: Int) -> ArraySlice<UInt8> {
        bytes[bytes.trimmed(start(ofLine: number)..<start(ofLine: number + 1))]
    }
}
