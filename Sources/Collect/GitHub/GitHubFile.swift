#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A file in an answer of GitHub's contents API.
struct GitHubFile: Decodable {
    var content: String
    var encoding: String?

    /// The file's bytes; nil if they aren't in Base64, as for files over a megabyte.
    var bytes: [UInt8]? {
        guard (encoding ?? "base64") == "base64" else { return nil }
        return Data(base64Encoded: content, options: .ignoreUnknownCharacters).map { Array($0) }
    }
}
