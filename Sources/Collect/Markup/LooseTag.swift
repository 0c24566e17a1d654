/// A start tag in XML that isn't well-formed.
struct LooseTag {
    /// The name with its prefix.
    var name: String
    /// The attributes, with the prefixes in the text.
    var attributes: [(name: String, value: String)] = []
    /// Whether the tag ends with `/>`.
    var isEmpty = false
    /// The index after the closing bracket.
    var end: Int

    /// - Returns: nil if the bytes at an index, which holds `<`, aren't a tag.
    init?(at start: Int, of bytes: [UInt8]) {
        var index = Self.nameEnd(from: start + 1, in: bytes)
        name = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
        end = index
        guard let first = name.utf8.first, first | 0x20 >= 0x61 && first | 0x20 <= 0x7A || first == 0x5F || first > 0x7F
        else { return nil }
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ">"):
                end = index + 1
                return
            case UInt8(ascii: "<"): return nil
            case UInt8(ascii: "/"):
                isEmpty = true
                index += 1
            case let byte where byte <= 0x20: index += 1
            default:
                isEmpty = false
                readAttribute(&index, bytes)
            }
        }
        return nil
    }

    private mutating func readAttribute(_ index: inout Int, _ bytes: [UInt8]) {
        let start = index
        while index < bytes.count, bytes[index] > 0x20, !"=>/<".utf8.contains(bytes[index]) { index += 1 }
        let name = String(decoding: bytes[start..<index], as: UTF8.self)
        var next = Self.filled(from: index, bytes)
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
            if index == start { index += 1 }
            return
        }
        next = Self.filled(from: next + 1, bytes)
        index = next
        guard next < bytes.count else { return }
        let quote = bytes[next]
        if quote == 0x22 || quote == 0x27, let close = bytes[(next + 1)...].firstIndex(of: quote),
            !bytes[next..<close].contains(UInt8(ascii: "<"))
        {
            add(name, bytes[(next + 1)..<close])
            index = close + 1
            return
        }
        while index < bytes.count, bytes[index] > 0x20, bytes[index] != 0x3E, bytes[index] != 0x3C { index += 1 }
        var value = bytes[next..<index]
        if value.last == UInt8(ascii: "/"), index < bytes.count, bytes[index] == 0x3E {
            value = value.dropLast()
            isEmpty = true
        }
        add(name, value.first == quote && (quote == 0x22 || quote == 0x27) ? value.dropFirst() : value)
    }

    /// Adds an attribute, unless there is already one with the same name.
    private mutating func add(_ name: String, _ value: ArraySlice<UInt8>) {
        guard attributes.count > MarkupFault.mostAttributes || !attributes.contains(where: { $0.name == name }) else {
            return
        }
        attributes.append((name, Self.text(Array(value))))
    }

    private static func text(_ bytes: [UInt8]) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "&"), let (text, length) = CharacterReference.at(index, of: bytes) {
                output += text.utf8
                index += length
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The end of the name that begins at an index.
    static func nameEnd(from start: Int, in bytes: [UInt8]) -> Int {
        var index = start
        while index < bytes.count, bytes[index] > 0x20, !"/><=&\"';,()[]{}?!".utf8.contains(bytes[index]) { index += 1 }
        return index
    }

    private static func filled(from start: Int, _ bytes: [UInt8]) -> Int {
        var index = start
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        return index
    }
}
