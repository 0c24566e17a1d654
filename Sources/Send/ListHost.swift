/// A service that keeps the list of subscribers and sends the mail itself, from HTML and text that are given to it.
package enum ListHost: String, CaseIterable, Sendable {
    case mailchimp, buttondown, listmonk

    /// What the service replaces with the URL for unsubscribing.
    ///
    /// Sources: Mailchimp, "Merge tags"; Buttondown, "Template variables"; listmonk, "Templating".
    package var unsubscribeTag: String {
        switch self {
        case .mailchimp: "*|UNSUB|*"
        case .buttondown: "{{ unsubscribe_url }}"
        case .listmonk: "{{ UnsubscribeURL }}"
        }
    }

    /// HTML in which nothing but the tag for unsubscribing is a tag of the service.
    ///
    /// - Parameter place: what the HTML has in the place of the URL for unsubscribing.
    package func html(_ html: [UInt8], place: String) -> [UInt8] {
        Array(
            escaped(String(decoding: html, as: UTF8.self)) { $0.reduce("") { $0 + "&#\($1.value);" } }
                .replacing(place, with: unsubscribeTag).utf8)
    }

    /// Text in which nothing but the tag for unsubscribing is a tag of the service; see ``html(_:place:)``.
    package func text(_ text: [UInt8], place: String) -> [UInt8] {
        Array(
            escaped(String(decoding: text, as: UTF8.self)) { opening in
                switch self {
                // Nothing in Mailchimp's language stands for itself, so an invisible character separates the two.
                case .mailchimp: "*\u{2060}|"
                // A constant, in the languages of Django and Go.
                case .buttondown, .listmonk: "{{ \"\(String(opening))\" }}"
                }
            }
            .replacing(place, with: unsubscribeTag).utf8)
    }

    private var openings: [String] {
        switch self {
        case .mailchimp: ["*|"]
        case .buttondown: ["{{", "{%", "{#"]
        case .listmonk: ["{{"]
        }
    }

    private func escaped(_ text: String, _ escape: (String.UnicodeScalarView) -> String) -> String {
        var output = ""
        var rest = text[...]
        while let next = openings.compactMap({ rest.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) {
            output += rest[..<next.lowerBound]
            output += escape(String(rest[next]).unicodeScalars)
            rest = rest[next.upperBound...]
        }
        return output + rest
    }
}
