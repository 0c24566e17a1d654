/// Makes the last of several definitions of one reference win, as older renderers had it; CommonMark takes the first.
enum ReferenceDefinitions {
    /// The text for the parser: the same bytes, but definitions that a later one replaces are blanked out.
    ///
    /// Lengths and lines stay as they are, so places in the parsed text are places in the file.
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

    /// Whether its line begins with it, and it is no footnote, of which older renderers took the first.
    private static func isReplaceable(_ definition: ReferenceDefinition, in scanner: LineScanner) -> Bool {
        let line = scanner.lines[definition.lines.lowerBound]
        return line.item == nil && line.quotes == 0 && scanner.bytes[definition.label.lowerBound] != UInt8(ascii: "^")
    }

    /// Whether two lines begin like definitions of one label.
    ///
    /// Most issues have none, and needn't be scanned.
    private static func mayRepeat(_ source: SourceText, fromLine firstLine: Int) -> Bool {
        let bytes = source.bytes
        var labels: Set<String> = []
        for line in firstLine..<max(firstLine, source.lineStarts.count + 1) {
            var start = source.start(ofLine: line)
            while start < bytes.count, bytes[start].isBlank { start += 1 }
            guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else { continue }
            let text = bytes[(start + 1)..<source.start(ofLine: line + 1)]
            guard let end = text.firstIndex(of: UInt8(ascii: "]")) else {
                // The label goes on in the next line.
                return true
            }
            guard text[(end + 1)...].first == UInt8(ascii: ":") else { continue }
            if !labels.insert(label(text[..<end])).inserted { return true }
        }
        return false
    }

    /// A label as references are compared.
    private static func label(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
