internal import Text

/// Finds secrets in a web address by its form alone.
package enum URLSecrets {
    /// The parts of an address in the settings that must not be shown to others: a password, parameters with names that
    /// suggest a secret, and path segments that only their owner knows. A value that could be an ordinary word is
    /// included together with its name.
    ///
    /// - Parameter isCalendar: whether it is the address of a calendar, which is protected by its long random segments.
    package static func secrets(in text: String, isCalendar: Bool = false) -> [String] {
        guard let scheme = text.firstRange(of: "://") else { return [] }
        let rest = text[scheme.upperBound...]
        let path = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        var found: [String] = []
        if let at = rest[..<path].lastIndex(of: "@") {
            let user = rest[..<at]
            let password = user.firstIndex(of: ":").map { user[user.index(after: $0)...] } ?? user
            found.append(String(password))
        }
        let query = rest[path...].firstIndex { $0 == "?" || $0 == "#" } ?? rest.endIndex
        found += segments(of: rest[path..<query], isCalendar: isCalendar).map(String.init)
        for part in rest[query...].split(whereSeparator: { "?&;#".contains($0) }) {
            guard let equals = part.firstIndex(of: "="), isSecret(parameter: part[..<equals]) else { continue }
            let value = part[part.index(after: equals)...]
            found.append(String(isTokenLike(value) ? value : part))
        }
        return found + found.map { String(decoding: EncodedByte.decoded(Array($0.utf8)), as: UTF8.self) }
    }

    /// Whether a parameter with this name in a query or a form usually contains a secret.
    package static func isSecret(parameter name: some StringProtocol) -> Bool {
        let name = name.lowercased()
        let parts = ["token", "secret", "passw", "signature", "apikey", "api_key", "api-key", "credential", "session"]
        return ["key", "sig", "auth", "pwd", "jwt", "code", "assertion"].contains(name)
            || parts.contains { name.contains($0) }
    }

    /// The secret segments of a path: Google's `private-0123…`, the segments after `hooks` or a similar word, and in a
    /// calendar's address also long segments that look random.
    static func segments(of path: Substring, isCalendar: Bool = false) -> [Substring] {
        var previous: Substring = ""
        return path.split(separator: "/").filter { segment in
            defer { previous = segment }
            if segment.hasPrefix("private-"), segment.dropFirst(8).utf8.count >= 16 { return true }
            if announcing.contains(previous.lowercased()) { return isRandom(segment, atLeast: 12) }
            return isCalendar && isRandom(segment, atLeast: 20)
        }
    }

    private static let announcing: Set = [
        "hook", "hooks", "key", "private", "secret", "token", "webhook", "webhooks", "feed-token",
    ]

    private static func isTokenLike(_ value: Substring) -> Bool {
        value.utf8.count >= 16 || value.utf8.count >= 8 && value.utf8.contains(where: isDigit)
    }

    /// Whether a segment mixes letters and digits in a way that nobody would name a page.
    private static func isRandom(_ segment: Substring, atLeast length: Int) -> Bool {
        segment.utf8.count >= length && segment.utf8.contains(where: isDigit)
            && segment.utf8.contains { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0.lowercasedASCII }
            && segment.utf8.allSatisfy { byte in
                isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte.lowercasedASCII
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
