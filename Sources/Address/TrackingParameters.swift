/// The list of parameters that record where a reader came from and don't change the page.
package enum TrackingParameters {
    /// - Parameters:
    ///   - name: in lower case.
    ///   - host: normalized.
    package static func contains(_ name: String, on host: String) -> Bool {
        name.hasPrefix("utm_") || everywhere.contains(name) || onHost[host]?.contains(name) == true
    }

    /// Whether a parameter gives access to a page that others must pay for, as in Medium's friend links.
    package static func isKey(_ name: String, on host: String) -> Bool { name == "sk" && host == "medium.com" }

    /// An address without tracking parameters; those that give access to a page are kept.
    package static func removed(from url: String) -> String {
        let end = url.firstIndex(of: "#") ?? url.endIndex
        guard let mark = url[..<end].firstIndex(of: "?") else { return url }
        let host = CanonicalURL(String(url[..<mark])).description.prefix { $0 != "/" }
        let query = url[url.index(after: mark)..<end].split(separator: "&", omittingEmptySubsequences: false)
        let kept = query.filter { parameter in
            let name = parameter.prefix { $0 != "=" }.lowercased()
            return !contains(name, on: String(host)) || isKey(name, on: String(host))
        }
        guard kept.count < query.count else { return url }
        return url[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")) + url[end...]
    }

    private static let everywhere: Set<String> = [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "igsh", "mc_cid",
        "mc_eid",
        "mkt_tok", "ref_src", "ref_url", "_hsenc", "_hsmi", "vero_id", "oly_anon_id", "oly_enc_id", "rb_clickid",
        "s_cid",
        "wickedid", "trk", "trkcampaign", "sc_campaign", "sc_channel", "sc_content", "sc_country", "sc_geo",
        "sc_medium",
        "sc_outcome", "share_id", "__s", "_ga", "_gl",
    ]

    private static let onHost: [String: Set<String>] = [
        "youtube.com": ["si", "feature", "pp", "ab_channel", "app"],
        "youtu.be": ["si", "feature"],
        "open.spotify.com": ["si"],
        "x.com": ["s", "t"],
        "medium.com": ["source", "sk"],
        "meetup.com": ["eventorigin", "recid", "recsource", "searchid", "_xtd"],
        "eventbrite.com": ["aff"],
        "linkedin.com": ["trackingid", "originalsubdomain"],
    ]
}
