/// The built-in theme, from the files in this package.
package enum ShippedTheme {
    /// The built-in templates by name, without `.mustache`.
    package static let templates: [String: String] = [
        "archive": text(PackageResources.archive_mustache),
        "category": text(PackageResources.category_mustache),
        "contents": text(PackageResources.contents_mustache),
        "events": text(PackageResources.events_mustache),
        "foot": text(PackageResources.foot_mustache),
        "head": text(PackageResources.head_mustache),
        "home": text(PackageResources.home_mustache),
        "issue": text(PackageResources.issue_mustache),
        "issue-item": text(PackageResources.issue_item_mustache),
        "latest": text(PackageResources.latest_mustache),
        "lead": text(PackageResources.lead_mustache),
        "mail": text(PackageResources.mail_mustache),
        "mail-text": text(PackageResources.mail_text_mustache),
        "not-found": text(PackageResources.not_found_mustache),
        "page": text(PackageResources.page_mustache),
        "search": text(PackageResources.search_mustache),
        "subscribe": text(PackageResources.subscribe_mustache),
        "year": text(PackageResources.year_mustache),
    ]

    package static let styleSheet: [UInt8] = PackageResources.style_css

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
