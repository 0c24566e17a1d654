/// Web addresses in a form that is safe for messages and logs.
package enum SafeAddress {
    /// The address without user name and password, with parameters and path segments that look like secrets replaced by
    /// `…`.
    package static func redacted(_ text: String) -> String {
        // Most addresses have no part that can contain a secret.
        let marks = [UInt8(ascii: "@"), UInt8(ascii: "="), UInt8(ascii: "/")]
        guard text.utf8.contains(where: marks.contains) else { return text }
        return withoutSecretParameters(withoutSecretSegments(withoutUserInformation(text)))
    }

    /// Whether ``redacted(_:)`` removes anything.
    package static func hasSecrets(_ text: String) -> Bool { redacted(text) != text }

    private static func withoutUserInformation(_ text: String) -> String {
        let slashes = text.firstRange(of: "//")
        guard let start = slashes?.upperBound ?? text.firstIndex(of: ":").map(text.index(after:)) else { return text }
        let rest = text[start...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        guard let at = rest[..<end].lastIndex(of: "@") else { return text }
        // A mail address has no password, but a malformed web address may.
        guard slashes != nil || rest[..<at].contains(":") else { return text }
        return String(text[..<start]) + rest[rest.index(after: at)...]
    }

    private static func withoutSecretSegments(_ text: String) -> String {
        guard let scheme = text.firstRange(of: "//") else { return text }
        let rest = text[scheme.upperBound...]
        let end = rest.firstIndex { $0 == "?" || $0 == "#" } ?? rest.endIndex
        var output = String(text[..<scheme.upperBound])
        var copied = scheme.upperBound
        for segment in URLSecrets.segments(of: rest[..<end]) {
            output += text[copied..<segment.startIndex] + "…"
            copied = segment.endIndex
        }
        return output + text[copied...]
    }

    private static func withoutSecretParameters(_ text: String) -> String {
        guard let mark = text.firstIndex(where: { $0 == "?" || $0 == "#" }) else { return text }
        var output = String(text[...mark])
        var field = text.index(after: mark)
        while field < text.endIndex {
            let end = text[field...].firstIndex { "&;#?".contains($0) } ?? text.endIndex
            let part = text[field..<end]
            if let equals = part.firstIndex(of: "="), URLSecrets.isSecret(parameter: part[..<equals]) {
                output += part[...equals] + "…"
            } else {
                output += part
            }
            guard end < text.endIndex else { break }
            output.append(text[end])
            field = text.index(after: end)
        }
        return output
    }
}
