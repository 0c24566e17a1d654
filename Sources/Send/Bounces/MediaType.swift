internal import Text

/// The value of a field `Content-Type` (RFC 2045, section 5.1).
package struct MediaType: Hashable, Sendable {
    /// In lower case, such as `multipart/report`.
    package var name: String
    /// By names in lower case.
    package var parameters: [String: String]

    var isMultipart: Bool { name.hasPrefix("multipart/") }

    /// - Parameter text: nil or empty for a part without the field, which is plain text.
    init(_ text: String?) {
        let bytes = Array(StructuredText.withoutComments(text ?? "").utf8)
        let pieces = Self.pieces(bytes[...])
        let name = pieces.first.map { $0.filter { !StructuredText.isBlank($0) }.map(\.lowercasedASCII) } ?? []
        self.name = name.isEmpty ? "text/plain" : String(decoding: name, as: UTF8.self)
        parameters = [:]
        for piece in pieces.dropFirst().prefix(Self.mostParameters) {
            guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let letters = piece[..<equals].filter { !StructuredText.isBlank($0) }.map(\.lowercasedASCII)
            let key = String(decoding: letters, as: UTF8.self)
            // The first one counts, as in other programs.
            if parameters[key] == nil { parameters[key] = Self.unquoted(piece[(equals + 1)...]) }
        }
    }

    private static let mostParameters = 100

    /// A parameter that may be written in several pieces (RFC 2231, section 3).
    subscript(_ name: String) -> String? {
        if let whole = parameters[name] { return whole }
        var joined: String?
        var number = 0
        while let piece = parameters["\(name)*\(number)"] {
            joined = (joined ?? "") + piece
            number += 1
        }
        return joined
    }

    /// What is between the semicolons that aren't quoted.
    private static func pieces(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        var (isQuoted, isEscaped) = (false, false)
        for index in bytes.indices {
            let byte = bytes[index]
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\"), isQuoted {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: ";"), !isQuoted {
                pieces.append(bytes[start..<index])
                start = index + 1
            }
        }
        return pieces + [bytes[start...]]
    }

    private static func unquoted(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self).trimmedBlanks
        guard text.utf8.first == UInt8(ascii: "\"") else { return text }
        var output: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8.dropFirst() {
            if !isEscaped, byte == UInt8(ascii: "\"") { break }
            if !isEscaped, byte == UInt8(ascii: "\\") {
                isEscaped = true
                continue
            }
            isEscaped = false
            output.append(byte)
        }
        return String(decoding: output, as: UTF8.self)
    }
}
