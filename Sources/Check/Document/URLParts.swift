/// Where the parts of an address stand (RFC 3986, 3).
struct URLParts {
    private(set) var scheme = 0..<0
    /// With a port and a name before `@`.
    private(set) var host = 0..<0
    private(set) var path = 0..<0
    private(set) var query = 0..<0
    private(set) var fragment = 0..<0
    private(set) var questionMark: Int?
    private(set) var hash: Int?
    /// `:443` behind an `https` host.
    private(set) var defaultPort: Range<Int>?
    /// Whether it is of the web and has an authority: `https://…`.
    private(set) var isWeb = false
    private let bytes: [UInt8]

    init(_ bytes: [UInt8], _ url: Range<Int>) {
        self.bytes = bytes
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
        let isPlain = bytes[scheme].count == 4 && bytes[scheme].startsFolded(with: "http")
        let isSecure = bytes[scheme].count == 5 && bytes[scheme].startsFolded(with: "https")
        isWeb = isPlain || isSecure
        let hostStart = index + 3
        let hostEnd =
            bytes[hostStart..<url.upperBound].firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? url.upperBound
        host = hostStart..<hostEnd
        let port = isSecure ? Array(":443".utf8) : Array(":80".utf8)
        if host.count > port.count, bytes[host].suffix(port.count).elementsEqual(port) {
            defaultPort = (hostEnd - port.count)..<hostEnd
        }
        let end = bytes[hostEnd..<url.upperBound].firstIndex(of: 0x23) ?? url.upperBound
        if end < url.upperBound { (hash, fragment) = (end, (end + 1)..<url.upperBound) }
        let mark = bytes[hostEnd..<end].firstIndex(of: 0x3F) ?? end
        if mark < end { (questionMark, query) = (mark, (mark + 1)..<end) }
        path = hostEnd..<mark
    }

    /// What stands between `&` in the query.
    var parameters: [Range<Int>] {
        var parameters: [Range<Int>] = []
        var start = query.lowerBound
        for index in query where bytes[index] == UInt8(ascii: "&") {
            parameters.append(start..<index)
            start = index + 1
        }
        parameters.append(start..<query.upperBound)
        return parameters.filter { !$0.isEmpty }
    }

    /// What is wrong with the host; nil where nothing is.
    func hostFault(_ bytes: [UInt8]) -> String? {
        let name = bytes[host]
        guard let first = name.first else { return "the address has no host" }
        if first == UInt8(ascii: "[") { return nil }
        if name.starts(with: "http".utf8), name.dropFirst(4).first == 0x3A || name.dropFirst(5).first == 0x3A {
            return "the address begins twice"
        }
        if first == 0x2E || first == 0x2D { return "a host does not begin with a stop" }
        guard name.contains(0x2E) || name.elementsEqual("localhost".utf8) else { return "the host has no domain" }
        for index in name.indices where name[index] == 0x2E && index + 1 < name.endIndex && name[index + 1] == 0x2E {
            return "the host has two stops in a row"
        }
        let allowed = name.allSatisfy {
            ASCII.isWord($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x3A || $0 == 0x40 || $0 == 0x25
        }
        return allowed ? nil : "the host has letters that no host has"
    }
}
