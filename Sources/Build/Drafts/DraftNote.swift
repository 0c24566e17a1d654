package import Newsletter
internal import Text

/// What a check found in a draft, as the preview shows it.
package struct DraftNote: Sendable {
    package var severity: Diagnostic.Severity
    package var location: SourceLocation
    /// The check's name.
    package var check: String
    package var summary: String
    package var explanation: String
    /// The text that the finding is about.
    package var quoted: String
    /// Related locations, each with what is there.
    package var related: [String]
    /// What the fixes do.
    package var fixes: [String]

    package init(
        severity: Diagnostic.Severity, location: SourceLocation, check: String, summary: String, explanation: String,
        quoted: String, related: [String], fixes: [String]
    ) {
        self.severity = severity
        self.location = location
        self.check = check
        self.summary = summary
        self.explanation = explanation
        self.quoted = quoted
        self.related = related
        self.fixes = fixes
    }
}

extension DraftNote {
    /// The note's HTML. It is a `div`, which is allowed in list items and in block quotes.
    ///
    /// - Parameter number: counts the page's notes from 1, for ``id(_:)``.
    func html(_ number: Int) -> String {
        let name = "\(severity.rawValue), line \(location.line)"
        var html = "<div class=\"sennight-note \(severity.rawValue)\" role=\"note\" lang=\"en\" dir=\"ltr\""
        html += " id=\"\(Self.id(number))\" aria-label=\"\(name)\">\n<p><strong>\(severity.rawValue)</strong> "
        html += "<span>line \(location.line), column \(location.column)</span> \(Self.escaped(summary)) "
        html += "<code>\(Self.escaped(check))</code></p>\n"
        if !quoted.isEmpty { html += "<p class=\"sennight-quoted\">\(Self.escaped(quoted))</p>\n" }
        if !explanation.isEmpty { html += "<p>\(Self.escaped(explanation))</p>\n" }
        let items = related + fixes.map { "Fix: \($0)" }
        if !items.isEmpty { html += "<ul>\n\(items.map { "<li>\(Self.escaped($0))</li>\n" }.joined())</ul>\n" }
        return html + "</div>\n"
    }

    /// The id of a note. Ids of headings are in lower case, so this one isn't taken.
    static func id(_ number: Int) -> String { "Note-\(number)" }

    /// Text of strangers as HTML, with control characters made visible.
    static func escaped(_ text: String) -> String { Escaping.html("\(text)" as PrintableText) }
}

extension Escaping {
    /// A text that is safe to print, as HTML.
    static func html(_ text: PrintableText) -> String { html(text.text) }
}
