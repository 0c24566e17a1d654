internal import Address
internal import Text

/// Access to the web; all requests use it.
package struct HTTP: Sendable {
    /// Sends a request, and repeats it as often as the request's `retries` allow. Responses with any status are
    /// results, not errors.
    package var send: @Sendable (HTTPRequest) async throws(HTTPError) -> HTTPResponse

    package init(send: @escaping @Sendable (HTTPRequest) async throws(HTTPError) -> HTTPResponse) {
        self.send = send
    }

    /// A client that refuses every request, for commands that don't access the web.
    package static let none = HTTP { request throws(HTTPError) in
        throw HTTPError(url: request.url, reason: .refused("this command doesn't access the web"))
    }
}

/// A request to a server.
package struct HTTPRequest: Hashable, Sendable {
    package var method: String
    package var url: String
    package var headers: HTTPHeaders
    package var body: [UInt8]
    /// The maximum size of the response's body after decompression, in bytes; a larger one is
    /// ``HTTPError/Reason/tooLarge(limit:)``.
    package var maximumBytes: Int
    /// Bodies with other media types aren't read, such as a video where a page is expected; if it is nil, all bodies
    /// are read.
    package var mediaTypes: Set<String>?
    /// The maximum time in seconds from the first byte sent to the last one received; it starts again at each redirect.
    package var timeout: Int
    /// The maximum number of redirects to follow.
    package var redirects: Int
    /// How often a request is retried after a 429, a 5xx or a broken connection, respecting `Retry-After`.
    package var retries: Int
    /// Whether a stored response is validated (`ETag`, `Last-Modified`) and a new one stored.
    package var usesCache: Bool
    /// Whether the response itself is a secret, such as a session token: it is returned unchanged and never stored. In
    /// other responses, the secrets that the program uses are masked.
    package var returnsSecret = false

    package init(
        _ url: String, method: String = "GET", headers: HTTPHeaders = [:], body: [UInt8] = [],
        maximumBytes: Int = 1 << 20, timeout: Int = 10, redirects: Int = 5, retries: Int = 0, usesCache: Bool = false
    ) {
        self.url = url
        self.method = method
        self.headers = headers
        self.body = body
        self.maximumBytes = maximumBytes
        self.timeout = timeout
        self.redirects = redirects
        self.retries = retries
        self.usesCache = usesCache
    }
}

/// A server's response.
package struct HTTPResponse: Hashable, Sendable {
    package var status: Int
    package var headers: HTTPHeaders
    /// The body, decompressed.
    package var body: [UInt8]
    /// The URL that returned the response after all redirects.
    package var url: String
    /// The redirects on the way, in order: the status and the URL of each.
    package var hops: [Hop]
    /// Whether the server confirmed the stored response; then `body` and `status` are the stored ones.
    package var isUnchanged: Bool

    package struct Hop: Hashable, Sendable {
        package var status: Int
        package var url: String

        package init(status: Int, url: String) {
            self.status = status
            self.url = url
        }
    }

    package init(
        status: Int, headers: HTTPHeaders = [:], body: [UInt8] = [], url: String, hops: [Hop] = [],
        isUnchanged: Bool = false
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.url = url
        self.hops = hops
        self.isUnchanged = isUnchanged
    }
}

/// Header fields in order; names are case-insensitive (RFC 9110, section 5.1).
package struct HTTPHeaders: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    package var fields: [Field]

    package struct Field: Hashable, Sendable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(_ fields: [Field] = []) {
        self.fields = fields
    }

    package init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0, value: $1) }
    }

    /// The first value of a field; setting it replaces all of them.
    package subscript(name: String) -> String? {
        get { fields.first { Self.isSame($0.name, name) }?.value }
        set {
            fields.removeAll { Self.isSame($0.name, name) }
            if let newValue { fields.append(Field(name: name, value: newValue)) }
        }
    }

    /// The target of the first link with a relation, such as `next`, in the `Link` fields (RFC 8288); it may be
    /// relative.
    package func link(_ relation: String) -> String? {
        fields.lazy.filter { Self.isSame($0.name, "Link") }
            .compactMap { LinkHeader.target(of: relation, in: $0.value) }.first
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count
            && zip(left.utf8, right.utf8).allSatisfy { left, right in
                left == right || left ^ right == 0x20 && UInt8(ascii: "a")...UInt8(ascii: "z") ~= left | 0x20
            }
    }

    /// The media type of a `Content-Type` without its parameters, in lower case (RFC 9110, section 8.3.1); empty if
    /// there is no value.
    package static func mediaType(_ value: String?) -> String {
        guard let type = value?.prefix(while: { $0 != ";" && $0 != " " }) else { return "" }
        return type.lowercased()
    }
}

/// Why there is no response.
package struct HTTPError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        case invalidAddress
        /// The URL wasn't requested, because its address is private or its scheme isn't HTTP.
        case refused(String)
        case unknownHost
        case unreachable(String)
        case certificate(String)
        case timedOut(seconds: Int)
        case tooLarge(limit: Int)
        case tooManyRedirects
        /// A quota is exhausted, or the server asks for a longer pause than allowed; `until` is the end of the pause in
        /// seconds since 1970, if known.
        case rateLimited(until: Int?)

        fileprivate var allowsArrival: Bool {
            switch self {
            case .invalidAddress, .refused, .unknownHost, .certificate, .rateLimited: false
            case .unreachable, .timedOut, .tooLarge, .tooManyRedirects: true
            }
        }
    }

    package var url: String
    package var reason: Reason
    /// Whether the server may have acted on the request. False only if nothing of it was sent, or if the server has
    /// refused it.
    package var mayHaveArrived: Bool

    /// - Parameters:
    ///   - url: stored without any secrets that it may contain.
    ///   - mayHaveArrived: by default, what the reason alone says.
    package init(url: String, reason: Reason, mayHaveArrived: Bool? = nil) {
        self.url = SafeAddress.redacted(url)
        self.reason = reason
        self.mayHaveArrived = mayHaveArrived ?? reason.allowsArrival
    }

    package var description: String {
        switch reason {
        case .invalidAddress: "\(url): not a valid web address"
        case .refused(let why): "\(url): not requested: \(why)"
        case .unknownHost: "\(url): no such host"
        case .unreachable(let why): "\(url): no connection (\(why))"
        case .certificate(let why): "\(url): the certificate isn't valid (\(why))"
        case .timedOut(let seconds): "\(url): no answer within \(seconds.counted("second"))"
        case .tooLarge(let limit): "\(url): the response is larger than \(limit) bytes"
        case .tooManyRedirects: "\(url): too many redirects"
        case .rateLimited: "\(url): the server's limit for requests is reached; try again later"
        }
    }
}
