internal import Context
internal import Newsletter
internal import Text

/// Reads how issues are read: titles, numbers, dates, and which issues are held back.
enum IssueSettings {
    static let keys = [
        Setting(
            "issue-titles", .text,
            "The title of issues that have none in their header; `{number}`, `{year}`, `{month}`, `{day}` and `{name}`"
                + " (that of the file) are filled in. By default, the first heading.", example: "Issue {number}"),
        Setting(
            "numbers", .text,
            "Where an issue's number is in its file's path or its title. By default, the last number of the title,"
                + " unless it is a year.", example: "issue-{number}"),
        Setting(
            "date-pattern", .text,
            "Where an issue's date is in its file's path or its title, if neither the header nor the file's name begins"
                + " with one; `{year}`, `{month}` and `{day}` are read, months also as names.",
            example: "Week ending {month} {day}, {year}"),
        Setting(
            "issue-dates", .text,
            "A table of dates, as a CSV file with the columns `number` or `file`, and `date`; a path from the settings"
                + " file's folder.", example: "dates.csv"),
        Setting("held-back", .mapping(heldBack), "Issues that aren't published yet."),
        Setting(
            "heading-ids", .choice(of: HeadingIDRule.self),
            "The program whose rule forms the ids of headings, so that old links to them work.",
            default: .text(IssueRules().headingIDs.rawValue)),
        Setting(
            "slugs", .choice(of: Slug.Rule.self),
            "The program whose rule forms `{slug}` in the addresses of issues from their titles, so that old addresses stay:"
                + " `Über Tee` becomes `ueber-tee`, with `pelican` `uber-tee`, with `hugo` `über-tee`.",
            default: .text(IssueRules().slugs.rawValue)),
        Setting(
            "template-tags", .choice(of: TemplateTagForm.self),
            "The template language of tags in issues that are left out or replaced: Jekyll's `{% include x %}`"
                + " (`liquid`), Hugo's `{{< x >}}` (`shortcodes`).",
            default: .text(IssueRules().templateTags.rawValue)),
        Setting(
            "includes", .pairs(.text),
            "What replaces template tags, by the name after `include` or the tag's text: HTML, or a file with it, as a path"
                + " from the settings file's folder that ends in `.html` or `.svg`.",
            example: ["sponsor.html": "_includes/sponsor.html"]),
    ]

    private static let heldBack = SettingsMapping([
        Setting(
            "issues", .list(.text), "The paths of issues, from the publication's root.",
            example: ["content/2022-02-29-unfinished.md"]),
        Setting(
            "future", .flag, "Whether issues with a date in the future are held back.",
            default: .flag(IssueRules().holdsBackFuture)),
    ])

    /// - Parameter table: reads a file that `issue-dates:` or `includes:` names.
    static func rules(_ root: SettingsFields, table: (String) throws -> String) -> IssueRules {
        var rules = IssueRules()
        rules.frontMatter = .standard
        rules.timeZone = root.text("timezone")
        rules.titlePattern = pattern("issue-titles", root, NamePattern.Field.allCases)
        rules.numberPattern = pattern("numbers", root, [.number])
        rules.datePattern = pattern("date-pattern", root, [.year, .month])
        let heldBack = root.mapping("held-back")
        rules.heldBack = Set(heldBack.texts("issues"))
        rules.holdsBackFuture = heldBack.flag("future")
        rules.headingIDs = root.choice("heading-ids") ?? rules.headingIDs
        rules.slugs = root.choice("slugs") ?? rules.slugs
        rules.templateTags = root.choice("template-tags") ?? rules.templateTags
        for (name, value) in root.pairs("includes") {
            do {
                rules.includes[name] = isFile(value) ? try table(value) : value
            } catch {
                root.report(
                    "includes", "can't be read: '\(value)' (\((error as? FileError)?.reason ?? "\(error)"))",
                    remedy: "Write HTML, or the path of a file, from the settings file's folder")
            }
        }
        if let file = root.optionalText("issue-dates") {
            do {
                rules.dates = try IssueDateTable.dates(in: try table(file))
            } catch let fault as IssueDateTable.Fault {
                root.report(
                    "issue-dates", "can't be read: \(file):\(fault.line): \(fault.summary)", remedy: "Correct the line")
            } catch {
                let reason = (error as? FileError)?.reason ?? "\(error)"
                root.report(
                    "issue-dates", "can't be read: '\(file)' (\(reason))",
                    remedy: "Write the path of a CSV file, from the settings file's folder")
            }
        }
        return rules
    }

    /// Whether an include's value is the path of a file rather than HTML.
    private static func isFile(_ value: String) -> Bool {
        (value.hasSuffix(".html") || value.hasSuffix(".svg")) && !value.contains { $0 == "<" || $0.isWhitespace }
            && !value.contains("://")
    }

    /// - Parameter needed: the fields of which at least one must be in the pattern; for dates, all of them.
    private static func pattern(
        _ key: String, _ root: SettingsFields, _ needed: [NamePattern.Field]
    ) -> NamePattern? {
        guard let text = root.optionalText(key) else { return nil }
        let pattern = NamePattern(text)
        let isTitle = needed.count == NamePattern.Field.allCases.count
        guard let pattern, isTitle || needed.allSatisfy({ text.contains("{\($0.rawValue)}") }) else {
            let names = needed.map { "{\($0.rawValue)}" }
            root.report(
                key, "isn't a pattern: '\(text)'",
                remedy: "Write \(names.joined(separator: isTitle ? ", or " : " and ")) where the value is")
            return nil
        }
        return pattern
    }
}
