internal import Context

/// A field as it is sent; here by another name than the network library's own type.
typealias HeaderField = HTTPHeaders.Field

/// Which fields of a request go out.
enum RequestFields {
    /// The request's own and those that every request has; nil where one could break out of its line.
    static func sent(_ headers: HTTPHeaders, userAgent: String) -> [HeaderField]? {
        var fields = headers.fields.filter { !ours.contains($0.name.lowercased()) }
        for field in fields {
            guard isToken(field.name), field.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                return nil
            }
        }
        let names = Set(fields.map { $0.name.lowercased() })
        if !names.contains("user-agent") { fields.append(HeaderField(name: "User-Agent", value: userAgent)) }
        if !names.contains("accept") { fields.append(HeaderField(name: "Accept", value: "*/*")) }
        return fields
    }

    /// Those that may go to another host than the one they were meant for; keys and cookies may not.
    static func forStrangers(_ fields: [HeaderField]) -> [HeaderField] {
        fields.filter { harmless.contains($0.name.lowercased()) }
    }

    static func withoutBody(_ fields: [HeaderField]) -> [HeaderField] {
        fields.filter { !$0.name.lowercased().hasPrefix("content-") }
    }

    /// The network library's affair.
    private static let ours: Set = [
        "host", "connection", "content-length", "transfer-encoding", "accept-encoding", "upgrade", "te", "trailer",
        "keep-alive", "proxy-authorization", "proxy-connection",
    ]

    private static let harmless: Set = ["accept", "accept-language", "user-agent"]

    /// RFC 9110, section 5.6.2.
    static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}
