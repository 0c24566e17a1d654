internal import Context
internal import Newsletter
internal import Text

/// Reads a page of `legacy:`, which lists old pages that aren't Markdown.
enum LegacySettings {
    static let declared = SettingsMapping([
        Setting("file", .text, "The file that the page was made from.", required: true, example: "content/old.rst"),
        Setting("title", .text, "The title.", required: true, example: "The first issue"),
        Setting("date", .date, "The day it was published.", required: true, example: "2014-07-15"),
        Setting("address", .text, "The page's address on the site.", required: true, example: "/blog/old/"),
        Setting("category", .text, "The page's category. By default, that of the publication.", example: "Weekly"),
        Setting("html", .text, "The page's text as HTML.", example: "<p>The text.</p>"),
        Setting(
            "body", .text,
            "The path of a file with the page's text as HTML, instead of `html`, from the settings file's folder.",
            example: "old.html"),
    ])

    /// - Parameter body: reads the file that `body:` names.
    static func page(_ fields: SettingsFields, body: (String) throws -> String) -> LegacyPage? {
        let address = fields.text("address")
        SettingsReader.checkAddress(address, "address", of: fields)
        let category = fields.optionalText("category")
        var html = fields.optionalText("html")
        let file = fields.optionalText("body")
        if html == nil, let file {
            do {
                html = try body(file)
            } catch let error as FileError where error.remedy != nil {
                fields.report("body", "can't be read: \(file): \(error.reason)", remedy: error.remedy ?? "")
            } catch {
                let reason = (error as? FileError)?.reason ?? "\(error)"
                fields.report(
                    "body", "can't be read: '\(file)' (\(reason))",
                    remedy: "Write the path of an HTML file, from the settings file's folder")
            }
        }
        if html == nil, file == nil {
            fields.report("this legacy page has no text", remedy: "Write 'html:' or 'body: FILE'")
        }
        guard let html, let date = CalendarDate(iso8601: fields.text("date")) else { return nil }
        return LegacyPage(
            file: fields.text("file"), title: fields.text("title"), date: date, address: address, category: category,
            html: html)
    }
}
