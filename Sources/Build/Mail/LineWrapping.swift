/// Breaks text into lines at spaces, and between characters of writing systems without spaces.
enum LineWrapping {
    /// - Parameters:
    ///   - text: `\n` ends a line.
    ///   - width: in columns; only a word that is longer, such as a URL, exceeds it.
    static func lines(of text: String, width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            wrapped(line, width: width)
        }
    }

    /// How many columns of a terminal a text takes.
    static func columns(_ text: some StringProtocol) -> Int {
        text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.reduce(0) { $0 + columns($1) }
    }

    private static func wrapped(_ text: Substring, width: Int) -> [String] {
        var lines: [String] = []
        var (line, length) = ("", 0)
        for word in text.split(separator: " ") {
            var first = true
            for piece in pieces(of: word) {
                let columns = columns(piece)
                let space = first && !line.isEmpty ? 1 : 0
                if length + space + columns > width, !line.isEmpty {
                    lines.append(line)
                    (line, length) = (String(piece), columns)
                } else {
                    line += (space == 1 ? " " : "") + piece
                    length += space + columns
                }
                first = false
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// The parts of a word between which a line may break.
    private static func pieces(of word: Substring) -> [Substring] {
        guard word.unicodeScalars.contains(where: isWide) else { return [word] }
        var pieces: [Substring] = []
        var start = word.startIndex
        for index in word.indices.dropFirst() {
            let (before, after) = (word[word.index(before: index)], word[index])
            // Closing punctuation doesn't begin a line, and opening punctuation doesn't end one.
            guard columns(before) == 2 || columns(after) == 2, !"、。，．：；？！）」』】》”’".contains(after),
                !"（「『【《“‘".contains(before)
            else { continue }
            pieces.append(word[start..<index])
            start = index
        }
        return pieces + [word[start...]]
    }

    private static func columns(_ character: Character) -> Int {
        character.unicodeScalars.contains(where: isWide) ? 2 : 1
    }

    /// Roughly the characters that are wide or full-width (Unicode Standard Annex #11).
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
