internal import Context

/// A header field that is sent; an alias, because the network library has a type of the same name.
typealias HeaderField = HTTPHeaders.Field

/// Selects the header fields of a request that are sent.
enum RequestFields {
    /// The request's own fields and the default ones, or nil if a field could break out of its line.
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

    /// The fields that may be sent to another host than intended; keys and cookies may not.
    static func forStrangers(_ fields: [HeaderField]) -> [HeaderField] {
        fields.filter { harmless.contains($0.name.lowercased()) }
    }

    static func withoutBody(_ fields: [HeaderField]) -> [HeaderField] {
        fields.filter { !$0.name.lowercased().hasPrefix("content-") }
    }

    /// Fields that the network library sets.
    private static let ours: Set = [
        "host", "connection", "content-length", "transfer-encoding", "accept-encoding", "upgrade", "te", "trailer",
        "keep-alive", "proxy-authorization", "proxy-connection",
    ]

    private static let harmless: Set = ["accept", "accept-language", "user-agent"]

    /// Whether a text is a token (RFC 9110, section 5.6.2).
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
