/// Writes rows of comma-separated values (RFC 4180), which spreadsheets may open.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula; such cells get an apostrophe in front,
/// which spreadsheets take for "this is text". ``unescaped(_:)`` removes it.
package enum CSVWriter {
    /// One line, with its line break.
    package static func line(_ fields: [String]) -> [UInt8] {
        Array((fields.map(field).joined(separator: ",") + "\r\n").utf8)
    }

    /// The text of a cell that was written here.
    package static func unescaped(_ text: String) -> String {
        text.utf8.first == apostrophe && isFormula(text) ? String(text.dropFirst()) : text
    }

    private static func field(_ text: String) -> String {
        let text = isFormula(text) ? "'" + text : text
        let needsQuotation = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        return needsQuotation ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    /// Whether a spreadsheet would calculate it, or could if the apostrophes in front were removed.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first(where: { $0 != apostrophe }) else { return false }
        // Some spreadsheets skip a tab or a line break at the beginning.
        return "=+-@\t\r\n".utf8.contains(first)
    }

    private static let apostrophe = UInt8(ascii: "'")
}
