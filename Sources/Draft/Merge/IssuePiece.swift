/// The smallest unit that merges: an entry, a paragraph, a comment, a header line. Always whole lines.
struct IssuePiece: Sendable, Equatable {
    /// Blank lines above it.
    var gap: [UInt8]
    /// Its lines with their ends; the last line of a file may lack one.
    var bytes: [UInt8]
    var key: Key

    /// What makes two pieces of one section the same piece.
    enum Key: Hashable, Sendable {
        /// A header line by its name.
        case header(String)
        /// An entry by its canonical URL.
        case link(String)
        /// An event by its URL and its dates.
        case event(url: String, date: String)
        /// A reference definition by its label.
        case definition(String)
        case comment(String)
        /// Any other block by its words.
        case text(String)

        /// Whether it stands for something that an editor listed.
        var isEntry: Bool {
            switch self {
            case .link, .event: true
            default: false
            }
        }
    }
}

/// A heading with what stands under it; the first part of an issue has no heading but the header.
struct IssuePart: Sendable {
    var heading: IssuePiece?
    var pieces: [IssuePiece]
    /// Blank lines at its end.
    var tail: [UInt8]
}

/// An issue's text cut into pieces; put together they are the text again, byte for byte.
struct IssuePieces: Sendable {
    var parts: [IssuePart]

    var bytes: [UInt8] {
        var output: [UInt8] = []
        for part in parts {
            for piece in (part.heading.map { [$0] } ?? []) + part.pieces {
                // A piece that was the file's last may have come to stand before others.
                if let last = output.last, last != 0x0A, !piece.bytes.isEmpty { output.append(0x0A) }
                output += piece.gap
                output += piece.bytes
            }
            if let last = output.last, last != 0x0A, !part.tail.isEmpty { output.append(0x0A) }
            output += part.tail
        }
        return output
    }
}
