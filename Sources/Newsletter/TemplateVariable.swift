/// A variable in a draft's template: `$issue_number` or `${issue_number}`.
///
/// The publication may put a prefix before the name, as in `$twir_issue_number`.
package enum TemplateVariable: String, CaseIterable, Sendable {
    case issueNumber = "issue_number"
    case issueDate = "issue_date"
    case eventsEndDate = "events_end_date"
    case eventsList = "events_list"
    case editors
    case discussURL = "discuss_url"
    case jobsURL = "jobs_url"

    /// The variable that begins at an offset, and the offset after it; nil if there is none.
    package static func read(_ bytes: [UInt8], at start: Int) -> (variable: TemplateVariable, end: Int)? {
        guard bytes[start] == UInt8(ascii: "$") else { return nil }
        let isBraced = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "{")
        let name = bytes[(start + (isBraced ? 2 : 1))...].prefix { isNameByte($0) }
        guard let variable = named(String(decoding: name, as: UTF8.self)) else { return nil }
        guard isBraced else { return (variable, name.endIndex) }
        guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: "}") else { return nil }
        return (variable, name.endIndex + 1)
    }

    /// Whether the variable occurs anywhere in a text.
    package func occurs(in text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.contains { Self.read(bytes, at: $0)?.variable == self }
    }

    private static func named(_ name: String) -> TemplateVariable? {
        allCases.first { name == $0.rawValue || name.hasSuffix("_" + $0.rawValue) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte == 0x5F || 0x30...0x39 ~= byte || 0x61...0x7A ~= byte || 0x41...0x5A ~= byte
    }
}
