/// Parses a `Link` header field (RFC 8288, section 3): `<https://example.org/?page=2>; rel="next"`.
package struct LinkHeader {
    private let bytes: [UInt8]
    private var index = 0

    /// The target of the first link with a relation; it may be relative.
    ///
    /// - Parameters:
    ///   - relation: in lower case, such as `next`.
    ///   - value: the field's value; several links are separated by commas.
    package static func target(of relation: String, in value: String) -> String? {
        var header = LinkHeader(value)
        while let link = header.next() {
            if link.relations.contains(relation) { return link.target }
        }
        return nil
    }

    private init(_ value: String) {
        bytes = Array(value.utf8)
    }

    private mutating func next() -> (target: String, relations: [String])? {
        while index < bytes.count {
            skip { Self.isBlank($0) || $0 == UInt8(ascii: ",") }
            guard take("<") else {
                // Not a link; the next one begins after a comma.
                skip { $0 != UInt8(ascii: ",") }
                continue
            }
            let target = read { $0 != UInt8(ascii: ">") }
            guard take(">") else { return nil }
            return (target, relations())
        }
        return nil
    }

    /// The relations of the link whose parameters follow, in lower case; a second `rel` is ignored.
    private mutating func relations() -> [String] {
        var relations: [String]?
        while index < bytes.count, bytes[index] != UInt8(ascii: ",") {
            guard take(";") else {
                index += 1
                continue
            }
            skip(Self.isBlank)
            let name = read { !Self.isBlank($0) && !",;=".utf8.contains($0) }
            skip(Self.isBlank)
            guard take("=") else { continue }
            skip(Self.isBlank)
            let value = bytes.indices.contains(index) && bytes[index] == UInt8(ascii: "\"") ? quoted() : token()
            if name.lowercased() == "rel", relations == nil {
                relations = value.lowercased().utf8.split(whereSeparator: Self.isBlank).map { String(Substring($0)) }
            }
        }
        return relations ?? []
    }

    private mutating func token() -> String { read { !Self.isBlank($0) && !",;".utf8.contains($0) } }

    /// Reads a quoted string (RFC 9110, section 5.6.4).
    private mutating func quoted() -> String {
        var text: [UInt8] = []
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count { index += 1 }
            text.append(bytes[index])
            index += 1
        }
        index = min(index + 1, bytes.count)
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
        while index < bytes.count, isSkipped(bytes[index]) { index += 1 }
    }

    private mutating func read(_ isPart: (UInt8) -> Bool) -> String {
        let start = index
        skip(isPart)
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
