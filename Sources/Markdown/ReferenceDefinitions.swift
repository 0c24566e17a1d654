/// Makes the last of several definitions of one reference win, as older renderers had it; CommonMark takes the first.
enum ReferenceDefinitions {
    /// The text for the parser: the same bytes, but definitions that a later one replaces are blanked out.
    ///
    /// Lengths and lines stay as they are, so places in the parsed text are places in the file.
    static func keepingLast(_ source: SourceText, fromLine firstLine: Int) -> [UInt8]? {
        let bytes = source.bytes
        var byLabel: [String: [Range<Int>]] = [:]
        var isInFence = false
        var previousWasText = false
        var hasRepeats = false
        for line in firstLine..<max(firstLine, source.lineStarts.count + 1) {
            let start = source.start(ofLine: line)
            // Most lines begin with a letter or a bullet and can be neither fence nor definition.
            var letter = start
            while letter < bytes.count, bytes[letter] == 0x20 { letter += 1 }
            let first = letter < bytes.count ? bytes[letter] : 0x0A
            guard first == UInt8(ascii: "[") || first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
                previousWasText = first > 0x20 && bytes[start] != UInt8(ascii: "#")
                continue
            }
            let text = source.trimmingEnd(start..<source.start(ofLine: line + 1))
            if isFence(bytes[text]) { isInFence.toggle() }
            if !isInFence, !previousWasText, let label = label(of: bytes[text]) {
                byLabel[label, default: []].append(text)
                hasRepeats = hasRepeats || byLabel[label].map { $0.count > 1 } == true
            } else {
                previousWasText = true
            }
        }
        guard hasRepeats else { return nil }
        let bodyStart = source.start(ofLine: firstLine)
        var result = Array(bytes[bodyStart...])
        for ranges in byLabel.values {
            for range in ranges.dropLast() {
                for index in range { result[index - bodyStart] = 0x20 }
            }
        }
        return result
    }

    /// The label of a line such as `[label]: address`, folded as references are compared.
    private static func label(of line: ArraySlice<UInt8>) -> String? {
        let text = line.drop { $0 == 0x20 }
        guard text.startIndex - line.startIndex <= 3, text.first == UInt8(ascii: "["),
            let end = text.firstIndex(of: UInt8(ascii: "]")), end - text.startIndex > 1,
            end + 2 < text.endIndex, text[end + 1] == UInt8(ascii: ":"),
            text[(end + 2)...].contains(where: { $0 > 0x20 }), text[text.startIndex + 1] != UInt8(ascii: "^")
        else { return nil }
        return String(decoding: text[(text.startIndex + 1)..<end], as: UTF8.self).lowercased()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0 == 0x20 }
        return text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
    }
}
