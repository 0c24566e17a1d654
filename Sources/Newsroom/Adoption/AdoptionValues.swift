internal import Foundation
internal import Newsletter
internal import Text

/// Values that several programs write in the same way.
enum AdoptionValues {
    /// The title, the description, the author and the language of a site.
    static func masthead(_ configuration: OldConfiguration, into settings: inout AdoptedSettings) {
        if let title = configuration.value("title", "name") { settings.set("title", title.text, from: title.source) }
        if let text = configuration.value("description", "params.description", "tagline") {
            settings.set("description", text.text.onOneLine, from: text.source)
        }
        if let author = configuration.value("author.name", "params.author.name", "author", "params.author") {
            settings.set("author", author.text, from: author.source)
        }
        if let mail = configuration.value("email", "author.email", "params.email") {
            settings.set("email", mail.text, from: mail.source)
        }
        if let language = configuration.value(
            "lang", "locale", "languagecode", "defaultcontentlanguage", "default_language")
        {
            self.language(language, into: &settings)
        }
    }

    /// A language, if it is a language tag; programs also write locales, such as `en_US`.
    static func language(_ value: (text: String, source: String), into settings: inout AdoptedSettings) {
        let written = value.text.prefix { $0 != "." }.replacing("_", with: "-")
        guard let tag = LanguageTag(String(written)) else { return }
        settings.set("language", tag.text, from: value.source)
    }

    static func timeZone(_ value: (text: String, source: String), into settings: inout AdoptedSettings) {
        guard TimeZone(identifier: value.text) != nil else { return }
        settings.set("timezone", value.text, from: value.source)
    }

    /// The URL of a site with one slash at its end.
    static func joined(_ url: String, _ base: String) -> String {
        var url = url
        while url.hasSuffix("/") { url.removeLast() }
        return url + (base == "/" ? "" : base) + "/"
    }
}
