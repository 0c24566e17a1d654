/// The URLs in the attributes of HTML, and changes to them.
enum URLAttributes {
    /// A change to a URL: bytes to leave out at its beginning, and a text to write instead.
    struct Edit {
        var dropped: Int
        var prefix: String
    }

    /// The HTML with some URLs changed.
    ///
    /// - Parameters:
    ///   - anchors: positions in the HTML, which move with it.
    ///   - edit: returns the change of a URL, or nil to leave it.
    static func edited(
        _ html: [UInt8], anchors: inout [BodyAnchor], _ edit: (Slice<UnsafeBufferPointer<UInt8>>) -> Edit?
    ) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(html.count + html.count / 16)
        var nextAnchor = 0
        html.withUnsafeBufferPointer { bytes in
            var scanner = HTMLScanner(bytes)
            var copied = 0
            func change(_ range: Range<Int>) {
                guard let edit = edit(bytes[range]) else { return }
                move(&anchors, &nextAnchor, upTo: range.lowerBound, by: output.count - copied)
                output += bytes[copied..<range.lowerBound]
                output += edit.prefix.utf8
                copied = range.lowerBound + edit.dropped
            }
            while let piece = scanner.next() {
                guard case .startTag(let tag) = piece else { continue }
                for attribute in tag.attributes {
                    switch attribute.name {
                    case "href", "src", "poster", "cite": change(attribute.value)
                    case "data" where tag.name == "object": change(attribute.value)
                    case "srcset", "imagesrcset":
                        for range in candidates(in: bytes, attribute.value) { change(range) }
                    default: continue
                    }
                }
            }
            move(&anchors, &nextAnchor, upTo: html.count, by: output.count - copied)
            output += bytes[copied...]
        }
        return output
    }

    private static func move(_ anchors: inout [BodyAnchor], _ next: inout Int, upTo end: Int, by count: Int) {
        while next < anchors.count, anchors[next].offset <= end {
            anchors[next].offset += count
            next += 1
        }
    }

    /// The URLs in a `srcset` (WHATWG HTML, 4.8.4.2.1).
    private static func candidates(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
        let comma = UInt8(ascii: ",")
        var urls: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] <= 0x20 || bytes[index] == comma {
                index += 1
                continue
            }
            let start = index
            while index < range.upperBound, bytes[index] > 0x20 { index += 1 }
            var end = index
            while end > start, bytes[end - 1] == comma { end -= 1 }
            urls.append(start..<end)
            // A comma at the end of a URL ends the candidate; otherwise, a descriptor such as `2x` follows.
            if end == index { while index < range.upperBound, bytes[index] != comma { index += 1 } }
        }
        return urls
    }
}
