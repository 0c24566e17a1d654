/// A publication's template with its variables filled in.
///
/// A variable is `$name` or `${name}`; in front of the names below a publication may have put a word of its own, as
/// `$twir_issue_number` has.
struct DraftTemplate {
    /// What each variable stands for, by its name.
    var values: [String: String]
    /// Words that are replaced wherever they stand: placeholders of addresses.
    var placeholders: [String: String] = [:]

    static let names = [
        "issue_number", "issue_date", "events_end_date", "events_list", "editors", "discuss_url", "jobs_url",
    ]

    func filled(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "$"), let (name, end) = variable(bytes, at: index),
                let value = value(of: name)
            else {
                output.append(bytes[index])
                index += 1
                continue
            }
            // The text behind a list brings its own line end.
            output += value.utf8
            index = end
        }
        var result = String(decoding: output, as: UTF8.self)
        for (word, address) in placeholders { result = result.replacing(word, with: address) }
        return result
    }

    private func variable(_ bytes: [UInt8], at start: Int) -> (name: String, end: Int)? {
        var index = start + 1
        let isBraced = index < bytes.count && bytes[index] == UInt8(ascii: "{")
        if isBraced { index += 1 }
        let first = index
        while index < bytes.count, bytes[index] == 0x5F || 0x30...0x39 ~= bytes[index] || 0x61...0x7A ~= bytes[index] {
            index += 1
        }
        guard index > first else { return nil }
        let name = String(decoding: bytes[first..<index], as: UTF8.self)
        guard isBraced else { return (name, index) }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "}") else { return nil }
        return (name, index + 1)
    }

    private func value(of name: String) -> String? {
        if let value = values[name] { return value }
        guard let known = Self.names.first(where: { name.hasSuffix("_" + $0) }) else { return nil }
        return values[known]
    }
}
