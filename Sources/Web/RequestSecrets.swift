internal import Address
internal import Context

extension Redactor {
    /// Adds the credentials of a request: tokens, cookies, keys, and the assertion or password in a form.
    func learn(_ step: Step) {
        for field in step.fields {
            let name = field.name.lowercased()
            switch name {
            case "authorization", "proxy-authorization": learn(authorization: field.value)
            case "cookie":
                for cookie in field.value.split(separator: ";") {
                    if let equals = cookie.firstIndex(of: "=") { add(String(cookie[cookie.index(after: equals)...])) }
                }
            // It is kept in files, so that a request can be repeated with it.
            case "idempotency-key": break
            case _ where ["key", "secret", "token"].contains { name.contains($0) }: add(field.value)
            case "content-type" where HTTPHeaders.mediaType(field.value) == "application/x-www-form-urlencoded":
                for part in step.body.split(separator: UInt8(ascii: "&")) { learn(parameter: part) }
            default: break
            }
        }
    }

    /// Handles `Bearer TOKEN`, and `Basic` with Base64 of `name:password` (RFC 7617).
    private func learn(authorization: String) {
        let words = authorization.split(separator: " ", maxSplits: 1)
        guard let secret = words.last else { return }
        add(String(secret))
        guard words.count == 2, words[0].lowercased() == "basic", let bytes = Base64URL.bytes(secret),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        else { return }
        add(String(decoding: bytes[(colon + 1)...], as: UTF8.self))
    }

    private func learn(parameter: ArraySlice<UInt8>) {
        let text = String(decoding: parameter, as: UTF8.self)
        if let equals = text.firstIndex(of: "="), URLSecrets.isSecret(parameter: text[..<equals]) {
            add(String(text[text.index(after: equals)...]))
        }
    }
}
