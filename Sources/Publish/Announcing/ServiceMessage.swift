internal import Text

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What a service says about a request that it refuses: `error`, `message` or `errors`, in the forms of Mastodon,
/// Bluesky, Discourse and GitHub.
struct ServiceMessage: Decodable {
    var error: String?
    var message: String?
    var errors: [String]

    private enum Key: String, CodingKey { case error, message, errors }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        // Members of other types aren't texts for people.
        error = try? members.decode(String.self, forKey: .error)
        message = try? members.decode(String.self, forKey: .message)
        errors = (try? members.decode([String].self, forKey: .errors)) ?? []
    }

    /// The message in a response's body, on one line and not long; nil if there is none.
    static func text(in body: [UInt8]) -> String? {
        // A body that isn't JSON, such as a proxy's page, says nothing to people.
        guard let read = try? JSONDecoder().decode(ServiceMessage.self, from: Data(body)) else { return nil }
        let text = ([read.error, read.message].compactMap(\.self) + read.errors).joined(separator: ", ")
        let line = PrintableText.escaped(text.collapsingBlanks)
        return line.isEmpty ? nil : line.count > 200 ? line.prefix(199) + "…" : line
    }
}
