/// A part of a message that has no parts itself (RFC 2046).
package struct MIMEPart: Sendable {
    package var type: MediaType
    package var header: MailHeader
    /// As it was sent.
    package var encodedBody: ArraySlice<UInt8>

    /// The body without its transfer encoding.
    ///
    /// - Parameter limit: at most as many bytes are decoded.
    package func body(atMost limit: Int = 1 << 20) -> ArraySlice<UInt8> {
        let encoding = StructuredText.word(header.first("content-transfer-encoding") ?? "")
        return TransferDecoding.decoded(encodedBody, encoding, atMost: limit)
    }
}

/// Finds the parts of a message in one pass over its lines, however deeply they are nested.
struct MIMEReader {
    /// Deeper parts belong to the body of the part around them.
    static let deepest = 20
    /// What follows is ignored.
    static let mostParts = 1_000

    private(set) var parts: [MIMEPart] = []
    private let message: ArraySlice<UInt8>
    /// The boundaries of the parts that are open, the innermost last.
    private var boundaries: [[UInt8]] = []
    private var open: (type: MediaType, header: MailHeader, start: Int)?

    /// - Returns: the message's own header, and its parts: for a message that isn't multipart, its body.
    static func read(_ message: ArraySlice<UInt8>) -> (header: MailHeader, parts: [MIMEPart]) {
        let (header, start) = MailHeader.read(message)
        var reader = MIMEReader(message: message)
        reader.begin(header, at: start)
        reader.readBody(from: start)
        return (header, reader.parts)
    }

    private init(message: ArraySlice<UInt8>) {
        self.message = message
    }

    private mutating func readBody(from start: Int) {
        // Without boundaries, the body is the only part.
        guard !boundaries.isEmpty else { return close(at: message.endIndex) }
        var position = start
        while position < message.endIndex, parts.count < Self.mostParts {
            var lines = ByteLines(message[position...])
            guard let line = lines.next() else { break }
            let lineStart = position
            position = line.end
            guard line.text.starts(with: "--".utf8), let (level, isLast) = delimiter(line.text.dropFirst(2)) else {
                continue
            }
            close(at: lineStart)
            boundaries.removeSubrange((isLast ? level : level + 1)...)
            if isLast {
                if boundaries.isEmpty { return }
            } else {
                let (header, end) = MailHeader.read(message[position...])
                begin(header, at: end)
                position = end
            }
        }
        close(at: message.endIndex)
    }

    private mutating func begin(_ header: MailHeader, at start: Int) {
        let type = MediaType(header.first("content-type"))
        if type.isMultipart, boundaries.count < Self.deepest, let boundary = type["boundary"], !boundary.isEmpty {
            boundaries.append(Array(boundary.utf8))
        } else {
            open = (type, header, start)
        }
    }

    private mutating func close(at end: Int) {
        guard let part = open, parts.count < Self.mostParts else { return }
        open = nil
        // The line end before a boundary belongs to it.
        var body = message[part.start..<max(part.start, end)]
        if end < message.endIndex, body.last == 0x0A { body.removeLast() }
        if end < message.endIndex, body.last == 0x0D { body.removeLast() }
        parts.append(MIMEPart(type: part.type, header: part.header, encodedBody: body))
    }

    /// - Returns: which boundary a line is, and whether no part follows; nil if it is another line.
    private func delimiter(_ text: ArraySlice<UInt8>) -> (level: Int, isLast: Bool)? {
        let end = text.lastIndex { !StructuredText.isBlank($0) }.map { $0 + 1 } ?? text.startIndex
        let text = text[..<end]
        for level in boundaries.indices.reversed() where text.starts(with: boundaries[level]) {
            let rest = text.dropFirst(boundaries[level].count)
            if rest.isEmpty { return (level, false) }
            if rest.elementsEqual("--".utf8) { return (level, true) }
        }
        return nil
    }
}
