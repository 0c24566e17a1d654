/// Checks whether XML is complete: its tags are nested, and nothing follows the root element.
enum MarkupBalance {
    static func isBalanced(_ bytes: [UInt8]) -> Bool {
        var (open, index, hasRoot): ([ArraySlice<UInt8>], Int, Bool) = ([], 0, false)
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = bytes[start...]
            if let (opening, closing) = specials.first(where: { rest.starts(with: $0.0.utf8) }) {
                let inside = rest.dropFirst(opening.utf8.count)
                guard let end = inside.firstRange(of: Array(closing.utf8)) else { return false }
                index = end.upperBound
                continue
            }
            guard let end = tagEnd(rest) else { return false }
            let tag = bytes[(start + 1)..<end]
            let name = tag.drop { $0 == UInt8(ascii: "/") }.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
            guard !name.isEmpty else { return false }
            if tag.first == UInt8(ascii: "/") {
                guard open.popLast() == name else { return false }
            } else {
                guard !open.isEmpty || !hasRoot else { return false }
                hasRoot = true
                if tag.last != UInt8(ascii: "/") { open.append(name) }
            }
            index = end + 1
        }
        return hasRoot && open.isEmpty && bytes[index...].allSatisfy { $0 <= 0x20 }
    }

    /// Comments, CDATA sections, processing instructions and declarations.
    private static let specials = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")]

    /// The position of the tag's `>`, which may also occur in attributes' values.
    private static func tagEnd(_ rest: ArraySlice<UInt8>) -> Int? {
        var quote: UInt8?
        for index in rest.indices {
            let byte = rest[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            }
        }
        return nil
    }
}

/// Checks whether JSON is complete: its brackets and texts are closed, and nothing follows the value.
enum JSONBalance {
    static func isBalanced(_ bytes: [UInt8]) -> Bool {
        var (open, isText, isEscaped, isDone): ([UInt8], Bool, Bool, Bool) = ([], false, false, false)
        for byte in bytes {
            if isText {
                if byte < 0x20 { return false }
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
                continue
            }
            if isDone, byte > 0x20 { return false }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
            case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard open.popLast() == byte else { return false }
                isDone = open.isEmpty
            default: break
            }
        }
        return isDone && !isText
    }
}
