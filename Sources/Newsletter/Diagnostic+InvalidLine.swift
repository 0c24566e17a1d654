package import Text

extension Diagnostic {
    /// The diagnostic for an invalid line in a file of ``JSONLines``.
    ///
    /// - Parameters:
    ///   - summary: what is wrong with the line, and the remedy, unless the line is of a later version.
    ///   - version: the latest version that this program knows.
    package init(
        _ line: JSONLines.InvalidLine, _ summary: String, remedy: String, version: Int, file: String
    ) {
        let location = SourceLocation(line: line.number, column: 1)
        guard let later = line.laterVersion else {
            self.init(summary, remedy: remedy, file: file, at: location)
            return
        }
        self.init(
            "a newer version of Sennight wrote this line (in format \(later); this"
                + " version reads formats up to \(version))",
            remedy: "Update Sennight; the file was not changed", file: file, at: location)
    }
}
