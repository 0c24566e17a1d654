/// Makes the last of several definitions of one reference win, as older renderers had it; CommonMark takes the first.
enum ReferenceDefinitions {
    /// The text for the parser: the same bytes, but definitions that a later one replaces are blanked out.
    ///
    /// Lengths and lines stay as they are, so places in the parsed text are places in the file.
    static func keepingLast(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var byLabel: [String: [Range<Int>]] = [:]
        var isInFence = false
        var previousWasText = false
        var hasRepeats = false
        var lineStart = bytes.startIndex
        while lineStart < bytes.endIndex {
            let lineEnd = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            let line = bytes[lineStart..<lineEnd]
            // Most lines begin with a letter or a bullet and can be neither fence nor definition.
            let first = line.first { $0 != 0x20 } ?? 0x20
            guard first == UInt8(ascii: "[") || first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
                previousWasText = first > 0x20 && line.first != UInt8(ascii: "#")
                lineStart = lineEnd + 1
                continue
            }
            if isFence(line) { isInFence.toggle() }
            if !isInFence, !previousWasText, let label = label(of: line) {
                byLabel[label, default: []].append(lineStart..<lineEnd)
                hasRepeats = hasRepeats || byLabel[label]!.count > 1
            } else {
                previousWasText = true
            }
            lineStart = lineEnd + 1
        }
        guard hasRepeats else { return nil }
        var result = Array(bytes)
        for ranges in byLabel.values {
            for range in ranges.dropLast() {
                for index in range where bytes[index] != UInt8(ascii: "\r") { result[index - bytes.startIndex] = 0x20 }
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
