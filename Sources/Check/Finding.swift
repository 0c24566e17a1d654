internal import Markdown
package import Newsletter

/// A problem that a check found: what, where, why it matters, and how to fix it.
package struct Finding: Hashable, Sendable {
    package typealias Severity = Diagnostic.Severity

    /// The check's name, such as `duplicate-link`.
    package var id: String
    package var severity: Severity
    package var file: String
    package var range: SourceRange
    /// One short sentence without full stop.
    package var summary: String
    /// Why the problem matters or what to do, in a sentence or two.
    package var explanation: String
    package var notes: [Note]
    package var fixes: [Fix]

    /// Another location that is related to the finding.
    package struct Note: Hashable, Sendable {
        package var file: String
        package var place: SourceLocation?
        package var text: String

        package init(file: String, place: SourceLocation?, text: String) {
            self.file = file
            self.place = place
            self.text = text
        }
    }
}

/// One way to fix a finding: splices that are applied together.
package struct Fix: Hashable, Sendable {
    package struct Splice: Hashable, Sendable {
        package var range: SourceRange
        package var replacement: String
    }

    /// What the fix does, as an imperative sentence without full stop.
    package var title: String
    package var splices: [Splice]
    /// Whether the fix can be applied without asking, because readers see no difference, or the result is plainly what
    /// the editor meant.
    package var isSafe: Bool

    init(_ title: String, isSafe: Bool, _ splices: [Splice]) {
        self.title = title
        self.splices = splices
        self.isSafe = isSafe
    }
}

extension Document {
    func note(_ text: String, at offset: Int) -> Finding.Note {
        Finding.Note(file: file, place: source.location(of: offset), text: text)
    }

    func splice(_ range: Range<Int>, _ replacement: String) -> Fix.Splice {
        Fix.Splice(range: source.range(range), replacement: replacement)
    }

    func fix(_ title: String, isSafe: Bool = false, replacing range: Range<Int>, with text: String) -> Fix {
        Fix(title, isSafe: isSafe, [splice(range, text)])
    }
}
