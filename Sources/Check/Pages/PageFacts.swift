internal import Newsletter
package import Text

/// What a page of HTML says of itself.
package struct PageFacts: Hashable, Sendable {
    /// Of its `title` element, on one line.
    package var title: String?
    /// The title that it wants to be shared by (`og:title`).
    package var sharedTitle: String?
    /// Its address as it wants to be called, as written: it may be relative.
    package var canonical: String?
    /// As written, such as `en-GB`.
    package var language: String?
    /// The day it was published.
    package var published: CalendarDate?
    package var wall: Wall?

    /// What keeps readers from reading on.
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
