/// How long a service allows a text to be.
package struct TextLimit: Hashable, Sendable {
    /// The greatest number of user-perceived characters (UAX #29, extended grapheme clusters).
    package var characters: Int
    /// The greatest number of bytes in UTF-8.
    package var bytes: Int
    /// For how many characters each web address counts; nil if it counts like other text.
    package var addressLength: Int?

    package init(characters: Int, bytes: Int = .max, addressLength: Int? = nil) {
        self.characters = characters
        self.bytes = bytes
        self.addressLength = addressLength
    }

    /// Mastodon counts every address as 23 characters (https://docs.joinmastodon.org/user/posting/#limits).
    package static func mastodon(_ characters: Int) -> TextLimit {
        TextLimit(characters: characters, addressLength: 23)
    }

    /// `maxGraphemes` and `maxLength` of `text` in the lexicon `app.bsky.feed.post`.
    package static let bluesky = TextLimit(characters: 300, bytes: 3000)

    package func allows(_ text: String) -> Bool { text.utf8.count <= bytes && length(of: text) <= characters }

    /// The number of characters, as the service counts them.
    package func length(of text: String) -> Int {
        guard let addressLength else { return text.count }
        return TextLinks.addresses(in: text).reduce(text.count) { $0 - text[$1].count + addressLength }
    }
}
