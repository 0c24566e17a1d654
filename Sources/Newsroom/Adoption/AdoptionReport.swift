package import Text

/// The result of moving a weekly in.
package struct AdoptionReport: Sendable {
    /// The name of the program that built the site before.
    package var program: String
    /// Its configuration file; empty if there is none.
    package var configuration: String
    package var title: String
    /// How many issues were built.
    package var issues: Int
    /// The issues that their header or the configuration keeps from being published.
    package var heldBack: [(file: String, reason: String)]
    /// The files that can't be issues as they are, and why.
    package var refused: [String: String]
    /// The comparisons with the old site.
    package var checks: [AdoptionCheck]
    /// What became of the tags of the old program's templates.
    package var tags: [PrintableText]
    /// The folder with the site.
    package var output: String
    /// The text of the settings.
    package var settings: String
    /// The settings file, if it was written.
    package var written: String?

    /// The comment beside a value that isn't anywhere in the folder.
    package static let notFound = "not found"

    /// The lines of the report.
    package var lines: [PrintableText] {
        var lines: [PrintableText] = [
            configuration.isEmpty ? "\(title): \(program)" : "\(title): \(program), by \(configuration)",
            "\(issues.counted("issue")) read, \(heldBack.count) held back, \(refused.count) refused",
        ]
        for (reason, files) in Self.groups(heldBack) { lines += Self.group("held back", reason, files) }
        for (reason, files) in Self.groups(refused.map { ($0.key, $0.value) }) {
            lines += Self.group("refused", reason, files)
        }
        for check in checks { lines += check.lines }
        lines += tags
        for line in settings.split(separator: "\n") where line.hasSuffix(Self.notFound) {
            lines.append("to complete: \(line)")
        }
        return lines
    }

    private static func groups(_ files: [(file: String, reason: String)]) -> [(String, [String])] {
        Dictionary(grouping: files, by: \.reason).map { ($0.key, $0.value.map(\.file).sorted()) }
            .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
    }

    private static func group(_ verb: StaticString, _ reason: String, _ files: [String]) -> [PrintableText] {
        ["  \(String(describing: verb)): \(reason): \(AdoptionCheck.some(files))"]
    }
}
