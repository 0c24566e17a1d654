internal import Context

/// One step of a request on its way through redirects.
struct Step: Sendable {
    var address: WebAddress
    var method: String
    var fields: [HeaderField]
    var body: [UInt8]

    /// Where an answer sends this request next (RFC 9110, section 15.4); nil where it is the last.
    func next(after answer: HTTPResponse) throws(WebAddress.Fault) -> Step? {
        guard [301, 302, 303, 307, 308].contains(answer.status), let location = answer.headers["location"],
            !location.isEmpty, location.utf8.count <= 8192
        else { return nil }
        var step = self
        step.address = try address.resolving(location)
        let becomesGet = answer.status == 303 ? method != "HEAD" : answer.status < 303 && method == "POST"
        if becomesGet {
            step.method = "GET"
            step.body = []
            step.fields = RequestFields.withoutBody(fields)
        }
        if !keepsCredentials(to: step.address) { step.fields = RequestFields.forStrangers(step.fields) }
        // A part of the page that was asked for is a part of where it stands now (section 10.2.2).
        if step.address.fragment == nil { step.address.fragment = address.fragment }
        return step
    }

    /// The same server, or the same name's secured one.
    private func keepsCredentials(to next: WebAddress) -> Bool {
        guard next.host == address.host else { return false }
        return next.origin == address.origin || next.isSecure && next.port == 443 && address.port == 80
    }
}
