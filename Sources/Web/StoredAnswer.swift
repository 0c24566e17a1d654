internal import Address
internal import Context
internal import Text

/// A response in the form in which it is stored on disk: some lines, an empty line, and the body.
struct StoredAnswer: Sendable {
    /// Identifies requests that have the same response.
    struct Identity: Hashable, Sendable {
        var url: String
        /// The request fields that servers use to choose between representations.
        var accept: String
        var language: String

        /// The identity of a request; nil if its response must not be stored.
        init?(_ step: Step) {
            url = step.address.requestText
            guard step.method == "GET", !SafeAddress.hasSecrets(url) else { return nil }
            func field(_ name: String) -> String { step.fields.first { $0.name.lowercased() == name }?.value ?? "" }
            accept = field("accept")
            language = field("accept-language")
            // A caller that sends validators of its own needs the server's answer to them.
            let own = ["if-none-match", "if-modified-since", "range"]
            guard step.fields.allSatisfy({ !own.contains($0.name.lowercased()) }) else { return nil }
        }

        var fingerprint: Fingerprint { Fingerprint(.text(url), .text(accept), .text(language)) }
    }

    private let identity: Identity
    private var fields: [HeaderField]
    private let body: [UInt8]

    /// Creates the stored form; nil for a response that can't be validated or must not be stored.
    init?(_ answer: HTTPResponse, _ identity: Identity) {
        let control = answer.headers["cache-control"]?.lowercased() ?? ""
        guard answer.status == 200, !control.contains("no-store"), answer.headers["vary"] != "*",
            answer.headers["etag"] != nil || answer.headers["last-modified"] != nil
        else { return nil }
        self.identity = identity
        fields = answer.headers.fields.filter { Self.kept.contains($0.name.lowercased()) }
        body = answer.body
    }

    private static let kept: Set = [
        "cache-control", "content-language", "content-type", "date", "etag", "last-modified", "link", "vary",
    ]

    /// The conditional fields for validating the response (RFC 9110, section 13.1).
    var validators: [HeaderField] {
        var result: [HeaderField] = []
        let headers = HTTPHeaders(fields)
        if let tag = headers["etag"] { result.append(HeaderField(name: "If-None-Match", value: tag)) }
        if let date = headers["last-modified"] { result.append(HeaderField(name: "If-Modified-Since", value: date)) }
        return result
    }

    /// The stored response, updated with the fields of the validation response (RFC 9111, section 4.3.4).
    func confirmed(by answer: HTTPResponse) -> HTTPResponse {
        var headers = answer.headers
        for field in fields where headers[field.name] == nil { headers.fields.append(field) }
        return HTTPResponse(status: 200, headers: headers, body: body, url: answer.url, isUnchanged: true)
    }
}

extension StoredAnswer {
    private static let mark = "sennight-http 1"

    var bytes: [UInt8] {
        var lines = [identity.url, identity.accept, identity.language]
        lines += fields.map { "\($0.name):\($0.value)" }
        let text = lines.joined(separator: "\n") + "\n\n"
        let rest = Array(text.utf8) + body
        return Array("\(Self.mark) \(Fingerprint(of: rest))\n".utf8) + rest
    }

    /// Reads a stored response; nil if the bytes are damaged or belong to another request.
    init?(_ bytes: [UInt8], of identity: Identity) {
        let newline = UInt8(ascii: "\n")
        guard let first = bytes.firstIndex(of: newline) else { return nil }
        let rest = Array(bytes[(first + 1)...])
        guard bytes[..<first].elementsEqual("\(Self.mark) \(Fingerprint(of: rest))".utf8) else { return nil }
        var lines: [String] = []
        var start = 0
        while let end = rest[start...].firstIndex(of: newline) {
            // The three lines of the identity may be empty.
            if end == start, lines.count >= 3 { break }
            lines.append(String(decoding: rest[start..<end], as: UTF8.self))
            start = end + 1
        }
        guard start < rest.count, lines.count >= 3, lines[0] == identity.url, lines[1] == identity.accept,
            lines[2] == identity.language
        else { return nil }
        fields = []
        for line in lines[3...] {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            fields.append(HeaderField(name: String(line[..<colon]), value: String(line[line.index(after: colon)...])))
        }
        self.identity = identity
        body = Array(rest[(start + 1)...])
    }
}
