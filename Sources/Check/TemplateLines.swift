/// The lines that a template has only in comments, and the sentences that the settings name.
struct TemplateLines: Sendable {
    /// The lines by their first byte.
    private var lines: [UInt8: [[UInt8]]] = [:]
    /// The beginnings of lines.
    private let sentences: [[UInt8]]

    /// - Parameter sentences: the setting `template-comments`.
    init(_ template: String, _ sentences: [String]) {
        self.sentences = sentences.map { Array($0.utf8) }
        let bytes = Array(template.utf8)
        var comments: [Range<Int>] = []
        var index = 0
        while let start = bytes.first("<!--", in: index..<bytes.count) {
            index = bytes.first("-->", in: start..<bytes.count).map { $0 + 3 } ?? bytes.count
            comments.append((start + 4)..<max(start + 4, index - 3))
        }
        var outside: Set<[UInt8]> = []
        var next = 0
        for comment in comments + [bytes.count..<bytes.count] {
            for line in bytes[next..<max(next, comment.lowerBound)].split(separator: 0x0A) {
                outside.insert(Self.trimmed(line))
            }
            next = comment.upperBound
        }
        // A comment may also offer text for readers, such as the sentence for a section without entries.
        for comment in comments where !Self.offersText(bytes[comment]) {
            for line in bytes[comment].split(separator: 0x0A).map(Self.trimmed)
            where line.count >= Self.shortest && !outside.contains(line) {
                lines[line[0], default: []].append(line)
            }
        }
    }

    /// The length in bytes from which a line can't be there by chance.
    private static let shortest = 12

    private static func offersText(_ comment: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: comment, as: UTF8.self).lowercased()
        return ["none", "if there", "*no "].contains { text.contains($0) }
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let all = Array(line)
        return Array(all[all.trimmed(0..<all.count)])
    }

    /// Whether a line of an issue, without whitespace at its ends, is meant for editors.
    func contains(_ line: ArraySlice<UInt8>) -> Bool {
        if let first = line.first, let known = lines[first], known.contains(where: { line.elementsEqual($0) }) {
            return true
        }
        return sentences.contains { line.starts(with: $0) }
    }
}
