internal import Address
internal import Context

/// The reason why a source returned nothing, or not everything.
package struct SourceFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The source's name in the settings.
    package var source: String
    /// The requested URL, without passwords, keys and tokens.
    package var address: String?
    /// The invalid member of the answer, such as `items[3].title`.
    package var field: String?
    /// The problem, without full stop.
    package var problem: String
    /// The remedy, as an imperative sentence; empty if the user can't do anything.
    package var remedy: String

    /// Whether the server answered 404 or 410 (RFC 9110, sections 15.5.5 and 15.5.11).
    package var isGone = false

    /// Whether everything was read, but a part was too long or too much to keep.
    package var isCut = false

    package init(
        _ problem: String, source: String, address: String? = nil, field: String? = nil, remedy: String = ""
    ) {
        self.source = source
        self.address = address.map(SafeAddress.redacted)
        self.field = field
        (self.problem, self.remedy) = (problem, remedy)
    }

    /// `feeds: https://example.org/feed: 'channel' is missing. remedy`
    package var description: String {
        var sentence = source + ": "
        if let address { sentence += address + ": " }
        if let field { sentence += "'\(field)' " }
        sentence += problem
        return remedy.isEmpty ? sentence : sentence + ". " + remedy
    }
}
