internal import Newsletter
package import Text

/// Facts about an HTML page, from its own metadata.
package struct PageFacts: Hashable, Sendable {
    /// The text of the page's `title` element, on one line.
    package var title: String?
    /// The title for sharing (`og:title`).
    package var sharedTitle: String?
    /// The page's canonical URL, which may be relative.
    package var canonical: String?
    /// The language tag in the page, such as `en-GB`.
    package var language: String?
    /// The date on which the page was published.
    package var published: CalendarDate?
    package var wall: Wall?

    /// An obstacle to reading the page.
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
