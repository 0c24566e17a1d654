internal import Address
internal import Context

/// Why a source brought nothing, or less than there is.
package struct SourceFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The source's name in the settings.
    package var source: String
    /// What was asked, without passwords, keys and tokens.
    package var address: String?
    /// The member of the answer that is at fault: `items[3].title`.
    package var field: String?
    /// What is wrong with it, without full stop.
    package var problem: String
    /// What to do, as an imperative sentence; empty where nothing can be done here.
    package var remedy: String

    /// Whether the server knows of no such thing, or of none any more (RFC 9110, sections 15.5.5 and 15.5.11).
    package var isGone = false

    /// Whether all was read, and only some of it is too long or too much to keep.
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
