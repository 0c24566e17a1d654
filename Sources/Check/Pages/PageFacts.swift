internal import Newsletter
package import Text

/// What an HTML page says about itself.
package struct PageFacts: Hashable, Sendable {
    /// The text of its `title` element, on one line.
    package var title: String?
    /// The title for sharing (`og:title`).
    package var sharedTitle: String?
    /// Its canonical URL as written, which may be relative.
    package var canonical: String?
    /// The language as written, such as `en-GB`.
    package var language: String?
    /// The date on which it was published.
    package var published: CalendarDate?
    package var wall: Wall?

    /// What prevents readers from reading the page.
    package enum Wall: String, Sendable {
        case payment
        case signIn = "sign-in"
    }

    package init() {}

    /// The primary subtag of ``language`` in lower case (RFC 5646, section 2.2.1).
    var languageCode: String? {
        guard let code = language?.prefix(while: { $0 != "-" && $0 != "_" }).lowercased(), 2...3 ~= code.utf8.count,
            code.utf8.allSatisfy(ASCII.isLetter)
        else { return nil }
        return code
    }
}
