/// The smallest unit of a merge, which consists of whole lines: an entry, a paragraph, a comment or a header field.
struct IssuePiece: Sendable, Equatable {
    /// The blank lines above the piece.
    var gap: [UInt8]
    /// The lines with their line ends; the last line of a file may have none.
    var bytes: [UInt8]
    var key: Key

    /// The identity by which two pieces of one section are recognised as the same.
    enum Key: Hashable, Sendable {
        /// A header field, by its name.
        case header(String)
        /// An entry, by its canonical URL.
        case link(String)
        /// An event, by its URL and its first day.
        case event(url: String, date: String)
        /// A reference definition, by its label.
        case definition(String)
        case comment(String)
        /// Any other block, by its text.
        case text(String)

        /// Whether the piece is an entry.
        var isEntry: Bool {
            switch self {
            case .link, .event: true
            default: false
            }
        }
    }
}

/// A heading and the pieces below it; the first part of an issue has the header instead of a heading.
struct IssuePart: Sendable {
    var heading: IssuePiece?
    var pieces: [IssuePiece]
    /// The blank lines at the end of the part.
    var tail: [UInt8]
}

/// An issue's text, split into pieces. Joining the pieces gives the text again, byte for byte.
struct IssuePieces: Sendable {
    var parts: [IssuePart]

    var bytes: [UInt8] {
        var output: [UInt8] = []
        for part in parts {
            for piece in (part.heading.map { [$0] } ?? []) + part.pieces {
                // A piece that was the file's last may now be followed by others.
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
