package import Text

/// Something that is wrong with the input: what, where, and what to do about it.
package struct Diagnostic: Error, Hashable, Sendable {
    /// How serious a finding is, most serious first.
    package enum Severity: String, CaseIterable, Comparable, Sendable {
        case error, warning, hint

        package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .hint: 2
            }
        }
    }

    package var severity: Severity
    /// The file's path, as the user typed it or from the publication's root.
    package var file: String?
    package var location: SourceLocation?
    /// One short sentence without a full stop.
    package var summary: String
    /// What to do, as an imperative sentence.
    package var remedy: String
    /// Whether it is about two files that can't both be published, although each of them is correct.
    package var isConflict = false

    package init(
        _ summary: String, remedy: String, file: String? = nil, at location: SourceLocation? = nil,
        severity: Severity = .error
    ) {
        self.summary = summary
        self.remedy = remedy
        self.file = file
        self.location = location
        self.severity = severity
    }
}

extension Diagnostic {
    /// This diagnostic, about two files that can't both be published.
    package var asConflict: Diagnostic {
        var conflict = self
        conflict.isConflict = true
        return conflict
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `file:line:column: error: what. remedy`
    package var description: String { "\(place)\(severity.rawValue): \(summary). \(remedy)" }

    /// The message of ``description``, safe to print.
    package func printed(isColored: Bool) -> PrintableText {
        "\(place)\("\(severity.rawValue):", in: isColored ? .boldRed : nil) \(summary). \(remedy)"
    }

    /// The file and location as the message begins with them, followed by a space; empty if the file isn't known.
    private var place: String {
        var place = ""
        if let file { place += file + ":" }
        if let location { place += "\(location.line):\(location.column):" }
        return place.isEmpty ? "" : place + " "
    }
}

/// All faults that were found in one run.
package struct Diagnostics: Error, Sendable, CustomStringConvertible {
    package var all: [Diagnostic]

    package init(_ all: [Diagnostic]) {
        self.all = all
    }

    package var description: String {
        all.map(\.description).joined(separator: "\n")
    }
}

extension Diagnostics: PrintableTextConvertible {
    package var printableText: PrintableText {
        all.map { $0.printed(isColored: false) }.joined(separator: "\n")
    }
}
