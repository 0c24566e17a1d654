internal import Address
internal import Context

/// One step of a request on its way through redirects.
struct Step: Sendable {
    var address: WebAddress
    var method: String
    var fields: [HeaderField]
    var body: [UInt8]

    /// Where an answer sends this request next (RFC 9110, section 15.4); nil where it is the last.
    ///
    /// Another origin (scheme, host and port, RFC 6454) gets neither a body nor credentials.
    ///
    /// - Throws: also where a request that does more than read would go to another origin.
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
        // A part of the page that was asked for is a part of where it stands now (section 10.2.2).
        if step.address.fragment == nil { step.address.fragment = address.fragment }
        return step
    }
}
