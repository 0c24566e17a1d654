internal import Address
internal import Archive
internal import Newsletter

/// A link has parameters that record where its reader came from.
///
/// They track readers without changing the page, and make the same page look like different ones. The key of a Medium
/// friend link (`sk`) is kept: it opens the page to readers who aren't members. So are the parameters in an advertisement,
/// an entry that says `(ad)` or `(sponsored)`.
struct TrackingParameter: Check {
    static let id = "tracking-parameter"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.addresses.compactMap { link, parts in
            guard !parts.query.isEmpty, parts.isWeb else { return nil }
            let host = CanonicalURL("https://" + document.text(parts.host)).description
            var kept: [Range<Int>] = []
            var dropped: [String] = []
            for parameter in parts.parameters(document.bytes) {
                let name =
                    parameter.lowerBound..<(document.bytes[parameter].firstIndex(of: 0x3D) ?? parameter.upperBound)
                let folded = document.text(name).lowercased()
                if TrackingParameters.contains(folded, on: host), !TrackingParameters.isKey(folded, on: host) {
                    dropped.append(document.text(name))
                } else {
                    kept.append(parameter)
                }
            }
            guard !dropped.isEmpty, !document.isInAdvertisement(link.url.lowerBound) else { return nil }
            let query = parts.query.lowerBound - 1..<parts.query.upperBound
            let rest = kept.isEmpty ? "" : "?" + kept.map(document.text).joined(separator: "&")
            return finding(
                "the link has the tracking parameter '\(dropped.joined(separator: "', '"))'", at: query, in: document,
                explanation: "Such parameters track readers and don't change the page.",
                fixes: [
                    document.fix(
                        "Remove the tracking parameters", isSafe: true, replacing: query, with: rest)
                ])
        }
    }
}
