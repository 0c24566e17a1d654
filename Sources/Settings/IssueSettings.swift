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
            "template-tags", .choice(of: TemplateTagForm.self),
            "The template language of tags in issues that are left out or replaced: Jekyll's `{% include x %}`"
                + " (`liquid`), Hugo's `{{< x >}}` (`shortcodes`).",
            default: .text(IssueRules().templateTags.rawValue)),
        Setting(
            "includes", .pairs(.text), "HTML by the name of the template tag that it replaces.",
            example: ["sponsor.html": "<p>Our sponsor</p>"]),
    ]

    private static let heldBack = SettingsMapping([
        Setting(
            "issues", .list(.text), "The paths of issues, from the publication's root.",
            example: ["content/2022-02-29-unfinished.md"]),
        Setting(
            "future", .flag, "Whether issues with a date in the future are held back.",
            default: .flag(IssueRules().holdsBackFuture)),
    ])

    /// - Parameter table: reads the file that `issue-dates:` names.
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
        rules.templateTags = root.choice("template-tags") ?? rules.templateTags
        rules.includes = Dictionary(root.pairs("includes").map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
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
