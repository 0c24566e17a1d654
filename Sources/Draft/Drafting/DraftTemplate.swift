internal import Newsletter

/// A publication's template with its variables filled in.
struct DraftTemplate {
    var values: [TemplateVariable: String]
    /// Placeholders, and the addresses that replace them wherever they occur.
    var placeholders: [String: String] = [:]

    /// The filled template. Text that was filled in isn't searched again: an event's title may be `$editors`.
    func filled(_ text: String) -> String {
        let bytes = Array(text.utf8)
        // Longest first: a longer word may begin with a shorter one.
        let words = placeholders.map { (word: Array($0.utf8), address: $1) }.sorted { $0.word.count > $1.word.count }
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let found = TemplateVariable.read(bytes, at: index), let value = values[found.variable] {
                output += value.utf8
                index = found.end
            } else if let hit = words.first(where: { bytes[index...].starts(with: $0.word) }) {
                output += hit.address.utf8
                index += hit.word.count
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
