internal import Newsletter

/// A title ends with the name of its site, as in `[Title | Site](https://site.example/)`.
///
/// Browsers show pages' titles like this; in a list of links, the name often only takes up space. Where it says what the
/// page belongs to, such as the podcast of an interview, keep it.
struct SiteNameInTitle: Check {
    static let id = "site-name-in-title"
    static let severity = Finding.Severity.hint

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let bytes = document.bytes
        return document.issue.sections.filter { $0.kind == .links }.flatMap { section in
            document.links(in: section.range.bytes).compactMap { link -> Finding? in
                guard link.kind == .inline, !link.isImage, link.text.count > 8,
                    let bar = bytes[link.text].lastIndex(of: UInt8(ascii: "|")), bar > link.text.lowerBound + 3,
                    bytes[bar - 1] == 0x20, bar + 1 < link.text.upperBound, bytes[bar + 1] == 0x20
                else { return nil }
                let name = bytes[(bar + 1)..<link.text.upperBound].filter(ASCII.isLetter).map(ASCII.lowered)
                guard name.count >= 3, isSite(name, URLParts(bytes, link.url), bytes) else { return nil }
                let rest = bytes.trimmed(link.text.lowerBound..<bar)
                let place = rest.upperBound..<bytes.trimmed(link.text).upperBound
                // Only if the title has the name anyway, it surely isn't missed.
                let isRepeated = contains(name, bytes[rest].filter(ASCII.isLetter).map(ASCII.lowered))
                return finding(
                    "the title ends with its site's name", at: place, in: document,
                    explanation: "Remove the name, unless readers need it.",
                    fixes: isRepeated ? [document.fix("Remove the name", replacing: place, with: "")] : [])
            }
        }
    }

    private func contains(_ name: [UInt8], _ title: [UInt8]) -> Bool {
        title.indices.contains { title[$0...].starts(with: name) }
    }

    /// Whether a name, as lower-case letters, is a host's: `thenewstack` is the site of `thenewstack.io`.
    private func isSite(_ name: [UInt8], _ parts: URLParts, _ bytes: [UInt8]) -> Bool {
        guard parts.isWeb else { return false }
        let labels = bytes[parts.host].split(separator: UInt8(ascii: ".")).map { $0.map(ASCII.lowered) }
        let letters = labels.map { $0.filter(ASCII.isLetter) }
        return letters.dropLast().contains(name) || letters.joined().elementsEqual(name)
            || letters.suffix(2).joined().elementsEqual(name)
    }
}
