/// The ranges of the parts of a URL (RFC 3986, section 3).
struct URLParts {
    private(set) var scheme = 0..<0
    /// The range of the authority, including a port and any user name before `@`.
    private(set) var host = 0..<0
    private(set) var path = 0..<0
    private(set) var query = 0..<0
    private(set) var fragment = 0..<0
    private(set) var questionMark: Int?
    private(set) var hash: Int?
    /// The range of a default port, such as `:443` after an `https` host.
    private(set) var defaultPort: Range<Int>?
    /// Whether the URL is a web URL with an authority: `https://…`.
    private(set) var isWeb = false

    init(_ bytes: [UInt8], _ url: Range<Int>) {
        var index = url.lowerBound
        while index < url.upperBound,
            ASCII.isLetter(bytes[index]) || ASCII.isDigit(bytes[index]) || bytes[index] == 0x2B || bytes[index] == 0x2D
                || bytes[index] == 0x2E
        {
            index += 1
        }
        guard index > url.lowerBound, index < url.upperBound, bytes[index] == UInt8(ascii: ":"),
            ASCII.isLetter(bytes[url.lowerBound])
        else { return }
        scheme = url.lowerBound..<index
        guard bytes.has("://", at: index) else { return }
        let isPlain = scheme.count == 4 && bytes.hasFolded("http", at: scheme.lowerBound)
        let isSecure = scheme.count == 5 && bytes.hasFolded("https", at: scheme.lowerBound)
        isWeb = isPlain || isSecure
        let hostStart = index + 3
        var hostEnd = hostStart
        while hostEnd < url.upperBound, bytes[hostEnd] != 0x2F, bytes[hostEnd] != 0x3F, bytes[hostEnd] != 0x23 {
            hostEnd += 1
        }
        host = hostStart..<hostEnd
        let port: StaticString = isSecure ? ":443" : ":80"
        if host.count > port.utf8CodeUnitCount, bytes.has(port, at: hostEnd - port.utf8CodeUnitCount) {
            defaultPort = (hostEnd - port.utf8CodeUnitCount)..<hostEnd
        }
        var end = hostEnd
        while end < url.upperBound, bytes[end] != 0x23 { end += 1 }
        if end < url.upperBound { (hash, fragment) = (end, (end + 1)..<url.upperBound) }
        var mark = hostEnd
        while mark < end, bytes[mark] != 0x3F { mark += 1 }
        if mark < end { (questionMark, query) = (mark, (mark + 1)..<end) }
        path = hostEnd..<mark
    }

    /// The ranges between `&` in the query; in Markdown, `&` may be written as `&amp;` (CommonMark 2.5).
    func parameters(_ bytes: [UInt8]) -> [Range<Int>] {
        var parameters: [Range<Int>] = []
        var start = query.lowerBound
        for index in query where bytes[index] == UInt8(ascii: "&") {
            parameters.append(start..<index)
            start = index + (bytes.has("&amp;", at: index) ? 5 : 1)
        }
        parameters.append(start..<query.upperBound)
        return parameters.filter { !$0.isEmpty }
    }

    /// A message about an invalid host; nil if the host is valid.
    func hostFault(_ bytes: [UInt8]) -> String? {
        let name = bytes[host]
        guard let first = name.first else { return "the URL has no host" }
        if first == UInt8(ascii: "[") { return nil }
        if name.starts(with: "http".utf8), name.dropFirst(4).first == 0x3A || name.dropFirst(5).first == 0x3A {
            return "the URL begins twice"
        }
        if first == 0x2E || first == 0x2D { return "a host can't begin with a dot or a hyphen" }
        guard name.contains(0x2E) || name.elementsEqual("localhost".utf8) else {
            return "the host has no top-level domain"
        }
        if name.contains(0x40) { return "the URL contains a user name" }
        if let colon = name.lastIndex(of: 0x3A),
            let digits = Int(String(decoding: name[(colon + 1)...], as: UTF8.self)),
            digits > 65_535
        {
            return "port \(digits) doesn't exist"
        }
        for index in name.indices where name[index] == 0x2E && index + 1 < name.endIndex && name[index + 1] == 0x2E {
            return "the host has two dots in a row"
        }
        let allowed = name.allSatisfy {
            ASCII.isWord($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x3A || $0 == 0x40 || $0 == 0x25
        }
        return allowed ? nil : "the host has characters that aren't allowed"
    }
}
