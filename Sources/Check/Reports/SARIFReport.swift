package import Markdown
internal import Newsletter
package import Text

/// SARIF 2.1.0, which code-scanning services read.
package struct SARIFReport: Report {
    private let version: String

    package init(version: String) {
        self.version = version
    }

    /// The list of rules, which comes first, depends on all findings.
    package var frame: ReportFrame? { nil }

    package func text(_ findings: [Finding], texts: [String: SourceText]) -> PrintableText {
        let rules = Set(findings.map(\.id)).sorted()
        let driver: JSONText = .members([
            ("name", .text("Sennight")), ("version", .text(version)),
            ("rules", .list(rules.map(rule))),
        ])
        let run: JSONText = .members([
            ("tool", .members([("driver", driver)])),
            ("columnKind", .text("unicodeCodePoints")),
            ("results", .list(findings.map { result($0, rules, texts) })),
        ])
        let log: JSONText = .members([
            ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .text("2.1.0")),
            ("runs", .list([run])),
        ])
        return PrintableText(log) + "\n"
    }

    private func rule(_ id: String) -> JSONText {
        let page = CheckPages.page(id) ?? ""
        let first = page.split(separator: "\n\n", maxSplits: 1).first.map(String.init) ?? id
        return .members([
            ("id", .text(id)), ("shortDescription", .members([("text", .text(first))])),
            ("fullDescription", .members([("text", .text(page.isEmpty ? id : page))])),
        ])
    }

    private func result(_ finding: Finding, _ rules: [String], _ texts: [String: SourceText]) -> JSONText {
        let text = texts[finding.file]
        let message = Self.plain(finding.summary + ". " + finding.explanation)
        return .object([
            ("ruleId", .text(finding.id)),
            ("ruleIndex", rules.firstIndex(of: finding.id).map { .number($0) }),
            ("level", .text(level(finding.severity))),
            ("message", .members([("text", .text(message))])),
            ("locations", .list([.members([("physicalLocation", location(finding.file, finding.range, text))])])),
            ("relatedLocations", finding.notes.isEmpty ? nil : .list(finding.notes.map(related))),
            ("fixes", finding.fixes.isEmpty ? nil : .list(finding.fixes.map { fix($0, finding.file, text) })),
        ])
    }

    private func level(_ severity: Finding.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .hint: "note"
        }
    }

    private func location(_ file: String, _ range: SourceRange, _ text: SourceText?) -> JSONText {
        .members([("artifactLocation", artifact(file)), ("region", region(range, text))])
    }

    private func artifact(_ file: String) -> JSONText { .members([("uri", .text(Self.uri(file)))]) }

    private func region(_ range: SourceRange, _ text: SourceText?) -> JSONText {
        let start = range.start
        var end = range.endAfter
        // A line break belongs to the line that it ends, so a range that includes it ends where the next line begins
        // (3.30.2).
        if let last = text.map({ $0.bytes[range.bytes].last }), last == 0x0A || last == 0x0D {
            end = SourceLocation(line: range.end.line + 1, column: 1)
        }
        return .members([
            ("startLine", .number(start.line)), ("startColumn", .number(codePoints(start, text))),
            ("endLine", .number(end.line)), ("endColumn", .number(codePoints(end, text))),
        ])
    }

    /// A column in code points, the only unit besides UTF-16 that the format supports.
    private func codePoints(_ place: SourceLocation, _ text: SourceText?) -> Int {
        guard let text else { return place.column }
        guard text.lineStarts.indices.contains(place.line - 1) else { return place.column }
        let start = text.lineStarts[place.line - 1]
        let end = min(start + place.column - 1, text.bytes.count)
        return 1 + text.bytes[start..<end].count { $0 & 0xC0 != 0x80 }
    }

    private func related(_ note: Finding.Note) -> JSONText {
        let region = note.place.map { JSONText.members([("startLine", .number($0.line))]) }
        return .members([
            ("physicalLocation", .object([("artifactLocation", artifact(note.file)), ("region", region)])),
            ("message", .members([("text", .text(note.text))])),
        ])
    }

    private func fix(_ fix: Fix, _ file: String, _ text: SourceText?) -> JSONText {
        let replacements = fix.splices.map { splice in
            JSONText.members([
                ("deletedRegion", region(splice.range, text)),
                ("insertedContent", .members([("text", .text(splice.replacement))])),
            ])
        }
        return .members([
            ("description", .members([("text", .text(fix.title))])),
            (
                "artifactChanges",
                .list([.members([("artifactLocation", artifact(file)), ("replacements", .list(replacements))])])
            ),
        ])
    }

    /// A message with the characters escaped that would form a link in it (3.11.6).
    private static func plain(_ message: String) -> String {
        guard message.contains("](") else { return message }
        var output = ""
        for character in message {
            if character == "[" || character == "]" || character == "\\" { output.append("\\") }
            output.append(character)
        }
        return output
    }

    /// A path as a relative reference (RFC 3986, section 4.2), or an absolute path as a file URI (RFC 8089).
    private static func uri(_ path: String) -> String {
        var output = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
                output.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                output += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
        return output
    }
}
