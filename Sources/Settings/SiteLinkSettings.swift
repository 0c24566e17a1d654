internal import Newsletter

/// Reads `navigation:` and `subscribe:`.
enum SiteLinkSettings {
    static let navigation = SettingsMapping([
        Setting(
            "to", .text,
            "The target: the name of a file in the folder of pages, without its ending; a path that begins with `/`; or a"
                + " URL.", required: true, example: "about"),
        Setting("title", .text, "The text of the link. By default, the title of the page.", example: "About us"),
    ])

    static let subscribe = SettingsMapping(
        [
            Setting(
                "url", .address, "The address of a page where readers subscribe.",
                example: "https://lists.example.org/weekly"),
            Setting(
                "form", .address, "The address that a form with one field is sent to, instead of a link to a page.",
                example: "https://lists.example.org/subscribe"),
            Setting(
                "field", .text, "The name of the form's field for the mail address, which the service determines.",
                default: "email", example: "EMAIL"),
        ], isOptional: true)

    static func item(_ fields: SettingsFields) -> NavigationItem {
        let item = NavigationItem(title: fields.optionalText("title"), target: fields.text("to"))
        if item.title == nil, !item.isPage {
            fields.report("to", "has no title", remedy: "Write 'title: …' for an entry that isn't one of the pages")
        }
        if item.target.contains(":"), !["https://", "http://", "mailto:"].contains(where: item.target.hasPrefix) {
            fields.report(
                "to", "isn't a web address: '\(item.target)'", remedy: "Begin the address with https:// or mailto:")
        }
        return item
    }

    static func target(_ fields: SettingsFields) -> SubscribeTarget? {
        let (url, form, field) = (fields.optionalText("url"), fields.optionalText("form"), fields.text("field"))
        if let form { return .form(action: form, field: field) }
        if let url { return .page(url: url) }
        fields.report("'subscribe' has no address", remedy: "Write 'url: …' or 'form: …'")
        return nil
    }
}
