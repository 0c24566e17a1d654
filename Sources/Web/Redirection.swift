internal import Address
internal import Context

/// One request in a chain of redirects.
struct Step: Sendable {
    var address: WebAddress
    var method: String
    var fields: [HeaderField]
    var body: [UInt8]

    /// The request that a redirect leads to (RFC 9110, section 15.4), or nil if the response isn't a redirect.
    ///
    /// Another origin (scheme, host and port, RFC 6454) receives neither a body nor credentials.
    ///
    /// - Throws: an error for an invalid address, or if a request that does more than read would go to another origin.
    func next(after answer: HTTPResponse) throws(WebAddress.Fault) -> Step? {
        guard [301, 302, 303, 307, 308].contains(answer.status), let location = answer.headers["location"],
            !location.isEmpty, location.utf8.count <= 8192
        else { return nil }
        var step = self
        step.address = try address.resolving(location)
        if step.address.origin != address.origin {
            guard body.isEmpty, method == "GET" || method == "HEAD" else {
                throw .refused("a \(method) request to \(address.origin) doesn't follow redirects to another origin")
            }
            step.fields = RequestFields.forStrangers(step.fields)
        }
        let becomesGet = answer.status == 303 ? method != "HEAD" : answer.status < 303 && method == "POST"
        if becomesGet {
            step.method = "GET"
            step.body = []
            step.fields = RequestFields.withoutBody(step.fields)
        }
        // The fragment of the original request also applies to the redirect's target (section 10.2.2).
        if step.address.fragment == nil { step.address.fragment = address.fragment }
        return step
    }
}
