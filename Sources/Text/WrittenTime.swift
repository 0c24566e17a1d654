/// A time in an answer, in the form of RFC 3339; one that is none is a fault of its member.
package struct WrittenTime: Decodable, Hashable, Sendable {
    /// Since 1970.
    package var seconds: Int

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let seconds = Timestamp.rfc3339(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no time: \(text)"))
        }
        self.seconds = seconds
    }
}
