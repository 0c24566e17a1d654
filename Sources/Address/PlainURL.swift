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
            if end < bytes.count {
                // A fragment that is a position on a page is left out; one used for routing isn't.
                guard bytes[end] == UInt8(ascii: "#"), end + 1 == bytes.count || bytes[end + 1] > 0x2F else {
                    return nil
                }
            }
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
                && !path.suffix(4).elementsEqual(".git".utf8)
        }
        if host.elementsEqual("meetup.com".utf8) {
            let first = path.dropFirst().prefix { $0 != UInt8(ascii: "/") }
            return first.count != 2 && first.count != 5
        }
        return !CanonicalHost.hasOtherNames(host) && !host.elementsEqual("youtube.com".utf8)
            && !host.elementsEqual("youtu.be".utf8) && !host.suffix(13).elementsEqual("wikipedia.org".utf8)
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
        byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
            && byte != UInt8(ascii: "%")
    }
}
