/// Makes the parser use the last of several definitions with the same label, as older renderers did; CommonMark uses
/// the first.
enum ReferenceDefinitions {
    /// The text for the parser: the same bytes, but with overridden definitions replaced by spaces.
    ///
    /// Lengths and lines don't change, so locations in the parsed text are locations in the file.
    static func keepingLast(_ source: SourceText, fromLine firstLine: Int) -> [UInt8]? {
        guard mayRepeat(source, fromLine: firstLine) else { return nil }
        let bytes = source.bytes
        let scanner = LineScanner(source, fromLine: firstLine)
        var last: [String: ReferenceDefinition] = [:]
        var replaced: [ReferenceDefinition] = []
        for definition in scanner.definitions where isReplaceable(definition, in: scanner) {
            let label = label(bytes[definition.label])
            if let earlier = last.updateValue(definition, forKey: label) { replaced.append(earlier) }
        }
        guard !replaced.isEmpty else { return nil }
        let bodyStart = source.start(ofLine: firstLine)
        var result = Array(bytes[bodyStart...])
        for line in replaced.lazy.flatMap({ scanner.lines[$0.lines] }) {
            for index in line.bytes { result[index - bodyStart] = 0x20 }
        }
        return result
    }

    /// Whether a definition is at the beginning of its line and isn't a footnote; of footnotes, older renderers used
    /// the first.
    private static func isReplaceable(_ definition: ReferenceDefinition, in scanner: LineScanner) -> Bool {
        let line = scanner.lines[definition.lines.lowerBound]
        return line.item == nil && line.quotes == 0 && scanner.bytes[definition.label.lowerBound] != UInt8(ascii: "^")
    }

    /// Whether two lines begin like definitions with the same label.
    ///
    /// Most issues don't have such lines, and needn't be scanned.
    private static func mayRepeat(_ source: SourceText, fromLine firstLine: Int) -> Bool {
        let bytes = source.bytes
        var labels: Set<String> = []
        for line in firstLine..<max(firstLine, source.lineStarts.count + 1) {
            var start = source.start(ofLine: line)
            while start < bytes.count, bytes[start].isBlank { start += 1 }
            guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else { continue }
            let text = bytes[(start + 1)..<source.start(ofLine: line + 1)]
            guard let end = text.firstIndex(of: UInt8(ascii: "]")) else {
                // The label continues on the next line.
                return true
            }
            guard text[(end + 1)...].first == UInt8(ascii: ":") else { continue }
            if !labels.insert(label(text[..<end])).inserted { return true }
        }
        return false
    }

    /// A label, normalized for comparison.
    private static func label(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
