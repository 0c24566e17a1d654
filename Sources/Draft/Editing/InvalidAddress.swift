internal import Address
package import Newsletter

extension Diagnostic {
    /// Says why a URL can't be that of an entry or redirect.
    package static func invalidAddress(_ url: String, file: String? = nil) -> Diagnostic {
        let schemes = ["https://", "http://"]
        if let blank = url.utf8.first(where: { $0 <= 0x20 }), schemes.contains(where: url.lowercased().hasPrefix) {
            return Diagnostic(
                "'\(url)' contains \(blank == 0x20 ? "a space" : "a control character")",
                remedy: blank == 0x20 ? "Write %20 in its place" : "Remove it", file: file)
        }
        return Diagnostic("'\(url)' isn't a web address", remedy: "Begin the address with https://", file: file)
    }
}
