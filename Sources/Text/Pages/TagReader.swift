/// Reads a page's tags, byte by byte, as far as a page's head requires (WHATWG HTML, section 13.2.5).
package struct TagReader {
    /// A start tag.
    package struct Tag {
        package var name: Range<Int>
        /// The range from the name to the closing bracket.
        package var attributes: Range<Int>
        /// The range between the tag and its end tag; only for elements whose content isn't markup.
        package var content: Range<Int>?
    }

    package let bytes: [UInt8]
    private var index = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next start tag, or nil at the end of the page.
    package mutating func next() -> Tag? {
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            if bytes.has("!--", at: index) {
                index = bytes.first("-->", from: min(index + 3, bytes.count)).map { $0 + 3 } ?? bytes.count
                continue
            }
            guard index < bytes.count, bytes[index].isMarkupLetter else { continue }
            return tag()
        }
        index = bytes.count
        return nil
    }

    private mutating func tag() -> Tag {
        let start = index
        while index < bytes.count, !bytes[index].isMarkupSpace, bytes[index] != 0x3E, bytes[index] != 0x2F {
            index += 1
        }
        let name = start..<index
        let end = closingBracket(from: index)
        var tag = Tag(name: name, attributes: index..<end)
        index = min(end + 1, bytes.count)
        guard let raw = Self.rawText.first(where: { isNamed(tag, $0) }) else { return tag }
        let close = endTag(raw, from: index)
        tag.content = index..<close
        index = close
        return tag
    }

    /// The offset of a tag's closing bracket; brackets in quoted values don't count.
    private func closingBracket(from start: Int) -> Int {
        var (index, quote): (Int, UInt8?) = (start, nil)
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x3E {
                return index
            } else if (byte == 0x22 || byte == 0x27) && bytes[index - 1] == 0x3D {
                quote = byte
            }
            index += 1
        }
        return bytes.count
    }

    private func endTag(_ name: StaticString, from start: Int) -> Int {
        var index = start
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = bytes[(open + 1)...]
            if rest.first == 0x2F, rest.dropFirst().startsFolded(with: name) { return open }
            index = open + 1
        }
        return bytes.count
    }

    private static let rawText: [StaticString] = ["script", "style", "title", "textarea"]

    /// - Parameter name: in lower case.
    package func isNamed(_ tag: Tag, _ name: StaticString) -> Bool {
        tag.name.count == name.utf8CodeUnitCount && bytes[tag.name].startsFolded(with: name)
    }

    /// The range of an attribute's value without its quotes, or nil if the tag has no such attribute.
    ///
    /// - Parameter wanted: in lower case.
    package func attribute(_ wanted: StaticString, of tag: Tag) -> Range<Int>? {
        var index = tag.attributes.lowerBound
        let end = tag.attributes.upperBound
        while index < end {
            while index < end, bytes[index].isMarkupSpace || bytes[index] == 0x2F { index += 1 }
            let start = index
            while index < end, !bytes[index].isMarkupSpace, bytes[index] != 0x3D, bytes[index] != 0x2F { index += 1 }
            let name = start..<index
            // A stray equals sign would otherwise stop the loop.
            if name.isEmpty { index += 1 }
            let value = value(&index, end)
            if name.count == wanted.utf8CodeUnitCount, bytes[name].startsFolded(with: wanted) { return value }
        }
        return nil
    }

    private func value(_ index: inout Int, _ end: Int) -> Range<Int> {
        var next = index
        while next < end, bytes[next].isMarkupSpace { next += 1 }
        guard next < end, bytes[next] == 0x3D else { return index..<index }
        next += 1
        while next < end, bytes[next].isMarkupSpace { next += 1 }
        index = next
        guard next < end else { return next..<next }
        if bytes[next] == 0x22 || bytes[next] == 0x27 {
            let close = bytes[(next + 1)..<end].firstIndex(of: bytes[next]) ?? end
            index = min(close + 1, end)
            return (next + 1)..<close
        }
        while index < end, !bytes[index].isMarkupSpace { index += 1 }
        return next..<index
    }
}
