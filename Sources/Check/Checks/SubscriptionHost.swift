internal import Archive
internal import Newsletter

/// A link leads to a site whose pages only subscribers can read (`subscription-hosts`).
///
/// Most readers can't get past the paywall. Look for the same text elsewhere, or mention the paywall in the entry.
struct SubscriptionHost: Check {
    static let id = "subscription-host"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let hosts = context.settings.subscriptionHosts.map { Array($0.lowercased().utf8) }
        guard !hosts.isEmpty else { return [] }
        return document.addresses.compactMap { link, parts in
            guard parts.isWeb else { return nil }
            let name = document.bytes[parts.host].map(ASCII.lowered)
            guard hosts.contains(where: { Self.isOf($0, name) }), !says(link, document) else { return nil }
            return finding(
                "\(document.text(parts.host)) requires a subscription", at: link.url, in: document,
                explanation: "Link to a free copy, or mark the entry with '[paywall]'.")
        }
    }

    /// Whether a host is this one or a subdomain of it.
    private static func isOf(_ host: [UInt8], _ name: [UInt8]) -> Bool {
        name == host || name.count > host.count && name.hasSuffix(host) && name[name.count - host.count - 1] == 0x2E
    }

    private func says(_ link: Link, _ document: Document) -> Bool {
        let line = document.lines[link.line].bytes
        return document.text(line).lowercased().contains("paywall")
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ end: [UInt8]) -> Bool { count >= end.count && suffix(end.count).elementsEqual(end) }
}
