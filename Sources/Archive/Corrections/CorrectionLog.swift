package import Newsletter
internal import Text

/// The corrections of one issue. Each is a line of JSON, and the lines are sorted, so that git can merge the file.
package struct CorrectionLog: Hashable, Sendable {
    /// Oldest first.
    package private(set) var all: [Correction]

    package init() {
        all = []
    }

    /// The folder of the logs, from the publication's root.
    package static let folder = "corrections"

    /// The path of an issue's log, from the publication's root.
    ///
    /// - Parameter file: the issue's file, after which the log of an issue without a number is named.
    package static func path(ofIssue number: Int?, file: String) -> String {
        "\(folder)/\(number.map(String.init) ?? IssueFileName(file).stem).jsonl"
    }

    package mutating func add(_ correction: Correction) {
        all = Self.sorted(all + [correction])
    }

    /// The corrections that readers are told about, oldest first.
    package var announced: [Correction] { all.filter { !$0.isSilent } }

    /// When the issue was last corrected, in seconds since 1970; nil if it never was.
    package var latest: Int? { all.last?.time }

    // MARK: Lines

    /// Reads the lines that ``bytes`` wrote. A line that a merge has left twice counts once, and git's conflict markers
    /// are skipped.
    ///
    /// - Throws: a ``Diagnostic`` for a line that is neither a correction nor a marker.
    package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        var corrections: [Correction] = []
        do throws(JSONLines.InvalidLine) {
            try JSONLines.read(CorrectionLine.self, from: bytes, version: CorrectionLine.version) { line in
                corrections.append(line.correction)
                return true
            }
        } catch {
            throw Diagnostic(
                error, "this line isn't a valid correction", remedy: "Remove the line, or restore the file from git",
                version: CorrectionLine.version, file: file)
        }
        all = Self.sorted(corrections)
    }

    package var bytes: [UInt8] { JSONLines.bytes(of: all.lazy.map { CorrectionLine($0).json }) }

    private static func sorted(_ corrections: [Correction]) -> [Correction] {
        let lines = Set(corrections).map { (correction: $0, line: CorrectionLine($0).json.bytes) }
        return lines.sorted { one, other in
            one.correction.time == other.correction.time
                ? one.line.lexicographicallyPrecedes(other.line) : one.correction.time < other.correction.time
        }.map(\.correction)
    }
}
