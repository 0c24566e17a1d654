/// Computes the canonical form of ordinary URLs in one pass over their bytes.
///
/// Nearly all of the hundred thousand URLs in a large archive are ordinary; ``CanonicalURL`` parses the others.
enum PlainURL {
    /// The canonical form, or nil for a URL that must be parsed: one with a query, escapes or a port, or one on a site
    /// that has several URLs for a page.
    static func canonical(_ url: String) -> String? {
        var url = url
        return url.withUTF8 { bytes in
            let start = has("https://", bytes, at: 0) ? 8 : has("http://", bytes, at: 0) ? 7 : 0
            guard start > 0 else { return nil }
            var hostEnd = start
            while hostEnd < bytes.count, isOfHost(bytes[hostEnd]) { hostEnd += 1 }
            guard hostEnd > start, hostEnd == bytes.count || bytes[hostEnd] == UInt8(ascii: "/"),
                bytes[hostEnd - 1] != UInt8(ascii: ".")
            else { return nil }
            var hostStart = start
            for prefix in ["www.", "m.", "mobile.", "amp."] as [StaticString] where has(prefix, bytes, at: hostStart) {
                let rest = hostStart + prefix.utf8CodeUnitCount
                if bytes[rest..<hostEnd].contains(UInt8(ascii: ".")) { hostStart = rest }
            }
            var end = hostEnd
            while end < bytes.count, isPlain(bytes[end]) { end += 1 }
            // An empty fragment is left out; any other must be parsed.
            guard end == bytes.count || bytes[end] == UInt8(ascii: "#") && end + 1 == bytes.count else { return nil }
            guard isOfOneShape(bytes[hostStart..<hostEnd], path: bytes[hostEnd..<end]) else { return nil }
            return text(host: bytes[hostStart..<hostEnd], path: bytes[hostEnd..<end])
        }
    }

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    private static func text(host: Bytes, path: Bytes) -> String {
        String(unsafeUninitializedCapacity: host.count + path.count) { output in
            var count = 0
            func add(_ byte: UInt8) {
                output[count] = byte
                count += 1
            }
            for byte in host { add(byte) }
            for (index, byte) in path.enumerated() {
                let isSlash = byte == UInt8(ascii: "/")
                let next = path.index(path.startIndex, offsetBy: index + 1)
                if isSlash, next == path.endIndex || path[next] == byte { continue }
                add(byte)
            }
            return count
        }
    }

    /// Whether the site has only one URL for each page.
    private static func isOfOneShape(_ host: Bytes, path: Bytes) -> Bool {
        if host.elementsEqual("github.com".utf8) {
            return path.count { $0 == UInt8(ascii: "/") } <= 4 && !path.suffix(5).starts(with: ".git".utf8)
                && !path.suffix(4).elementsEqual(".git".utf8) && isLowerCase(path)
        }
        if host.elementsEqual("meetup.com".utf8) {
            let first = path.dropFirst().prefix { $0 != UInt8(ascii: "/") }
            return first.count != 2 && first.count != 5 && isLowerCase(path) && !endsWithIndex(path)
        }
        return !KnownSites.contain(host) && !path.starts(with: "/t/".utf8) && !endsWithIndex(path)
    }

    /// Whether the owner and the repository have no capitals.
    private static func isLowerCase(_ path: Bytes) -> Bool {
        var slashes = 0
        for byte in path {
            if byte == UInt8(ascii: "/") { slashes += 1 }
            if slashes > 2 { break }
            if 0x41...0x5A ~= byte { return false }
        }
        return true
    }

    /// Whether the path ends with an index page, with or without a slash after it.
    private static func endsWithIndex(_ path: Bytes) -> Bool {
        var end = path.endIndex
        while end > path.startIndex, path[end - 1] == UInt8(ascii: "/") { end -= 1 }
        var start = end
        while start > path.startIndex, path[start - 1] != UInt8(ascii: "/") { start -= 1 }
        return path[start..<end].starts(with: "index.".utf8)
    }

    private static func has(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard offset + word.utf8CodeUnitCount <= bytes.count else { return false }
        return word.withUTF8Buffer { wanted in
            for index in 0..<wanted.count where bytes[offset + index] != wanted[index] { return false }
            return true
        }
    }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D || byte == 0x2E
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte != UInt8(ascii: ";") && EscapedText.isAllowed(byte, in: .path)
    }
}
