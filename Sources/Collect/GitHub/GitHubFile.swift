#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A file as GitHub's contents interface gives it.
struct GitHubFile: Decodable {
    var content: String
    var encoding: String?

    /// Nil where it is not in Base64 (files over a megabyte).
    var bytes: [UInt8]? {
        guard (encoding ?? "base64") == "base64" else { return nil }
        return Data(base64Encoded: content, options: .ignoreUnknownCharacters).map { Array($0) }
    }
}
