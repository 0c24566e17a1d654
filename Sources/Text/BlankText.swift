extension String {
    /// The text with each run of spaces, tabs and line breaks replaced by one space, and without any at its ends.
    package var collapsingBlanks: String {
        var output: [UInt8] = []
        output.reserveCapacity(utf8.count)
        for byte in utf8 {
            let isBlank = byte == 0x20 || byte >= 0x09 && byte <= 0x0D
            if !isBlank {
                output.append(byte)
            } else if let last = output.last, last != 0x20 {
                output.append(0x20)
            }
        }
        if output.last == 0x20 { output.removeLast() }
        return String(decoding: output, as: UTF8.self)
    }

    /// The text with line breaks, control characters and whitespace of all scripts replaced by one space, and without
    /// any at its ends.
    package var onOneLine: String {
        let isGap: (Character) -> Bool = { character in
            character.isWhitespace || character.isNewline
                || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
        }
        return split(whereSeparator: isGap).joined(separator: " ")
    }

    /// The text without spaces and line breaks at its ends.
    package var trimmedBlanks: String {
        let bytes = Array(utf8)
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
        let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isBlank($0) } ?? start
        return start < bytes.endIndex ? String(decoding: bytes[start...end], as: UTF8.self) : ""
    }

    /// The range of the first occurrence of a part, compared byte by byte, which is much faster than comparing
    /// characters.
    package func range(ofBytes part: String) -> Range<String.Index>? {
        let (whole, part) = (utf8, Array(part.utf8))
        guard let first = part.first else { return nil }
        var index = whole.startIndex
        while index < whole.endIndex {
            if whole[index] == first, whole[index...].starts(with: part) {
                return index..<whole.index(index, offsetBy: part.count)
            }
            index = whole.index(after: index)
        }
        return nil
    }
}
