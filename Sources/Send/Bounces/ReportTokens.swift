internal import Text

/// The tokens that a message has, not verified: what names the reader and the campaign.
package struct ReportTokens: Hashable, Sendable {
    /// 48 letters and digits of base32: of the envelope's sender, to which servers return mail.
    package var bounce: [String] = []
    /// 40 letters and digits of base64: of the field `List-Unsubscribe` of a returned message.
    package var unsubscribe: [String] = []
    /// Of a mail that somebody sent to the address in that field.
    package var unsubscribeRequest: [String] = []
    /// Of the returned message, without brackets.
    package var messageIDs: [String] = []

    /// More of a kind aren't kept, because each costs some time to verify.
    static let most = 8

    private static let bounceLength = 48
    private static let unsubscribeLength = 40

    mutating func addBounce(in text: some Sequence<UInt8>) {
        Self.add(Self.runs(text, Self.bounceLength, Self.isBase32), to: &bounce)
    }

    mutating func addUnsubscribe(in text: String) {
        Self.add(Self.runs(text.utf8, Self.unsubscribeLength, Self.isBase64URL), to: &unsubscribe)
    }

    /// - Parameter text: with an address such as `unsubscribe+TOKEN@example.org`.
    mutating func addUnsubscribeRequest(in text: String) {
        guard
            text.utf8.map(\.lowercasedASCII).starts(with: "unsubscribe+".utf8)
                || text.contains("<unsubscribe+")
        else { return }
        Self.add(Self.runs(text.utf8, Self.unsubscribeLength, Self.isBase64URL), to: &unsubscribeRequest)
    }

    mutating func addMessageID(in text: String) {
        let name = text.utf8.filter {
            !StructuredText.isBlank($0) && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
        }
        guard !name.isEmpty, name.count < 1_000 else { return }
        Self.add([String(decoding: name, as: UTF8.self)], to: &messageIDs)
    }

    private static func add(_ new: [String], to tokens: inout [String]) {
        for token in new where tokens.count < most && !tokens.contains(token) { tokens.append(token) }
    }

    /// The runs of some characters that have exactly this length.
    private static func runs(_ text: some Sequence<UInt8>, _ length: Int, _ belongs: (UInt8) -> Bool) -> [String] {
        var found: [String] = []
        var run: [UInt8] = []
        var count = 0
        func end() {
            if count == length, found.count < most { found.append(String(decoding: run, as: UTF8.self)) }
        }
        for byte in text {
            if belongs(byte) {
                count += 1
                if count <= length { run.append(byte) }
            } else {
                end()
                run.removeAll(keepingCapacity: true)
                count = 0
            }
        }
        end()
        return found
    }

    private static func isBase32(_ byte: UInt8) -> Bool {
        let lower = byte.lowercasedASCII
        return UInt8(ascii: "a")...UInt8(ascii: "z") ~= lower || UInt8(ascii: "2")...UInt8(ascii: "7") ~= byte
    }

    private static func isBase64URL(_ byte: UInt8) -> Bool {
        let lower = byte.lowercasedASCII
        return UInt8(ascii: "a")...UInt8(ascii: "z") ~= lower || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
