/// A time in a response, in the form of RFC 3339; decoding any other text fails.
package struct WrittenTime: Decodable, Hashable, Sendable {
    /// Seconds since 1970.
    package var seconds: Int

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let seconds = Timestamp.rfc3339(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a time: \(text)"))
        }
        self.seconds = seconds
    }
}
