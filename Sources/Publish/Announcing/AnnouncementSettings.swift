internal import Newsletter
package import Settings

/// The settings that every announcement has.
package enum AnnouncementSettings {
    package static let keys = SettingsMapping([
        Setting(
            "text", .text,
            "The text. `{counts}` is a phrase such as \"49 links and 12 events\"; `{highlights}` is a list of the best"
                + " entries, which is shortened first if the text is too long. A line whose placeholders are all empty"
                + " is left out.",
            default: .text(AnnouncementText.standard), placeholders: AnnouncementText.names),
        Setting(
            "language", .text,
            "The language of the text, for the service and for dates and counts. By default, that of the publication.",
            example: "en"),
        discussion,
    ])

    private static let discussion = Setting(
        "discussion", .flag,
        "Whether `/issues/N/discuss` redirects to this announcement. By default, it redirects to the first Discourse topic.",
        default: false)

    /// Reads `text`, which has to contain the address: by it, a post is found again.
    static func template(_ fields: SettingsFields) -> String {
        let template = fields.text("text")
        if template.firstRange(of: "{url}") == nil, !template.isEmpty {
            fields.report("text", "doesn't contain {url}", remedy: "Write {url} where the issue's address belongs")
        }
        return template
    }

    static func opensDiscussion(_ target: TargetSettings) -> Bool {
        let keys = SettingsMapping([discussion], kinds: PublishSettingsReader.announcement.kinds)
        // Faults are reported when the targets are read.
        return (try? target.read(keys) { $0.flag("discussion") }) ?? false
    }
}
